package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Registered;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.SipUri;

/** A call that a registrar refused when the last registration of the called one there had run out or been taken back (RFC 3261, 10.2). */
final class CalleeNotRegistered implements RefusalRule {

    /** Causes of the network by which somebody was there, or by which something else was wrong. */
    private static final String[] OTHER_CAUSES = {
        "line-busy",
        "cause-no-answer",
        "cause-subscriber",
        "cause-not-selected",
        "cause-number-changed",
        "cause-number-incomplete",
        "cause-routing-loop",
        "cause-congestion"
    };

    private static final Kind RAN_OUT = Kind.of(
                    "callee-registration-ran-out",
                    Weight.FAILURE,
                    3261,
                    "10.2.4",
                    "refuser",
                    "code",
                    "user",
                    "granted",
                    "after")
            .unless(OTHER_CAUSES);
    private static final Kind TAKEN_BACK = Kind.of(
                    "callee-deregistered", Weight.FAILURE, 3261, "10.2.2", "refuser", "code", "user", "after")
            .unless(OTHER_CAUSES);

    private static final Kind NO_BINDING = Kind.of(
                    "callee-binding-not-kept", Weight.FAILURE, 3261, "10.3", "refuser", "code", "user", "after")
            .unless(OTHER_CAUSES);

    /** What registrars say of somebody who is not there. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 408, 410, 430, 480, 500, 503);

    private static final Duration SLACK = Duration.ofSeconds(3);

    @Override
    public List<Kind> kinds() {
        return List.of(RAN_OUT, TAKEN_BACK, NO_BINDING);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        if (!NOT_THERE.contains(refusal.status()) || refusal.attempt().ringing().isPresent()) {
            return Optional.empty();
        }
        String user = SipUri.of(refusal.target(examined)).user();
        String host = refusal.origin().firstSaidBy().host();
        List<Registered> known = new ArrayList<>();
        for (Call call : examined.circumstances().others().registrationsOf(user)) {
            Attempt.of(
                            call.transactions(),
                            transaction -> transaction.method().equals("REGISTER")
                                    && transaction.server().host().equals(host))
                    .forEach(attempt -> Registered.of(call, attempt)
                            .filter(one -> one.accepted()
                                    && !one.contacts().isEmpty()
                                    && Elapsed.between(one.answer().orElseThrow(), refusal.response())
                                            .isPresent())
                            .ifPresent(known::add));
        }
        known.sort(Comparator.comparingLong(one -> one.request().time()));
        if (!known.isEmpty()
                && known.stream().allMatch(one -> unkept(one, examined))
                && !reached(known.getFirst(), examined)) {
            return Optional.of(
                    about(NO_BINDING, known.getLast(), user, refusal, examined).found());
        }
        if (known.isEmpty() || known.stream().anyMatch(one -> holds(one, refusal.response(), known))) {
            return Optional.empty();
        }
        return Optional.of(finding(known.getLast(), user, refusal, examined));
    }

    /** Whether it was accepted with an answer that names neither a binding nor a time for one, though one was asked for. */
    private static boolean unkept(Registered one, Case examined) {
        return one.binds()
                && one.listed().isEmpty()
                && one.granted().isEmpty()
                && examined.whole(one.answer().orElseThrow());
    }

    /** Whether some call was made to where the phone registered from, so that its address is known all the same. */
    private static boolean reached(Registered first, Case examined) {
        var registered = first.request().captured();
        return examined
                .circumstances()
                .others()
                .between(
                        registered.destination().host(),
                        registered.source().host(),
                        first.request().time())
                .stream()
                .anyMatch(call -> call.kind() == CallKind.CALL
                        && call.start() >= first.request().time());
    }

    /** Whether a binding may still be there: its time has not run out, and nobody has removed it. */
    private static boolean holds(Registered one, Message refusal, List<Registered> all) {
        boolean removed = all.subList(all.indexOf(one) + 1, all.size()).stream()
                .anyMatch(later -> later.removes() && (later.contacts().contains("*") || later.sameDevice(one)));
        if (one.removes() || removed) {
            return false;
        }
        return one.granted().isEmpty()
                || passed(one, refusal)
                                .compareTo(
                                        Duration.ofSeconds(one.granted().get()).plus(SLACK))
                        <= 0;
    }

    private static Duration passed(Registered one, Message refusal) {
        return Elapsed.between(one.answer().orElseThrow(), refusal).orElse(Duration.ZERO);
    }

    private static Finding finding(Registered last, String user, Refusal refusal, Case examined) {
        var finding = about(last.removes() ? TAKEN_BACK : RAN_OUT, last, user, refusal, examined);
        if (!last.removes()) {
            finding.with("granted", Value.of(Duration.ofSeconds(last.granted().orElse(0L))));
        }
        return finding.found();
    }

    private static Finding.Builder about(Kind kind, Registered last, String user, Refusal refusal, Case examined) {
        return RefusalFinding.about(kind, Certainty.LIKELY, refusal, examined)
                .proof(refusal.response(), last.answer().orElseThrow())
                .with("user", user)
                .with("after", Value.of(passed(last, refusal.response())));
    }
}
