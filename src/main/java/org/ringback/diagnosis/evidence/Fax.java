package org.ringback.diagnosis.evidence;

import org.ringback.sip.Sdp;

/** What a session description says about fax over T.38 (RFC 3362). */
public final class Fax {

    private Fax() {}

    /** Whether fax is on and sound is not. */
    public static boolean alone(Sdp sdp) {
        return sdp.media().stream()
                        .anyMatch(media -> !media.off()
                                && media.kind().equalsIgnoreCase("image")
                                && media.protocol().equalsIgnoreCase("udptl"))
                && sdp.media().stream().noneMatch(media -> !media.off() && Audio.sound(media));
    }
}
