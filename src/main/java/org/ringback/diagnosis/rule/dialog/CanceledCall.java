package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.LegsAbove;
import org.ringback.diagnosis.evidence.LegsBeside;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.unanswered.AnswerNotPassedOn;

/**
 * A 487 that answers a CANCEL is how a canceled call should end (RFC 3261, 9.2 and 15.1.2), and a CANCEL may say that somebody
 * else has taken the call (RFC 3326, 2).
 */
final class CanceledCall implements Rule {

    private static final Kind CANCELED =
            Kind.of("canceled-call", Weight.NORMAL, 3261, "9.2", "canceler").unless(AnswerNotPassedOn.ID);

    private static final Kind ELSEWHERE = Kind.of("canceled-answered-elsewhere", Weight.NORMAL, 3326, "2", "canceler")
            .unless(AnswerNotPassedOn.ID);

    /** Q.850: the network gave the call to another phone that rang. */
    private static final int NOT_SELECTED = 26;

    @Override
    public List<Kind> kinds() {
        return List.of(CANCELED, ELSEWHERE);
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
                        .ifPresent(cancel -> findings.accept(about(cancel, examined)
                                .proof(cancel, attempt.finalResponse().orElseThrow())
                                .with("canceler", Value.of(cancel.captured().source()))
                                .found())));
    }

    /** Some servers give this reason whenever they stop the ringing, also when the caller has given up. */
    private static Finding.Builder about(Message cancel, Case examined) {
        if (!elsewhere(cancel, examined) || LegsAbove.unanswered(examined)) {
            return Finding.about(CANCELED, Certainty.CERTAIN);
        }
        return Finding.about(
                ELSEWHERE, LegsBeside.answered(examined).isPresent() ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    /** Whether the CANCEL says so; some write another word beside the 200 of an answer. */
    private static boolean elsewhere(Message cancel, Case examined) {
        return examined.read(cancel).reasons().stream().anyMatch(reason -> switch (reason.protocol()
                .toUpperCase(Locale.ROOT)) {
            case "SIP" -> reason.cause().orElse(0) == 200 && (reason.text().isEmpty() || elsewhere(reason.text()));
            case "Q.850" -> reason.cause().orElse(0) == NOT_SELECTED;
            default -> false;
        });
    }

    private static boolean elsewhere(String text) {
        return text.toLowerCase(Locale.ROOT).contains("elsewhere");
    }
}
