package org.ringback.diagnosis.rule.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.SecureMedia;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipUri;
import org.ringback.sip.StartLine;

/**
 * A browser is called with an offer that lacks what every browser demands: DTLS-SRTP, ICE and rtcp-mux (RFC 8827, RFC 8834).
 * Or the offer is that of a browser, and was sent before it knew where it can be reached (RFC 8839, RFC 8840).
 */
final class WebrtcOffer implements RefusalRule {

    static final String ID = "webrtc-offer-incomplete";

    static final String NOWHERE = "offer-without-candidates";

    private static final Kind INCOMPLETE =
            Kind.of(ID, Weight.FAILURE, 8827, "6.5", "sender", "refuser", "code", "missing");
    private static final Kind NO_CANDIDATES = Kind.of(NOWHERE, Weight.FAILURE, 8839, null, "sender", "refuser", "code");

    @Override
    public List<Kind> kinds() {
        return List.of(INCOMPLETE, NO_CANDIDATES);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return refusal.ofBody()
                ? refusal.request()
                        .flatMap(invite -> toBrowser(invite, examined)
                                ? look(refusal, invite, examined)
                                : nowhere(refusal, invite, examined))
                : Optional.empty();
    }

    /** Browsers are reached over a WebSocket only, and have no host name of their own (RFC 7118, 5.2 and annex). */
    private static boolean toBrowser(Message invite, Case examined) {
        if (!(examined.read(invite).startLine() instanceof StartLine.RequestLine line)) {
            return false;
        }
        SipUri target = SipUri.of(line.uri());
        return target.parameters()
                .value("transport")
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.equals("ws") || value.equals("wss"))
                .isPresent();
    }

    private static Optional<Finding> look(Refusal refusal, Message invite, Case examined) {
        return examined.read(invite)
                .sdp()
                .map(WebrtcOffer::missing)
                .filter(missing -> !missing.isEmpty())
                .map(missing -> RefusalFinding.about(INCOMPLETE, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("sender", Value.of(invite.captured().source()))
                        .with("missing", Value.of(missing))
                        .found());
    }

    /** An offer that was sent before its author knew one way to be reached: it wants ICE and names no candidate. */
    private static Optional<Finding> nowhere(Refusal refusal, Message invite, Case examined) {
        return examined.read(invite)
                .sdp()
                .filter(offer -> refusal.ofMedia() && examined.whole(invite) && nowhere(offer))
                .map(_ -> RefusalFinding.about(NO_CANDIDATES, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("sender", Value.of(invite.captured().source()))
                        .found());
    }

    private static boolean nowhere(Sdp offer) {
        List<Sdp.Media> streams =
                Audio.streams(offer).stream().filter(media -> !media.off()).toList();
        return !streams.isEmpty()
                && !Audio.has(offer, "candidate")
                && streams.stream()
                        .allMatch(media -> Audio.ice(offer, media)
                                && !Audio.has(media, "candidate")
                                && media.address().filter(Sdp.Address::nowhere).isPresent());
    }

    private static List<String> missing(Sdp offer) {
        List<String> missing = new ArrayList<>();
        if (offer.media().stream()
                .noneMatch(media -> media.protocol().toUpperCase(Locale.ROOT).endsWith("SAVPF"))) {
            missing.add("UDP/TLS/RTP/SAVPF");
        }
        if (SecureMedia.fingerprints(offer).isEmpty()) {
            missing.add("a=fingerprint");
        }
        for (String name : List.of("ice-ufrag", "rtcp-mux")) {
            boolean there =
                    offer.attributes().stream().anyMatch(one -> one.name().equals(name))
                            || offer.media().stream()
                                    .flatMap(media -> media.attributes().stream())
                                    .anyMatch(one -> one.name().equals(name));
            if (!there) {
                missing.add("a=" + name);
            }
        }
        return missing;
    }
}
