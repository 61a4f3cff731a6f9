package org.ringback.diagnosis.rule;

import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Finding;

/** A rule about why a call was really refused, see {@link Case#refusedCall}. */
public interface RefusalRule extends Rule {

    @Override
    default Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    default void examine(Case examined, Consumer<Finding> findings) {
        examined.refusedCall().flatMap(refusal -> judge(refusal, examined)).ifPresent(findings);
    }

    /** What it finds in the refusal that the call ended with; its status is at least 400. */
    Optional<Finding> judge(Refusal refusal, Case examined);
}
