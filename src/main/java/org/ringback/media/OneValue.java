package org.ringback.media;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** Tells payloads that hold the same value again and again: silence that was made, not heard. */
final class OneValue {

    /** So much of a payload tells. */
    private static final int LOOKED_AT = 32;

    private static final long EACH_BYTE = 0x0101010101010101L;

    private OneValue() {}

    /** Whether its first bytes are the same again and again: speech is not. */
    static boolean is(MemorySegment bytes, long from, long to) {
        if (to - from < LOOKED_AT) {
            return false;
        }
        long begin = Bytes.i64(bytes, from);
        return (begin & 0xFF) * EACH_BYTE == begin && goesOn(bytes, from, begin);
    }

    private static boolean goesOn(MemorySegment bytes, long from, long begin) {
        for (long at = from + Long.BYTES; at < from + LOOKED_AT; at += Long.BYTES) {
            if (Bytes.i64(bytes, at) != begin) {
                return false;
            }
        }
        return true;
    }
}
