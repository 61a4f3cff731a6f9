package org.ringback.diagnosis.rule.message;

import java.util.List;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** One message alone, as people paste it who want to know what it means; a refusal is explained as any other. */
public final class LoneMessage implements Rule {

    private static final Kind RESPONSE = Kind.of(
                    "response-alone", Weight.BLIND, 3261, "7.2", "sender", "method", "code")
            .besideOthers();
    private static final Kind REQUEST = Kind.of("request-alone", Weight.BLIND, 3261, "7.1", "sender", "method");

    @Override
    public List<Kind> kinds() {
        return List.of(RESPONSE, REQUEST);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (!explains(examined)) {
            return;
        }
        Message only = examined.messages().getFirst();
        if (only.head().request()) {
            findings.accept(about(REQUEST, only).found());
        } else if (examined.refusal().isEmpty() || only.head().status() == 487) {
            findings.accept(
                    about(RESPONSE, only).with("code", examined.code(only)).found());
        }
    }

    private static Finding.Builder about(Kind kind, Message only) {
        return Finding.about(kind, Certainty.CERTAIN)
                .proof(only)
                .with("sender", Value.of(only.captured().source()))
                .with("method", only.head().method());
    }

    /** Whether all there is of a call is one response, or one request of which nobody knows when it was sent. */
    public static boolean explains(Case examined) {
        Message first = examined.messages().getFirst();
        return examined.captured() == 1 && (!first.head().request() || first.time() == Captured.NO_TIME);
    }
}
