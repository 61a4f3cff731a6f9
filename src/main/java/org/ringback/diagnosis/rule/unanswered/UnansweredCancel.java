package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A CANCEL that nobody answered although the INVITE had been: the phone rings on (RFC 3261, 9.1 and 9.2). */
final class UnansweredCancel implements Rule {

    private static final Kind UNANSWERED =
            Kind.of("cancel-unanswered", Weight.TROUBLE, 3261, "9.1", "sender", "receiver", "repeats");

    /** Fewer repetitions may be due to a response that was on its way. */
    private static final int PROOF = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(UNANSWERED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CANCEL, Sign.REPEATED, Sign.OPEN);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().retransmissions() < PROOF) {
            return;
        }
        examined.attempts("INVITE").stream()
                .flatMap(attempt -> attempt.hops().stream().flatMap(hop -> look(hop, attempt).stream()))
                .forEach(findings);
    }

    /** A 100 comes from whoever is asked first, so a phone need not have heard of the call. */
    private static boolean rang(Transaction hop) {
        return hop.responses().stream().anyMatch(told -> told.head().status() == 180);
    }

    /** A 487 or another final response shows that it arrived or came too late. */
    private static Optional<Finding> look(Transaction hop, Attempt attempt) {
        return hop.canceledBy()
                .filter(cancel -> hop.responded()
                        && hop.finalResponse().isEmpty()
                        && !cancel.responded()
                        && cancel.repeatedRequests() >= PROOF
                        && !UnansweredInvite.passedOn(hop, attempt))
                .map(cancel -> {
                    List<Message> sent = cancel.messages();
                    return Finding.about(UNANSWERED, rang(hop) ? Certainty.CERTAIN : Certainty.LIKELY)
                            .proof(sent)
                            .with("sender", Value.of(cancel.client()))
                            .with("receiver", Value.of(cancel.server()))
                            .with("repeats", Value.of(cancel.repeatedRequests()))
                            .found();
                });
    }
}
