package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
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
import org.ringback.diagnosis.rule.message.DamagedCapture;

/** A CANCEL and the answer that were on their way at the same time: the answer wins, the caller must ACK and hang up. */
final class CanceledTooLate implements Rule {

    private static final Kind CLEANED_UP =
            Kind.of("cancel-crossed-answer", Weight.NORMAL, 3261, "9.1", "canceler", "answerer");
    private static final Kind LEFT_OPEN = Kind.of(
                    "cancel-crossed-answer-no-bye", Weight.FAILURE, 3261, "9.1", "canceler", "answerer")
            .unless(DamagedCapture.FRAGMENT);

    /** What is on its way longer was sent by somebody who knew of the other. */
    private static final Duration CROSSING = Duration.ofSeconds(2);

    /** Long enough for an ACK and a BYE. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public List<Kind> kinds() {
        return List.of(CLEANED_UP, LEFT_OPEN);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CANCEL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts("INVITE")) {
            if (attempt.request().filter(Message::insideDialog).isPresent()) {
                // Who cancels a change of a running call too late does not want to hang up.
                continue;
            }
            List<Transaction> answered =
                    attempt.hops().stream().filter(Transaction::accepted).toList();
            answered.stream()
                    .filter(hop ->
                            hop.canceledBy().flatMap(Transaction::request).isPresent())
                    .filter(hop -> !anotherAnswered(hop, answered))
                    .findFirst()
                    .flatMap(hop -> judge(hop, examined))
                    .ifPresent(findings);
        }
    }

    /** A fork that was answered twice: the proxy cancels the slower one, and that is another story. */
    private static boolean anotherAnswered(Transaction hop, List<Transaction> answered) {
        return answered.stream()
                .anyMatch(other -> other != hop && other.client().equals(hop.client()));
    }

    private static Optional<Finding> judge(Transaction hop, Case examined) {
        Message answer = hop.finalResponse().orElseThrow();
        Message cancel = hop.canceledBy().flatMap(Transaction::request).orElseThrow();
        Optional<Message> bye = examined.dialogs().stream()
                .filter(dialog -> dialog.calleeTag().equals(answer.head().toTag()))
                .map(Dialog::bye)
                .flatMap(Optional::stream)
                .findFirst();
        if (answeredElsewhere(cancel, examined)) {
            return Optional.empty();
        }
        if (bye.isPresent()) {
            Certainty certainty = near(cancel, answer, CROSSING) && near(answer, bye.get(), SOON)
                    ? Certainty.CERTAIN
                    : Certainty.POSSIBLE;
            return Optional.of(about(CLEANED_UP, certainty, cancel, answer)
                    .proof(cancel, answer, bye.get())
                    .found());
        }
        return Elapsed.goesOn(examined, answer, SOON)
                ? Optional.of(about(LEFT_OPEN, Certainty.LIKELY, cancel, answer)
                        .proof(cancel, answer)
                        .found())
                : Optional.empty();
    }

    /** A proxy that cancels the other phones says so (RFC 3326, 3.1); nobody hung up. */
    private static boolean answeredElsewhere(Message cancel, Case examined) {
        return examined.read(cancel).reasons().stream()
                .anyMatch(reason -> reason.cause().isPresent() && reason.cause().getAsInt() == 200);
    }

    /** Whether there is not more than this between two messages, whichever came first, as far as there are times. */
    private static boolean near(Message one, Message other, Duration most) {
        return Elapsed.between(one, other)
                .or(() -> Elapsed.between(other, one))
                .filter(time -> time.compareTo(most) > 0)
                .isEmpty();
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Message cancel, Message answer) {
        return Finding.about(kind, certainty)
                .with("canceler", Value.of(cancel.captured().source()))
                .with("answerer", Value.of(answer.captured().source()));
    }
}
