package org.ringback.diagnosis.rule.message;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about the form of single messages. Among findings of the same weight, those of earlier ones come first. */
public final class MessageRules {

    public static final List<Rule> ALL = List.of(
            new LoneMessage(),
            new DamagedCapture(),
            new NoTimes(),
            new AlteredOnTheWay(),
            new WrongLength(),
            new MalformedRequest());

    private MessageRules() {}
}
