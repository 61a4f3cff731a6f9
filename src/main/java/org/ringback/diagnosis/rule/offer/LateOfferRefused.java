package org.ringback.diagnosis.rule.offer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.diagnosis.rule.refusal.CauseMeaning;
import org.ringback.diagnosis.rule.refusal.CauseMeaning.Subject;

/** An INVITE without a session description, to which the other side is to make the offer (RFC 3264, 5), and which it refuses. */
final class LateOfferRefused implements RefusalRule {

    private static final Kind REFUSED = Kind.of(
                    "late-offer-refused", Weight.FAILURE, 3261, "13.2.1", "sender", "refuser", "code")
            .unless("header-missing", "header-twice", "header-wrong-form", "from-tag-missing", "refusal-explained")
            .unless(CauseMeaning.ids(Subject.NUMBER, Subject.CALLEE, Subject.CAPACITY));

    /** With what some complain of a body that is missing. */
    private static final Set<Integer> MAYBE = Set.of(400, 500);

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        boolean aboutBody = refusal.ofBody() || MAYBE.contains(refusal.status());
        return !aboutBody || refusal.attempt().ringing().isPresent()
                ? Optional.empty()
                : refusal.request()
                        .filter(invite -> Whole.bodiless(invite, examined))
                        .map(invite -> found(refusal, invite, examined));
    }

    private static Finding found(Refusal refusal, Message invite, Case examined) {
        return RefusalFinding.about(
                        REFUSED, refusal.ofBody() ? Certainty.LIKELY : Certainty.POSSIBLE, refusal, examined)
                .proof(refusal.response(), invite)
                .with("sender", Value.of(invite.captured().source()))
                .found();
    }
}
