package org.ringback.diagnosis.rule.offer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * The network says in a provisional response why the call will not be put through, and lets an announcement say it to the
 * caller: the code in the end is only how that one gave up (RFC 3326, 2; Q.850 in provisional responses as in 3GPP TS 24.229).
 */
final class ProgressCause implements Rule {

    private static final Kind NAMED =
            Kind.of("progress-names-cause", Weight.FAILURE, 3326, "2", "speaker", "code", "cause");

    /** Normal clearing, and causes that only say that something else happened. */
    private static final Set<Integer> SAY_NOTHING = Set.of(16, 31, 127);

    @Override
    public List<Kind> kinds() {
        return List.of(NAMED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.SESSION_PROGRESS);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.setup()) {
            Optional<Message> end = attempt.finalResponse().or(attempt::cancel);
            boolean refusedWithCause = attempt.finalResponse()
                    .filter(told -> Causes.of(told, examined).isPresent())
                    .isPresent();
            if (end.isPresent() && !end.get().success() && !refusedWithCause) {
                attempt.root().responses().stream()
                        .filter(told -> told.provisional() && told.head().status() > 100)
                        .flatMap(told -> Causes.of(told, examined).stream()
                                .filter(cause -> !SAY_NOTHING.contains(cause))
                                .map(cause -> named(told, end.get(), cause, examined)))
                        .reduce((_, last) -> last)
                        .ifPresent(findings);
            }
        }
    }

    private static Finding named(Message told, Message end, int cause, Case examined) {
        return Finding.about(NAMED, Certainty.LIKELY)
                .proof(told, end)
                .with("speaker", Value.of(told.captured().source()))
                .with("code", examined.code(told))
                .with("cause", new Value.Cause(cause))
                .found();
    }
}
