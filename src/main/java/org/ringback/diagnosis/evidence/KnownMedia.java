package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ringback.call.Message;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;

/**
 * What media whoever refused an offer can do, in its own words.
 *
 * @param message where it says so
 * @param inRefusal whether that is the refusal itself, and not another occasion
 */
public record KnownMedia(Message message, Sdp sdp, boolean inRefusal) {

    /**
     * What a refusal says of it, else the first of other messages of the same host that names codecs.
     *
     * @param codecs the codecs of a description, by which it is told whether it names any
     */
    public static Optional<KnownMedia> of(
            Message refusal, Origin refuser, Case examined, Function<Sdp, List<String>> codecs) {
        return examined.read(refusal)
                .sdp()
                .map(sdp -> new KnownMedia(refusal, sdp, true))
                .or(() -> examined.circumstances().capabilities(refuser.firstSaidBy()).stream()
                        .filter(message ->
                                !message.head().callId().equals(refusal.head().callId()))
                        .flatMap(message -> SipMessage.parse(message.captured().bytes()).sdp().stream()
                                .map(sdp -> new KnownMedia(message, sdp, false)))
                        .filter(known -> !codecs.apply(known.sdp()).isEmpty())
                        .findFirst());
    }
}
