package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about what was sent and never answered. Among findings of the same weight, those of earlier ones come first. */
public final class UnansweredRules {

    public static final List<Rule> ALL = List.of(
            new Undelivered(),
            new ConnectionLost(),
            new ConnectionBehind(),
            new NameLookups(),
            new UnansweredInvite(),
            new SilenceAfterTrying(),
            new UnansweredRequest(),
            new LostResponses(),
            new AnswerNotPassedOn(),
            new MissingAck(),
            new AckNotPassedOn(),
            new UnansweredCancel(),
            new PartOfCall(),
            new EncryptedLeg(),
            new TooLarge());

    private UnansweredRules() {}
}
