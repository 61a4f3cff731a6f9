package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.ringback.capture.payload.Bytes;

/** Reads messages of STUN as ICE uses them (RFC 8489, section 5; RFC 8445, section 7). */
final class Stun {

    static final int REQUEST = 0x0001;
    static final int SUCCESS = 0x0101;
    static final int ERROR = 0x0111;

    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int HEADER = 20;
    private static final int USERNAME = 0x0006;
    private static final int ERROR_CODE = 0x0009;
    private static final int MOST_ATTRIBUTES = 32;

    /** Both fragments have up to 256 characters (RFC 8839, section 5.4). */
    private static final int LONGEST_NAME = 513;

    private Stun() {}

    static boolean is(MemorySegment bytes, long from, long to) {
        return to - from >= HEADER && Bytes.u8(bytes, from) < 4 && Bytes.i32(bytes, from + 4) == MAGIC_COOKIE;
    }

    /** Method and class together; those of Binding are {@link #REQUEST}, {@link #SUCCESS} and {@link #ERROR}. */
    static int type(MemorySegment bytes, long from) {
        return Bytes.u16(bytes, from);
    }

    /** For whom a request is meant and who asks; empty if it names nobody, as a client of a STUN server does not. */
    static String username(MemorySegment bytes, long from, long to) {
        long at = attribute(bytes, from, to, USERNAME);
        int length = at < 0 ? 0 : Bytes.u16(bytes, at + 2);
        if (length == 0 || length > LONGEST_NAME || to - at - 4 < length) {
            return "";
        }
        var name = new byte[length];
        Bytes.copy(bytes, at + 4, name, 0, length);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The code of an error response, 487 for instance; 0 if it has none. */
    static int error(MemorySegment bytes, long from, long to) {
        long at = attribute(bytes, from, to, ERROR_CODE);
        return at < 0 || to - at < 8 ? 0 : 100 * (Bytes.u8(bytes, at + 6) & 7) + Bytes.u8(bytes, at + 7);
    }

    /** Where the header of an attribute begins, or -1. */
    private static long attribute(MemorySegment bytes, long from, long to, int wanted) {
        long at = from + HEADER;
        for (int i = 0; i < MOST_ATTRIBUTES && to - at >= 4; i++) {
            if (Bytes.u16(bytes, at) == wanted) {
                return at;
            }
            // Each is padded to a multiple of four bytes.
            at += 4 + (Bytes.u16(bytes, at + 2) + 3L & ~3L);
        }
        return -1;
    }
}
