package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.EventPackage;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.Rule;

/**
 * A phone subscribes by itself to what concerns only itself, and the server does not know such an event (RFC 6665, 4.1.2.1):
 * unlike a lamp, nobody misses it.
 */
final class OwnSettings implements Rule {

    private static final Kind NOT_OFFERED = Kind.of(
                    "settings-not-offered", Weight.NORMAL, 6665, "4.1.2.1", "refuser", "code", "event")
            .settling();

    /** Its settings (RFC 6080), and its forwarding and do not disturb, as they stand on the server. */
    private static final Set<String> OWN = Set.of("ua-profile", "as-feature-event");

    private static final int BAD_EVENT = 489;

    @Override
    public List<Kind> kinds() {
        return List.of(NOT_OFFERED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().method().equals("SUBSCRIBE")) {
            examined.refusal()
                    .filter(refusal -> refusal.status() == BAD_EVENT)
                    .flatMap(refusal -> refusal.attempt()
                            .request()
                            .filter(request -> OWN.contains(EventPackage.of(request)))
                            .map(request -> notOffered(refusal, request, examined)))
                    .ifPresent(findings);
        }
    }

    private static Finding notOffered(Refusal refusal, Message request, Case examined) {
        return RefusalFinding.about(NOT_OFFERED, Certainty.CERTAIN, refusal, examined)
                .proof(refusal.response(), request)
                .with("event", EventPackage.of(request))
                .found();
    }
}
