package org.ringback.diagnosis.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** Busy, or a person who does not want the call: whether the same phone rang before tells the two apart. */
final class Busy implements Rule {

    private static final Kind BY_HAND = Kind.of(
                    "declined-by-hand", Weight.FAILURE, 3261, "21.4.24", "refuser", "code", "rang")
            .unless("cause-contradicts-code");
    private static final Kind AT_ONCE = Kind.of("busy-at-once", Weight.FAILURE, 3261, "21.4.24", "refuser", "code")
            .unless("cause-contradicts-code");

    private static final Set<Integer> NOT_NOW = Set.of(486, 600, 603);

    /** A machine decides faster, a person hardly. */
    private static final Duration REACTION = Duration.ofSeconds(1);

    @Override
    public List<Kind> kinds() {
        return List.of(BY_HAND, AT_ONCE);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .filter(refusal -> NOT_NOW.contains(refusal.status()) && !refusal.saidElsewhere())
                .flatMap(refusal -> judge(refusal, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> judge(Refusal refusal, Case examined) {
        List<Message> ringing = refusal.attempt().hops().stream()
                .flatMap(hop -> hop.responses().stream())
                .filter(message -> message.head().status() > 100 && message.provisional())
                .toList();
        if (ringing.isEmpty()) {
            return refusal.status() == 603
                    ? Optional.empty()
                    : Optional.of(about(AT_ONCE, Certainty.LIKELY, refusal, examined)
                            .proof(refusal.response())
                            .found());
        }
        boolean sameFork = ringing.stream()
                .allMatch(rang ->
                        rang.head().toTag().equals(refusal.response().head().toTag()));
        return Optional.of(ringing.getFirst())
                .filter(_ -> sameFork)
                .flatMap(rang -> Elapsed.between(rang, refusal.response())
                        .filter(time -> time.compareTo(REACTION) >= 0)
                        .map(time -> about(BY_HAND, Certainty.LIKELY, refusal, examined)
                                .proof(refusal.response(), rang)
                                .with("rang", Value.of(time))
                                .found()));
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        return Finding.about(kind, certainty)
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(refusal.response()));
    }
}
