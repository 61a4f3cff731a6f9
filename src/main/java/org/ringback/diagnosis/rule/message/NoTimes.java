package org.ringback.diagnosis.rule.message;

import java.util.List;
import java.util.function.Consumer;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.call.Unclear;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A log that does not say when: whether a timer ran out cannot be told. Silent where the messages say enough. */
final class NoTimes implements Rule {

    private static final Kind NO_TIMES =
            Kind.of("no-times", Weight.BLIND, 3261, "17.1.1.2").unless("request-alone", "response-alone");

    @Override
    public List<Kind> kinds() {
        return List.of(NO_TIMES);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        var outcome = examined.call().outcome();
        boolean open = outcome.unclear() == Unclear.NO_RESPONSE_CAPTURED
                || (outcome.ending() == Ending.STILL_RUNNING && outcome.code() == 0);
        Message first = examined.call().messages().getFirst();
        if (open && first.time() == Captured.NO_TIME && !wentOn(examined)) {
            findings.accept(Finding.of(NO_TIMES, Certainty.CERTAIN, first));
        }
    }

    private static boolean wentOn(Case examined) {
        return examined.messages().stream().anyMatch(message -> message.head().request() && message.insideDialog());
    }
}
