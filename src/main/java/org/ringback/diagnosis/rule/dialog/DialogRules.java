package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about what happens inside a call or subscription. Among findings of the same weight, those of earlier ones come first. */
public final class DialogRules {

    public static final List<Rule> ALL = List.of(
            new CanceledCall(),
            new Contacts(),
            new MistakenAck(),
            new ForeignTags(),
            new UnknownCall(),
            new UnknownSubscription(),
            new CanceledTooLate(),
            new TerminatedWithoutCancel(),
            new Glare(),
            new TransferOutcome(),
            new TransferElsewhere(),
            new ReplacedCall(),
            new EndedSubscription(),
            new ForkedCall(),
            new ForkNotCanceled(),
            new RefusedInside(),
            new RefusedCancel(),
            new RouteSet(),
            new Tags(),
            new SequenceNumbers(),
            new Branches(),
            new ReusedCallId(),
            new PostDialDelay(),
            new ReinviteRefused(),
            new RefusedPrack(),
            new ReliableProvisional(),
            new SessionTimer(),
            new SameDuration(),
            new ReasonOfBye(),
            new EndedAtOnce());

    private DialogRules() {}
}
