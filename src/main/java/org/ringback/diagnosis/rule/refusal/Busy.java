package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.Rule;

/**
 * Busy, or a person who does not want the call: a cause of the telephone network tells the two apart, else whether the same
 * phone rang before, and for how long.
 */
final class Busy implements Rule {

    private static final String SECTION = "21.4.24";

    /** Who refuses to take over another call, or what was forwarded, is not busy. */
    static final String[] OTHER_RULES = {
        "replaces-ended-call",
        "replaces-answered-call",
        "replaces-declined",
        "forwarding-refused",
        "forwarding-refused-there"
    };

    private static final Kind BY_HAND = Kind.of(
                    "declined-by-hand", Weight.FAILURE, 3261, SECTION, "refuser", "code", "rang")
            .unless(OTHER_RULES);
    private static final Kind BY_TIMER = Kind.of(
                    "declined-by-timer", Weight.FAILURE, 3261, SECTION, "refuser", "code", "rang")
            .unless(OTHER_RULES);
    private static final Kind AT_ONCE = Kind.of(
                    "busy-at-once", Weight.FAILURE, 3261, SECTION, "refuser", "code", "wait")
            .unless(OTHER_RULES);

    private static final Set<Integer> NOT_NOW = Set.of(486, 600, 603);
    private static final int REJECTED = 21;
    /** What says nothing: normal clearing, normal unspecified, interworking. Others are told as {@link CauseMeaning}. */
    private static final Set<Integer> FIT_ANY = Set.of(16, 31, 127);
    /** A machine decides faster, a person hardly. */
    private static final Duration REACTION = Duration.ofSeconds(1);
    /** Nobody presses a key after a whole number of ten seconds; from here on a timer may be meant. Milliseconds. */
    private static final long ROUND = 10_000;

    private static final long SHORTEST_TIMER = 20_000;
    private static final long TOLERANCE = 150;

    @Override
    public List<Kind> kinds() {
        return List.of(BY_HAND, BY_TIMER, AT_ONCE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .filter(_ -> examined.call().kind() == CallKind.CALL)
                .filter(refusal -> NOT_NOW.contains(refusal.status()) && !refusal.saidElsewhere())
                .flatMap(refusal -> judge(refusal, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> judge(Refusal refusal, Case examined) {
        // Who passes a refusal on to another leg may leave out what was said there.
        Optional<Integer> cause = Causes.of(refusal.response(), examined)
                .or(() -> Causes.of(refusal.origin().answer(), examined));
        boolean rejected = cause.filter(number -> number == REJECTED).isPresent();
        if (!rejected && cause.filter(number -> !FIT_ANY.contains(number)).isPresent()) {
            return Optional.empty();
        }
        List<Message> ringing = refusal.attempt().hops().stream()
                .flatMap(hop -> hop.responses().stream())
                .filter(message -> message.head().status() == 180)
                .toList();
        if (!ringing.isEmpty()) {
            return afterRinging(refusal, ringing, examined);
        }
        return rejected ? Optional.empty() : withoutRinging(refusal, examined);
    }

    /** A 603 without ringing is any refusal; and whether it rang is not known where the INVITE was not captured. */
    private static Optional<Finding> withoutRinging(Refusal refusal, Case examined) {
        return refusal.status() == 603 || refusal.attempt().request().isEmpty()
                ? Optional.empty()
                : Optional.of(about(AT_ONCE, refusal, examined)
                        .proof(refusal.response())
                        .with("wait", Elapsed.value(decided(refusal)))
                        .found());
    }

    /** How long whoever refused had the INVITE. */
    private static Optional<Duration> decided(Refusal refusal) {
        Transaction hop = refusal.attempt().hops().stream()
                .filter(one -> one.server().equals(refusal.origin().firstSaidBy()))
                .findFirst()
                .orElse(refusal.attempt().root());
        return hop.request().flatMap(request -> hop.finalResponse().flatMap(told -> Elapsed.between(request, told)));
    }

    private static Optional<Finding> afterRinging(Refusal refusal, List<Message> ringing, Case examined) {
        String fork = refusal.response().head().toTag();
        Optional<Message> own = ringing.stream()
                .filter(rang -> rang.head().toTag().equals(fork))
                .findFirst();
        Set<String> over = own.map(rang -> overBefore(rang, refusal)).orElse(Set.of());
        boolean sameFork = ringing.stream()
                .map(rang -> rang.head().toTag())
                .allMatch(tag -> tag.equals(fork) || over.contains(tag));
        return own.filter(_ -> sameFork)
                .flatMap(rang -> Elapsed.between(rang, refusal.response())
                        .filter(time -> time.compareTo(REACTION) >= 0)
                        .map(time -> about(round(time) ? BY_TIMER : BY_HAND, refusal, examined)
                                .proof(refusal.response(), rang)
                                .with("rang", Value.of(time))
                                .found()));
    }

    /** Phones that were rung before, one after the other, are out of it. */
    private static Set<String> overBefore(Message rang, Refusal refusal) {
        return refusal.attempt().hops().stream()
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(told -> told.head().status() >= 300
                        && Elapsed.between(told, rang).isPresent())
                .map(told -> told.head().toTag())
                .collect(Collectors.toSet());
    }

    private static boolean round(Duration time) {
        long beyond = (time.toMillis() + TOLERANCE) % ROUND;
        return time.toMillis() + TOLERANCE >= SHORTEST_TIMER && beyond <= 2 * TOLERANCE;
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Case examined) {
        return RefusalFinding.about(kind, Certainty.LIKELY, refusal, examined);
    }
}
