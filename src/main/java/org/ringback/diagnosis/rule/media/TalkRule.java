package org.ringback.diagnosis.rule.media;

import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.rule.Rule;

/** A rule about what two who talked were to hear of each other and what was sent. */
interface TalkRule extends Rule {

    @Override
    default Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    default void examine(Case examined, Consumer<Finding> findings) {
        examined.talk().ifPresent(talk -> examine(talk, examined, findings));
    }

    /** Looks at the only talk of a call. */
    void examine(Talk talk, Case examined, Consumer<Finding> findings);
}
