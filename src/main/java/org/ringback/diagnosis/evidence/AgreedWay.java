package org.ringback.diagnosis.evidence;

import org.ringback.sip.Sdp;
import org.ringback.sip.Sdp.Direction;

/** Which ways sound may flow by what was offered and answered (RFC 3264, 5.1 and 6.1). */
public enum AgreedWay {
    BOTH,
    TO_OFFERER,
    TO_ANSWERER,
    NONE;

    /** By one round of it. */
    public static AgreedWay of(Exchange.Round round) {
        boolean toOfferer = false;
        boolean toAnswerer = false;
        for (Audio.Pair pair : round.sound()) {
            toOfferer |= pair.on() && sends(pair.answer()) && receives(round.offer(), pair.offer());
            toAnswerer |=
                    pair.on() && sends(pair.offer()) && receives(round.answer().orElseThrow(), pair.answer());
        }
        return toOfferer ? (toAnswerer ? BOTH : TO_OFFERER) : toAnswerer ? TO_ANSWERER : NONE;
    }

    private static boolean sends(Sdp.Media media) {
        return media.direction() == Direction.SENDRECV || media.direction() == Direction.SENDONLY;
    }

    private static boolean receives(Sdp sdp, Sdp.Media media) {
        return (media.direction() == Direction.SENDRECV || media.direction() == Direction.RECVONLY)
                && !nowhere(sdp, media);
    }

    /** Whether media are asked for at no address at all, the old way to say hold. */
    public static boolean nowhere(Sdp sdp, Sdp.Media media) {
        return media.address().filter(Sdp.Address::nowhere).isPresent() && !Audio.ice(sdp, media);
    }
}
