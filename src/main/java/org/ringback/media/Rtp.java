package org.ringback.media;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/**
 * The header of RTP (RFC 3550, section 5.1). What is encrypted as SRTP has the same header in the clear. Its first eight bytes are
 * read at once, as one number: to read each field where it lies takes several times as long.
 */
final class Rtp {

    static final int HEADER = 12;

    /** RTCP on the same port: its packet types, seen as payload types with a marker (RFC 5761, section 4). */
    private static final int FIRST_RTCP = 192;

    private static final int LAST_RTCP = 223;

    private Rtp() {}

    /** The first eight bytes; 0 where not so much is there as a header has. */
    static long head(MemorySegment bytes, long from, long to) {
        return to - from < HEADER ? 0 : Bytes.i64(bytes, from);
    }

    /** Whether a datagram may be RTP: its version is 2, it is no RTCP, and its header and padding fit into it. */
    static boolean is(MemorySegment bytes, long head, long from, long to, long missing) {
        return head >>> 62 == 2 && !rtcp((int) (head >>> 48) & 0xFF) && fits(bytes, head, from, to, missing);
    }

    static boolean version2(MemorySegment bytes, long from) {
        return Bytes.u8(bytes, from) >>> 6 == 2;
    }

    static boolean typeOfRtcp(MemorySegment bytes, long from) {
        return rtcp(Bytes.u8(bytes, from + 1));
    }

    private static boolean rtcp(int type) {
        return type >= FIRST_RTCP && type <= LAST_RTCP;
    }

    private static boolean fits(MemorySegment bytes, long head, long from, long to, long missing) {
        long payload = from + HEADER + sources(head);
        if (payload > to) {
            return missing > 0 && payload <= to + missing;
        }
        if (extended(head)) {
            if (payload + 4 > to) {
                return missing > 0;
            }
            payload += 4 + 4L * Bytes.u16(bytes, payload + 2);
        }
        return payload <= to + missing;
    }

    /** The length of the contributing sources, in bytes. */
    private static long sources(long head) {
        return 4 * (head >>> 56 & 0xF);
    }

    private static boolean extended(long head) {
        return (head >>> 60 & 1) != 0;
    }

    /** Where the payload begins, behind contributing sources and extension; never behind the end. */
    static long payload(MemorySegment bytes, long head, long from, long to) {
        long at = from + HEADER + sources(head);
        if (extended(head) && at + 4 <= to) {
            at += 4 + 4L * Bytes.u16(bytes, at + 2);
        }
        return Math.min(at, to);
    }

    /** Where the payload ends: before the padding, if there is some and it was captured. */
    static long payloadEnd(MemorySegment bytes, long head, long from, long to, long missing) {
        boolean padded = (head >>> 61 & 1) != 0 && missing == 0;
        return padded ? Math.max(from, to - Bytes.u8(bytes, to - 1)) : to;
    }

    static boolean marker(long head) {
        return (head >>> 55 & 1) != 0;
    }

    static int payloadType(long head) {
        return (int) (head >>> 48) & 0x7F;
    }

    static int sequence(long head) {
        return (int) (head >>> 32) & 0xFFFF;
    }

    static int timestamp(long head) {
        return (int) head;
    }

    static int ssrc(MemorySegment bytes, long from) {
        return Bytes.i32(bytes, from + 8);
    }
}
