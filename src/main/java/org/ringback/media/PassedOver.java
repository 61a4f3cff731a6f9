package org.ringback.media;

import java.util.function.LongUnaryOperator;
import org.ringback.capture.wire.Captured;

/**
 * What of a file was not measured, because it has more of a kind than is remembered: floods and scans do.
 *
 * @param file its index in the order given
 * @param limit how many of the kind are remembered, see {@link org.ringback.capture.wire.Limits}
 * @param packets of the others
 * @param since when the first of these came, or {@link Captured#NO_TIME}
 */
public record PassedOver(int file, Kind kind, int limit, long packets, long since) {

    /** What there was too much of. */
    public enum Kind {
        /** Streams of RTP. */
        STREAMS,
        /** Pairs of ports with other datagrams. */
        FLOWS,
        /** Pairs of ports with checks of ICE. */
        CHECKS,
        /** Handshakes of DTLS. */
        HANDSHAKES,
        /** Who reports on whom by RTCP. */
        REPORTERS
    }

    /** The same by another clock. */
    PassedOver by(LongUnaryOperator clock) {
        return since == Captured.NO_TIME ? this : new PassedOver(file, kind, limit, packets, clock.applyAsLong(since));
    }

    /** Whether something of it may have come before a time: what has no time may have come at any. */
    public boolean before(long time) {
        return since == Captured.NO_TIME || since <= time;
    }
}
