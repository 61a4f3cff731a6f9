package org.ringback.diagnosis.rule.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.LoginTry;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * A device whose logins were refused again and again, and whom the server then answers no more: guards against scanners, such
 * as fail2ban, block an address after some wrong passwords (RFC 3261, 22.1).
 */
final class IgnoredAfterRefusals implements Rule {

    private static final Kind IGNORED = Kind.of(
            "register-ignored-after-refusals",
            Weight.FAILURE,
            3261,
            "22.1",
            "sender",
            "receiver",
            "refused",
            "repeats");

    /** So many wrong passwords are the usual limit of such guards. */
    private static final int SOME = 3;

    /** After 15.5 s of silence nothing is on its way any more. */
    private static final int ENOUGH = 6;

    private static final int FORBIDDEN = 403;

    /** So many earlier registrations are looked through. */
    private static final int MOST = 32;

    @Override
    public List<Kind> kinds() {
        return List.of(IGNORED);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.REFUSED, Sign.UNANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() == CallKind.REGISTRATION) {
            look(attempts(examined), examined).ifPresent(findings);
        }
    }

    /** Those of this registration, and before them of such as the same device began anew for the same user. */
    private static List<Attempt> attempts(Case examined) {
        Call own = examined.call();
        if (examined.attempts("REGISTER").stream().allMatch(Attempt::responded)) {
            return List.of();
        }
        List<Attempt> all = new ArrayList<>();
        examined.circumstances().registrationsOf(own.to()).stream()
                .takeWhile(call -> call != own)
                .filter(call -> client(call).equals(client(own)))
                .limit(MOST)
                .forEach(call -> all.addAll(Attempt.of(
                        call.transactions(), transaction -> transaction.method().equals("REGISTER"))));
        all.addAll(examined.attempts("REGISTER"));
        return all;
    }

    private static Optional<Finding> look(List<Attempt> attempts, Case examined) {
        List<Message> refused = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Optional<LoginTry> login = LoginTry.of(attempt, examined);
            if (login.filter(LoginTry::succeeded).isPresent()) {
                refused.clear();
            } else if (login.filter(IgnoredAfterRefusals::refused).isPresent()) {
                refused.add(attempt.finalResponse().orElseThrow());
            } else if (refused.size() >= SOME && !attempt.responded()) {
                return silent(attempt, refused.getLast(), examined)
                        .filter(hop -> !answersOtherwise(hop, examined))
                        .map(hop -> found(hop, refused));
            }
        }
        return Optional.empty();
    }

    /** Some ask for the password again, and some say 403. */
    private static boolean refused(LoginTry login) {
        boolean forbidden =
                login.told().filter(told -> told.head().status() == FORBIDDEN).isPresent()
                        && !login.credentials().isEmpty();
        return forbidden || (login.rejected().isPresent() && !login.stale());
    }

    /** Whether the silence is not about this address: others behind it are answered, or nobody is anywhere. */
    private static boolean answersOtherwise(Transaction hop, Case examined) {
        String server = hop.server().host();
        List<Call> meanwhile =
                examined
                        .circumstances()
                        .begunAfter(
                                hop.first().time(),
                                hop.last().time() - hop.first().time())
                        .stream()
                        .filter(call -> call != examined.call()
                                && call.opening()
                                        .captured()
                                        .destination()
                                        .host()
                                        .equals(server))
                        .toList();
        List<Call> answered = meanwhile.stream()
                .filter(call ->
                        call.messages().stream().anyMatch(told -> !told.head().request()))
                .toList();
        return answered.isEmpty()
                ? meanwhile.stream()
                        .anyMatch(call -> !client(call).equals(hop.client().host()))
                : answered.stream()
                        .anyMatch(call -> client(call).equals(hop.client().host()));
    }

    private static String client(Call call) {
        return call.opening().captured().source().host();
    }

    /** The hop to the server that had refused before. */
    private static Optional<Transaction> silent(Attempt attempt, Message refusal, Case examined) {
        return attempt.hops().stream()
                .filter(hop ->
                        hop.server().host().equals(refusal.captured().source().host()))
                .filter(hop -> hop.repeatedRequests() >= ENOUGH
                        || Elapsed.goesOn(examined, hop.first(), Elapsed.TRANSACTION_TIMEOUT))
                .filter(hop -> hop.repeatedRequests() > 0)
                .findFirst();
    }

    private static Finding found(Transaction hop, List<Message> refused) {
        List<Message> proof = new ArrayList<>(hop.messages());
        proof.addAll(refused);
        return Finding.about(IGNORED, Certainty.LIKELY)
                .proof(proof)
                .with("sender", Value.of(hop.client()))
                .with("receiver", Value.of(hop.server()))
                .with("refused", Value.of(refused.size()))
                .with("repeats", Value.of(hop.repeatedRequests()))
                .found();
    }
}
