package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A CANCEL that is answered 481: whoever got it does not find the INVITE. Why may be told by another rule. */
final class RefusedCancel implements Rule {

    private static final Kind UNKNOWN = Kind.of("cancel-unknown", Weight.TROUBLE, 3261, "9.2", "refuser");

    @Override
    public List<Kind> kinds() {
        return List.of(UNKNOWN);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Transaction invite : examined.transactions()) {
            invite.canceledBy()
                    .ifPresent(cancel -> judge(invite, cancel, examined).ifPresent(findings));
        }
    }

    private static Optional<Finding> judge(Transaction invite, Transaction cancel, Case examined) {
        Optional<Message> refused =
                cancel.finalResponse().filter(told -> told.head().status() == 481);
        if (refused.isEmpty() || cancel.request().isEmpty() || finishedBefore(invite, refused.get(), examined)) {
            return Optional.empty();
        }
        Origin origin = Origins.of(refused.get(), examined);
        return Optional.of(Finding.about(UNKNOWN, Certainty.CERTAIN)
                .proof(refused.get(), cancel.request().get())
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .found());
    }

    /** Once the INVITE has its final response there is nothing left to cancel (9.2): a 481 is as good as a 200 then. */
    private static boolean finishedBefore(Transaction invite, Message refused, Case examined) {
        List<Message> messages = examined.messages();
        return invite.finalResponse()
                .filter(told -> messages.indexOf(told) < messages.indexOf(refused))
                .isPresent();
    }
}
