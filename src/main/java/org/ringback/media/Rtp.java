package org.ringback.media;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** The header of RTP where it lies (RFC 3550, section 5.1). What is encrypted as SRTP has the same header in the clear. */
final class Rtp {

    static final int HEADER = 12;

    /** RTCP on the same port: its packet types, seen as payload types with a marker (RFC 5761, section 4). */
    private static final int FIRST_RTCP = 192;

    private static final int LAST_RTCP = 223;

    private Rtp() {}

    /** Whether a datagram may be RTP: its version is 2, it is no RTCP, and its header fits into it. */
    static boolean is(MemorySegment bytes, long from, long to, long missing) {
        return to - from >= HEADER
                && version2(bytes, from)
                && !typeOfRtcp(bytes, from)
                && fits(bytes, from, to, missing);
    }

    static boolean version2(MemorySegment bytes, long from) {
        return Bytes.u8(bytes, from) >>> 6 == 2;
    }

    static boolean typeOfRtcp(MemorySegment bytes, long from) {
        int type = Bytes.u8(bytes, from + 1);
        return type >= FIRST_RTCP && type <= LAST_RTCP;
    }

    private static boolean fits(MemorySegment bytes, long from, long to, long missing) {
        long payload = payload(bytes, from);
        if (payload > to) {
            return missing > 0 && payload <= to + missing;
        }
        boolean extension = (Bytes.u8(bytes, from) & 0x10) != 0;
        if (extension) {
            if (payload + 4 > to) {
                return missing > 0;
            }
            payload += 4 + 4L * Bytes.u16(bytes, payload + 2);
        }
        return payload <= to + missing;
    }

    /** Behind the contributing sources, where an extension or the payload begins. */
    private static long payload(MemorySegment bytes, long from) {
        return from + HEADER + 4L * (Bytes.u8(bytes, from) & 0xF);
    }

    /** Where the payload begins, behind contributing sources and extension; never behind the end. */
    static long payload(MemorySegment bytes, long from, long to) {
        long at = payload(bytes, from);
        if ((Bytes.u8(bytes, from) & 0x10) != 0 && at + 4 <= to) {
            at += 4 + 4L * Bytes.u16(bytes, at + 2);
        }
        return Math.min(at, to);
    }

    /** Where the payload ends: before the padding, if there is some and it was captured. */
    static long payloadEnd(MemorySegment bytes, long from, long to, long missing) {
        boolean padded = (Bytes.u8(bytes, from) & 0x20) != 0 && missing == 0;
        return padded ? Math.max(from, to - Bytes.u8(bytes, to - 1)) : to;
    }

    static boolean marker(MemorySegment bytes, long from) {
        return Bytes.u8(bytes, from + 1) >= 0x80;
    }

    static int payloadType(MemorySegment bytes, long from) {
        return Bytes.u8(bytes, from + 1) & 0x7F;
    }

    static int sequence(MemorySegment bytes, long from) {
        return Bytes.u16(bytes, from + 2);
    }

    static int timestamp(MemorySegment bytes, long from) {
        return Bytes.i32(bytes, from + 4);
    }

    static int ssrc(MemorySegment bytes, long from) {
        return Bytes.i32(bytes, from + 8);
    }
}
