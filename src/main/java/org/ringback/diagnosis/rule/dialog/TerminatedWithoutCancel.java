package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.refusal.CauseMeaning;

/** A 487 for which the caller sent no CANCEL: a proxy canceled, or the CANCEL was not captured. */
final class TerminatedWithoutCancel implements Rule {

    private static final Kind BY_PROXY =
            Kind.of("canceled-by-proxy", Weight.FAILURE, 3261, "16.8", "canceler", "receiver", "wait");
    private static final Kind WITHOUT_CANCEL = Kind.of(
                    "terminated-without-cancel", Weight.TROUBLE, 3261, "21.4.25", "refuser")
            .unless(CauseMeaning.ids(CauseMeaning.Subject.values()));

    @Override
    public List<Kind> kinds() {
        return List.of(BY_PROXY, WITHOUT_CANCEL);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .filter(refusal -> refusal.status() == 487)
                .filter(refusal -> refusal.attempt().cancel().isEmpty()
                        && !onlyAnswered(refusal)
                        && refusal.attempt().request().isPresent())
                .filter(_ -> examined.requests("BYE").isEmpty())
                .map(refusal -> judge(refusal, examined))
                .ifPresent(findings);
    }

    /** Whether the caller's CANCEL was not captured, but the response to it. */
    private static boolean onlyAnswered(Refusal refusal) {
        return refusal.attempt()
                .root()
                .canceledBy()
                .filter(cancel -> cancel.request().isEmpty())
                .isPresent();
    }

    private static Finding judge(Refusal refusal, Case examined) {
        Optional<Message> cancel = refusal.attempt().hops().stream()
                .flatMap(hop -> hop.canceledBy().stream())
                .flatMap(canceling -> canceling.request().stream())
                .findFirst();
        if (cancel.isPresent() && examined.requests("CANCEL").stream().noneMatch(other -> ofCaller(other, refusal))) {
            return Finding.about(BY_PROXY, Certainty.LIKELY)
                    .proof(cancel.get(), refusal.response())
                    .saidBy(refusal.origin())
                    .with("canceler", Value.of(cancel.get().captured().source()))
                    .with("receiver", Value.of(cancel.get().captured().destination()))
                    .with("wait", Elapsed.value(refusal.attempt().request().orElseThrow(), cancel.get()))
                    .found();
        }
        return Finding.about(WITHOUT_CANCEL, Certainty.CERTAIN)
                .proof(refusal.response())
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .found();
    }

    private static boolean ofCaller(Message cancel, Refusal refusal) {
        Transaction root = refusal.attempt().root();
        return cancel.captured().source().host().equals(root.client().host());
    }
}
