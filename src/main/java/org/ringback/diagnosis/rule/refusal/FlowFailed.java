package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.StartLine;

/** A call for a client whose connection to its edge proxy is gone, and that has no other one (RFC 5626, 5.3.1). */
final class FlowFailed implements RefusalRule {

    private static final Kind GONE = Kind.of(
                    "flow-to-client-gone", Weight.FAILURE, 5626, "5.3.1", "refuser", "code", "target")
            .unless("callee-registration-ran-out", "callee-deregistered");

    private static final int FLOW_FAILED = 430;

    private static final Pattern ITS_WORDS =
            Pattern.compile("\\b(flow|connection|socket|outbound)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Kind> kinds() {
        return List.of(GONE);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return refusal.status() == FLOW_FAILED
                        && meant(refusal, examined)
                        && refusal.attempt().ringing().isEmpty()
                ? Optional.of(found(refusal, examined))
                : Optional.empty();
    }

    /** Some give the number a meaning of their own, and say so. */
    private static boolean meant(Refusal refusal, Case examined) {
        return examined.read(refusal.response()).startLine() instanceof StartLine.StatusLine line
                && (line.reason().isBlank() || ITS_WORDS.matcher(line.reason()).find());
    }

    private static Finding found(Refusal refusal, Case examined) {
        String target = refusal.target(examined);
        return RefusalFinding.about(GONE, refusal.certainty(), refusal, examined)
                .proof(refusal.request()
                        .map(invite -> List.of(refusal.response(), invite))
                        .orElseGet(() -> List.of(refusal.response())))
                .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                .found();
    }
}
