package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** A packet of media in a stream: its length in two bytes, then the packet (RFC 4571, section 2). Here is told by its header what it may be. */
enum MediaFrame {
    /** A packet of sound or pictures (RFC 3550, section 5.1). */
    RTP,
    /** A report whose parts follow each other to its end (RFC 3550, section 6). */
    RTCP,
    /** A report that is encrypted, or the handshake for its keys: believed only among others. */
    SECRET,
    /** Looks for a way (RFC 6544), and cannot be taken for anything else. */
    STUN,
    NONE;

    /** What precedes the packet. */
    static final int LENGTH = 2;

    /** As much of it as {@link #of} looks at: the length and the fixed header of RTP. */
    static final int HEAD = LENGTH + 12;

    /** Nobody sends longer packets of sound or pictures. */
    static final int LONGEST = 8192;

    private static final int SHORTEST = 8;
    private static final int FIRST_RTCP = 192;
    private static final int LAST_RTCP = 223;
    private static final int STUN_HEADER = 20;
    private static final int MAGIC_COOKIE = 0x2112A442;

    /** Whether two bytes of length and the first one of a packet could begin a packet of media; a glance for what is none. */
    static boolean possible(MemorySegment bytes, long from, long to) {
        if (to - from <= LENGTH) {
            return true;
        }
        int length = Bytes.u16(bytes, from);
        int first = Bytes.u8(bytes, from + LENGTH);
        return length >= SHORTEST && length <= LONGEST && (first >>> 6 == 2 || first < 64);
    }

    /** The length of the packet. */
    static int length(MemorySegment bytes, long from) {
        return Bytes.u16(bytes, from);
    }

    /** What begins there; {@link #HEAD} bytes of it must have come, or all of it if it is shorter. */
    static MediaFrame of(MemorySegment bytes, long from, long to) {
        if (!possible(bytes, from, to)) {
            return NONE;
        }
        int length = length(bytes, from);
        long packet = from + LENGTH;
        int first = Bytes.u8(bytes, packet);
        int second = Bytes.u8(bytes, packet + 1);
        if (first >>> 6 == 2) {
            if (second >= FIRST_RTCP && second <= LAST_RTCP) {
                return report(bytes, packet, packet + length, to);
            }
            int header = 12 + 4 * (first & 0xF) + ((first & 0x10) != 0 ? 4 : 0);
            return length >= header ? RTP : NONE;
        }
        if (first < 4) {
            boolean stun = length >= STUN_HEADER
                    && Bytes.u16(bytes, packet + 2) + STUN_HEADER == length
                    && Bytes.i32(bytes, packet + 4) == MAGIC_COOKIE;
            return stun ? STUN : NONE;
        }
        return first >= 20 && second == 0xFE ? SECRET : NONE;
    }

    /** Of one that has not come whole yet nobody knows whether it is encrypted. */
    private static MediaFrame report(MemorySegment bytes, long from, long end, long to) {
        long at = from;
        while (end - at >= 4 && to - at >= 4 && Bytes.u8(bytes, at) >>> 6 == 2) {
            at += 4L * (Bytes.u16(bytes, at + 2) + 1);
        }
        return at == end ? RTCP : SECRET;
    }

    /** Who sends it; only of {@link #RTP} and {@link #RTCP}. */
    int source(MemorySegment bytes, long from) {
        return Bytes.i32(bytes, from + LENGTH + (this == RTP ? 8 : 4));
    }

    /** The sequence number of a packet of {@link #RTP}. */
    static int sequence(MemorySegment bytes, long from) {
        return Bytes.u16(bytes, from + LENGTH + 2);
    }
}
