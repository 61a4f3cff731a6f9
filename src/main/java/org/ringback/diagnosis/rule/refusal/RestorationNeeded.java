package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.SipMessage;

/**
 * A mobile network that lost what it knew of a phone, and asks it to register anew before it calls again (3GPP TS 24.229,
 * 5.1.2A.1.6).
 */
final class RestorationNeeded implements RefusalRule {

    private static final Kind NEEDED =
            Kind.of("ims-registration-lost", Weight.FAILURE, 3261, "21.5.5", "refuser", "code", "phone");

    private static final int TIME_OUT = 504;

    private static final Pattern ASKED =
            Pattern.compile("<(?:[\\w.-]{1,32}:)?action\\s{0,8}>\\s{0,32}initial-registration\\s{0,32}<");

    @Override
    public List<Kind> kinds() {
        return List.of(NEEDED);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return refusal.status() == TIME_OUT && asked(examined.read(refusal.response()))
                ? Optional.of(found(refusal, examined))
                : Optional.empty();
    }

    private static boolean asked(SipMessage response) {
        return ImsBody.of(response).filter(text -> ASKED.matcher(text).find()).isPresent();
    }

    private static Finding found(Refusal refusal, Case examined) {
        return RefusalFinding.about(NEEDED, refusal.certainty(), refusal, examined)
                .proof(refusal.response())
                .with("phone", phone(refusal, examined))
                .found();
    }

    /** Behind a proxy that was not captured only its number is known. */
    private static Value phone(Refusal refusal, Case examined) {
        boolean direct = refusal.request()
                .filter(invite -> invite.headers("Via", "v").size() > 1)
                .isEmpty();
        return direct
                ? Value.of(refusal.told().captured().destination())
                : Value.of(examined.call().from().user());
    }
}
