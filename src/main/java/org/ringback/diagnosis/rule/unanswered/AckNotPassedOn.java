package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Repeats;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A proxy that gets the ACK to a 2xx and does not send it on (RFC 3261, 16.12), seen on both of its sides. */
final class AckNotPassedOn implements Rule {

    private static final Kind KEPT = Kind.of(
                    "ack-not-passed-on", Weight.FAILURE, 3261, "16.12", "sender", "proxy", "answerer", "repeats")
            .unless("ack-tag-differs", "ack-cseq-differs");

    /** One copy may have been on its way. */
    private static final int PROOF = 2;

    @Override
    public List<Kind> kinds() {
        return List.of(KEPT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.ANSWERED, Sign.REPEATED, Sign.PASSED_ON);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Dialog dialog : examined.dialogs()) {
            dialog.acknowledgement()
                    .flatMap(ack -> dialog.answer().flatMap(answer -> judge(dialog, answer, ack)))
                    .ifPresent(findings);
        }
    }

    private static Optional<Finding> judge(Dialog dialog, Message answer, Message ack) {
        String proxy = ack.captured().destination().host();
        boolean left = dialog.transactions().stream()
                .filter(transaction -> transaction.method().equals("ACK"))
                .flatMap(transaction -> transaction.messages().stream())
                .anyMatch(one -> one.captured().source().host().equals(proxy));
        return left || proxy.isEmpty()
                ? Optional.empty()
                : dialog.transactions().stream()
                        .filter(hop -> hop.method().equals("INVITE")
                                && hop.client().host().equals(proxy)
                                && !hop.server()
                                        .host()
                                        .equals(ack.captured().source().host()))
                        .flatMap(hop -> kept(hop, answer, ack).stream())
                        .findFirst();
    }

    private static Optional<Finding> kept(Transaction hop, Message answer, Message ack) {
        List<Message> later = Repeats.apart(hop.messages().stream()
                .filter(message -> message.success()
                        && message.head().cseq() == ack.head().cseq()
                        && Elapsed.between(ack, message).isPresent())
                .toList());
        return later.size() < PROOF
                ? Optional.empty()
                : Optional.of(Finding.about(KEPT, Certainty.LIKELY)
                        .proof(ack, answer, later.getLast())
                        .with("sender", Value.of(ack.captured().source()))
                        .with("proxy", Value.of(ack.captured().destination()))
                        .with("answerer", Value.of(hop.server()))
                        .with("repeats", Value.of(later.size()))
                        .found());
    }
}
