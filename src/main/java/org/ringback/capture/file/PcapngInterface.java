package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Captured;

/**
 * An interface of a pcapng section.
 *
 * @param snapLength the most bytes of a packet that were kept, or 0 for all
 * @param resolution as the option if_tsresol: a negative power of ten, or of two if the highest bit is set
 * @param offset seconds to add to each time
 */
record PcapngInterface(int linkType, long snapLength, int resolution, long offset) {

    private static final int RESOLUTION = 9;
    private static final int OFFSET = 14;
    private static final int MICROSECONDS = 6;
    private static final int NANOSECONDS = 9;
    private static final int BINARY = 0x80;
    private static final long MILLION = 1_000_000;

    /** With finer ones nobody could count from 1970 to a year in which there were networks. */
    private static final int FINEST = 24;

    private static final int FINEST_BINARY = 63;
    private static final int NEVER = 127;

    /** The years that have four digits: no capture is from another one. */
    private static final long FIRST_SECOND = -62_135_596_800L;

    private static final long LAST_SECOND = 253_402_300_799L;

    /** When a capture may have been made of which it is not known what its clock counts: 1990 to 2100. */
    private static final long SOONEST = 631_152_000_000_000L;

    private static final long LATEST = 4_102_444_800_000_000L;

    static PcapngInterface of(MemorySegment bytes, long from, long to, boolean littleEndian) {
        if (to - from < 16) {
            return new PcapngInterface(-1 & 0xFFFF, 0, MICROSECONDS, 0);
        }
        int linkType = Bytes.u16(bytes, from + 8, littleEndian);
        long snapLength = Bytes.u32(bytes, from + 12, littleEndian);
        int resolution = MICROSECONDS;
        long offset = 0;
        long at = from + 16;
        while (to - at >= 4) {
            int code = Bytes.u16(bytes, at, littleEndian);
            int length = Bytes.u16(bytes, at + 2, littleEndian);
            if (code == 0 || length > to - at - 4) {
                break;
            }
            if (code == RESOLUTION && length >= 1) {
                resolution = Bytes.u8(bytes, at + 4);
            } else if (code == OFFSET && length >= 8) {
                offset = Bytes.i64(bytes, at + 4, littleEndian);
            }
            at += 4 + ((length + 3L) & ~3L);
        }
        return new PcapngInterface(linkType, snapLength, resolution, offset);
    }

    /**
     * One whose block was lost.
     *
     * @param ticks of one of its packets: they show whether it counts micro- or nanoseconds, as nearly all do
     */
    static PcapngInterface lost(int linkType, long ticks) {
        int resolution = NEVER;
        for (int usual : new int[] {MICROSECONDS, NANOSECONDS}) {
            long time = new PcapngInterface(linkType, 0, usual, 0).time(ticks);
            if (time >= SOONEST && time < LATEST) {
                resolution = usual;
            }
        }
        return new PcapngInterface(linkType, 0, resolution, 0);
    }

    /** Microseconds since 1970, or no time if the interface's clock cannot be meant. */
    long time(long ticks) {
        long micros = micros(ticks);
        long seconds = Math.floorDiv(micros, MILLION);
        if (micros == Captured.NO_TIME || offset < FIRST_SECOND - seconds || offset > LAST_SECOND - seconds) {
            return Captured.NO_TIME;
        }
        return micros + offset * MILLION;
    }

    /** Ticks as microseconds, rounded down. */
    private long micros(long ticks) {
        int exponent = resolution & ~BINARY;
        if ((resolution & BINARY) != 0) {
            return exponent > FINEST_BINARY ? Captured.NO_TIME : binary(ticks, exponent);
        }
        if (exponent > FINEST) {
            return Captured.NO_TIME;
        }
        if (exponent > MICROSECONDS) {
            return Long.divideUnsigned(ticks, power(exponent - MICROSECONDS));
        }
        long factor = power(MICROSECONDS - exponent);
        // A clock before 1970 counts down from zero.
        return Math.multiplyHigh(ticks, factor) == (ticks * factor) >> 63 ? ticks * factor : Captured.NO_TIME;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int factor = 0; factor < exponent; factor++) {
            power *= 10;
        }
        return power;
    }

    private static long binary(long ticks, int bits) {
        long high = bits == 0 ? Math.multiplyHigh(ticks, MILLION) : Math.unsignedMultiplyHigh(ticks, MILLION);
        long low = ticks * MILLION;
        if (bits == 0) {
            return high == low >> 63 ? low : Captured.NO_TIME;
        }
        long micros = high << (64 - bits) | low >>> bits;
        return high >>> bits == 0 && micros >= 0 ? micros : Captured.NO_TIME;
    }
}
