package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.function.Consumer;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A 487 that answers a CANCEL is how a canceled call should end (RFC 3261, 9.2 and 15.1.2). */
final class CanceledCall implements Rule {

    private static final Kind CANCELED =
            Kind.of("canceled-call", Weight.NORMAL, 3261, "9.2", "canceler").unless(AnswerNotPassedOn.ID);

    @Override
    public List<Kind> kinds() {
        return List.of(CANCELED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CANCEL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().outcome().ending() == Ending.NO_ANSWER) {
            return;
        }
        // A change of a running call may be canceled as well, and the call goes on.
        examined.attempts("INVITE").stream()
                .filter(attempt ->
                        attempt.request().filter(Message::insideDialog).isEmpty()
                                && attempt.finalResponse()
                                        .filter(told -> told.head().status() == 487)
                                        .isPresent())
                .forEach(attempt -> attempt.cancel()
                        .ifPresent(cancel -> findings.accept(Finding.about(CANCELED, Certainty.CERTAIN)
                                .proof(cancel, attempt.finalResponse().orElseThrow())
                                .with("canceler", Value.of(cancel.captured().source()))
                                .found())));
    }
}
