package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;

/**
 * Every REGISTER of one address-of-record around a registration, in order of time.
 *
 * @param complete whether there is no later one beyond these
 */
public record Registrations(List<Registered> all, boolean complete) {

    /** So many Call-IDs before and behind are looked at: a device keeps its own, so there are rarely more. */
    private static final int NEIGHBORS = 16;

    public Registrations {
        all = List.copyOf(all);
    }

    static Registrations around(Case examined) {
        Call own = examined.call();
        if (own.kind() != CallKind.REGISTRATION) {
            return new Registrations(List.of(), true);
        }
        List<Call> same = examined.circumstances().registrationsOf(own.to());
        int at = examined.circumstances().placeOf(own);
        int to = Math.min(same.size(), at + NEIGHBORS + 1);
        List<Call> near = at < 0 ? List.of(own) : same.subList(Math.max(0, at - NEIGHBORS), to);
        List<Registered> all = new ArrayList<>();
        for (Call call : near) {
            attempts(call, own, examined)
                    .forEach(attempt -> Registered.of(call, attempt).ifPresent(all::add));
        }
        all.sort(Comparator.comparingLong(one -> one.request().time()));
        return new Registrations(all, at < 0 || to == same.size());
    }

    private static List<Attempt> attempts(Call call, Call own, Case examined) {
        return call == own
                ? examined.attempts("REGISTER")
                : Attempt.of(
                        call.transactions(), transaction -> transaction.method().equals("REGISTER"));
    }

    /** Those of one Call-ID. */
    public List<Registered> of(Call call) {
        return all.stream().filter(one -> one.call() == call).toList();
    }

    /** What came after a REGISTER. */
    public List<Registered> after(Registered one) {
        return all.subList(all.indexOf(one) + 1, all.size());
    }

    /** The next attempt of the same device, accepted or not. */
    public Optional<Registered> next(Registered one) {
        return after(one).stream().filter(one::sameDevice).findFirst();
    }
}
