package org.ringback.capture.payload;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ringback.capture.wire.Limits;

/** Unpacks small pieces of zlib (RFC 1950), gzip (RFC 1952) or bare deflate (RFC 1951) data. */
final class Inflation {

    private static final int GZIP_HEADER = 10;

    private final Buffers buffers;
    private int length;

    Inflation(Buffers buffers) {
        this.buffers = buffers;
    }

    /** The unpacked bytes in borrowed memory, or null if they cannot be unpacked or are more than {@link Limits#INFLATED}. */
    MemorySegment of(MemorySegment bytes, long from, long to) {
        if (to - from < 2) {
            return null;
        }
        int first = Bytes.u16(bytes, from);
        if (first == 0x1F8B) {
            long data = afterGzipHeader(bytes, from, to);
            return data < 0 ? null : inflate(bytes, data, to, true);
        }
        boolean zlib = (first >>> 8 & 0xF) == 8 && first % 31 == 0;
        return inflate(bytes, from, to, !zlib);
    }

    /** How many bytes the last one had. */
    int length() {
        return length;
    }

    void release(MemorySegment unpacked) {
        buffers.giveBack(unpacked);
    }

    private MemorySegment inflate(MemorySegment bytes, long from, long to, boolean bare) {
        byte[] packed = bytes.asSlice(from, to - from).toArray(JAVA_BYTE);
        byte[] unpacked = new byte[(int) Math.min(Limits.INFLATED, Math.max(4096, packed.length * 32L))];
        int count = 0;
        try (var inflater = new Inflater(bare)) {
            inflater.setInput(packed);
            while (!inflater.finished() && count < unpacked.length) {
                int more = inflater.inflate(unpacked, count, unpacked.length - count);
                if (more == 0 && !inflater.finished()) {
                    return null;
                }
                count += more;
            }
            if (!inflater.finished()) {
                return null;
            }
        } catch (DataFormatException e) {
            return null;
        }
        MemorySegment result = buffers.borrow(Math.max(1, count));
        MemorySegment.copy(unpacked, 0, result, JAVA_BYTE, 0, count);
        length = count;
        return result;
    }

    private static long afterGzipHeader(MemorySegment bytes, long from, long to) {
        if (to - from <= GZIP_HEADER) {
            return -1;
        }
        int flags = Bytes.u8(bytes, from + 3);
        long at = from + GZIP_HEADER;
        if ((flags & 4) != 0) {
            if (to - at < 2) {
                return -1;
            }
            at += 2 + Bytes.u16(bytes, at, true);
        }
        for (int names = Integer.bitCount(flags & 0x18); names > 0; names--) {
            while (at < to && Bytes.u8(bytes, at) != 0) {
                at++;
            }
            at++;
        }
        at += (flags & 2) != 0 ? 2 : 0;
        return at < to ? at : -1;
    }
}
