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
    private static final int BINARY = 0x80;

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

    /** Microseconds since 1970, or no time if the interface's clock cannot be meant. */
    long time(long ticks) {
        long micros;
        if (resolution == MICROSECONDS) {
            micros = ticks;
        } else if (resolution == 9) {
            micros = Long.divideUnsigned(ticks, 1000);
        } else if ((resolution & BINARY) != 0) {
            micros = binary(ticks, resolution & ~BINARY);
        } else if (resolution < MICROSECONDS) {
            micros = ticks * power(MICROSECONDS - resolution);
        } else if (resolution <= 24) {
            micros = Long.divideUnsigned(ticks, power(resolution - MICROSECONDS));
        } else {
            return Captured.NO_TIME;
        }
        return micros + offset * 1_000_000;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int factor = 0; factor < exponent; factor++) {
            power *= 10;
        }
        return power;
    }

    private static long binary(long ticks, int bits) {
        if (bits > 63) {
            return Captured.NO_TIME;
        }
        long seconds = bits == 0 ? ticks : ticks >>> bits;
        long fraction = ticks - (seconds << bits);
        // Twenty bits must stay free for the factor of a million.
        int spare = Math.max(0, bits - 43);
        return seconds * 1_000_000 + (((fraction >>> spare) * 1_000_000) >>> (bits - spare));
    }
}
