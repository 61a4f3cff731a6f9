package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ringback.capture.payload.Bytes;

/**
 * What a receiver measured of a call, as it says in an extended report of RTCP (RFC 3611, section 4.7). What it says that it does
 * not know is empty. Spans are in milliseconds.
 *
 * @param lossShare packets lost on the way, from 0 to 1
 * @param discardShare packets that came too late or too early to be played, from 0 to 1
 * @param bursts times in which many packets were lost or discarded; empty if there were none
 * @param gaps the times between them
 * @param roundTrip between the two that talk
 * @param endSystem what the device itself adds: to fill and encode packets, to even out and decode them
 * @param rFactor 0 to 100
 * @param mosListening 1.0 to 5.0, without the delay
 * @param mosConversational the same, with the delay
 * @param jitterBuffer how long a packet waits in it that comes just in time
 */
public record VoipMetrics(
        double lossShare,
        double discardShare,
        Optional<Period> bursts,
        Optional<Period> gaps,
        OptionalInt roundTrip,
        OptionalInt endSystem,
        OptionalInt rFactor,
        OptionalDouble mosListening,
        OptionalDouble mosConversational,
        OptionalInt jitterBuffer) {

    /** The length of the block. */
    static final int LENGTH = 36;

    private static final int HIGHEST_R = 100;

    /**
     * Times of one kind.
     *
     * @param density the share of packets that were lost or discarded in them, from 0 to 1
     * @param length how long one is on average
     */
    public record Period(double density, int length) {

        private static Optional<Period> of(int density, int length) {
            return length == 0 ? Optional.empty() : Optional.of(new Period(density / 256.0, length));
        }
    }

    /** Reads the block that begins at {@code at}. */
    static VoipMetrics read(MemorySegment bytes, long at) {
        return new VoipMetrics(
                Bytes.u8(bytes, at + 8) / 256.0,
                Bytes.u8(bytes, at + 9) / 256.0,
                Period.of(Bytes.u8(bytes, at + 10), Bytes.u16(bytes, at + 12)),
                Period.of(Bytes.u8(bytes, at + 11), Bytes.u16(bytes, at + 14)),
                span(Bytes.u16(bytes, at + 16)),
                span(Bytes.u16(bytes, at + 18)),
                rating(Bytes.u8(bytes, at + 24)),
                opinion(Bytes.u8(bytes, at + 26)),
                opinion(Bytes.u8(bytes, at + 27)),
                span(Bytes.u16(bytes, at + 30)));
    }

    /** Who cannot tell a delay writes 0. */
    private static OptionalInt span(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** 127 stands for what is not known, and more than 100 for nothing. */
    private static OptionalInt rating(int value) {
        return value > HIGHEST_R ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** In tenths; 127 stands for what is not known. */
    private static OptionalDouble opinion(int value) {
        return value < 10 || value > 50 ? OptionalDouble.empty() : OptionalDouble.of(value / 10.0);
    }
}
