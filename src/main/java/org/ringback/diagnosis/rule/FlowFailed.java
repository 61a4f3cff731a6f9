package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A call for a client whose connection to its edge proxy is gone, and that has no other one (RFC 5626, 5.3.1). */
final class FlowFailed implements Rule {

    private static final Kind GONE = Kind.of(
                    "flow-to-client-gone", Weight.FAILURE, 5626, "5.3.1", "refuser", "code", "target")
            .unless("callee-registration-ran-out", "callee-deregistered");

    private static final int FLOW_FAILED = 430;

    @Override
    public List<Kind> kinds() {
        return List.of(GONE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusedCall()
                .filter(refusal -> refusal.status() == FLOW_FAILED
                        && refusal.attempt().ringing().isEmpty())
                .map(refusal -> found(refusal, examined))
                .ifPresent(findings);
    }

    private static Finding found(Refusal refusal, Case examined) {
        String target = refusal.target(examined);
        return Finding.about(GONE, refusal.certainty())
                .proof(refusal.request()
                        .map(invite -> List.of(refusal.response(), invite))
                        .orElseGet(() -> List.of(refusal.response())))
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(refusal.response()))
                .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                .found();
    }
}
