package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Reason;

/** Whoever answers hangs up before anybody can have said a word: a machine did, and mostly not on purpose. */
final class EndedAtOnce implements Rule {

    private static final Kind ENDED = Kind.of("ended-right-after-answer", Weight.TROUBLE, 3261, "15", "ender", "span")
            .unless(
                    "answer-without-offered-codec",
                    "profiles-differ",
                    "srtp-without-key",
                    "sdp-answer-missing",
                    "sdp-offer-missing",
                    "crypto-suite-not-offered",
                    "dtls-setup-wrong",
                    "webrtc-answer-incomplete",
                    "media-lines-differ",
                    "audio-off",
                    "ended-by-cause",
                    "ended-by-code",
                    "media-timeout",
                    "second-answer-not-ended");

    /** Nobody picks up and hangs up in less. */
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    /** Normal clearing, call rejected, normal unspecified. */
    private static final Set<Integer> NO_MORE = Set.of(16, 21, 31);

    @Override
    public List<Kind> kinds() {
        return List.of(ENDED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.ANSWERED, Sign.BYE);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Dialog answered = null;
        for (Dialog dialog : examined.dialogs()) {
            if (dialog.answer().isPresent()) {
                if (answered != null) {
                    return;
                }
                answered = dialog;
            }
        }
        if (answered != null && examined.requests("CANCEL").isEmpty()) {
            judge(answered, examined).ifPresent(findings);
        }
    }

    /** A call that took the place of another one, or was to be transferred, is over when it has done that. */
    private static boolean meant(Case examined) {
        return !examined.requests("REFER").isEmpty()
                || examined.call().opening().header("Replaces", "").isPresent();
    }

    /** That a call was cleared or rejected tells nothing that the BYE does not. */
    private static boolean saysWhy(Reason reason) {
        return !reason.protocol().equalsIgnoreCase("Q.850")
                || reason.cause().isEmpty()
                || !NO_MORE.contains(reason.cause().getAsInt());
    }

    private static Optional<Finding> judge(Dialog dialog, Case examined) {
        Message answer = dialog.answer().orElseThrow();
        return dialog.bye()
                .filter(bye -> bye.head().request() && bye.head().fromTag().equals(dialog.calleeTag()))
                .flatMap(bye -> Elapsed.between(answer, bye)
                        .filter(span -> span.compareTo(AT_ONCE) < 0
                                && !meant(examined)
                                && examined.read(bye).reasons().stream().noneMatch(EndedAtOnce::saysWhy))
                        .map(span -> Finding.about(ENDED, Certainty.POSSIBLE)
                                .proof(bye, answer)
                                .with("ender", Value.of(bye.captured().source()))
                                .with("span", Value.of(span))
                                .found()));
    }
}
