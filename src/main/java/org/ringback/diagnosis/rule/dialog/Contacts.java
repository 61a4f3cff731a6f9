package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.CallKind;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.NameAddr;

/**
 * An answer must name one Contact, neither none nor several (RFC 3261, 12.1.1): it is where everything that follows goes.
 * Said only of a call in which what followed did not get through.
 */
final class Contacts implements Rule {

    private static final Kind MISSING = Kind.of("contact-missing", Weight.FAILURE, 3261, "12.1.1", "answerer", "code");
    private static final Kind SEVERAL =
            Kind.of("several-contacts", Weight.FAILURE, 3261, "12.1.1", "answerer", "code", "contacts");

    /** Fewer copies may be an ACK that is late or was lost once. */
    private static final long REPEATED = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, SEVERAL);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED, Sign.REPEATED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() != CallKind.CALL) {
            return;
        }
        for (Dialog dialog : examined.dialogs()) {
            dialog.answer()
                    .filter(answer -> harmed(dialog, answer) && examined.whole(answer))
                    .flatMap(answer -> judge(answer, examined))
                    .ifPresent(findings);
        }
    }

    private static boolean harmed(Dialog dialog, Message answer) {
        return dialog.transactions().stream().anyMatch(sent -> repeated(sent, answer) || lost(sent));
    }

    private static boolean repeated(Transaction invite, Message answer) {
        return invite.messages().contains(answer)
                && invite.messages().stream()
                                .filter(message -> message.success() && message.retransmission())
                                .count()
                        >= REPEATED;
    }

    private static boolean lost(Transaction sent) {
        return sent.request().filter(Message::insideDialog).isPresent()
                && !sent.method().equals("ACK")
                && !sent.responded()
                && sent.repeatedRequests() >= REPEATED;
    }

    private static Optional<Finding> judge(Message answer, Case examined) {
        List<NameAddr> contacts = examined.read(answer).addresses("Contact");
        if (contacts.isEmpty()) {
            // Whoever sent an ACK knew where to.
            boolean acknowledged = examined.messages().stream()
                    .anyMatch(message -> message.request("ACK")
                            && message.head().fromTag().equals(answer.head().fromTag()));
            return acknowledged
                    ? Optional.empty()
                    : Optional.of(about(MISSING, Whole.lacking(answer), answer, examined)
                            .found());
        }
        return contacts.size() == 1
                ? Optional.empty()
                : Optional.of(about(SEVERAL, Certainty.LIKELY, answer, examined)
                        .with(
                                "contacts",
                                Value.of(contacts.stream()
                                        .map(contact -> contact.uri().text())
                                        .distinct()
                                        .toList()))
                        .found());
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Message answer, Case examined) {
        return Finding.about(kind, certainty)
                .proof(answer)
                .with("answerer", Value.of(answer.captured().source()))
                .with("code", examined.code(answer));
    }
}
