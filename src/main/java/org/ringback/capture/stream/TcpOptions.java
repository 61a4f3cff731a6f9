package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/**
 * Where a TCP header ends (RFC 9293 section 3.1). The options in it show whether the length is right that it says to have:
 * if it is not, the header ends where they do.
 */
final class TcpOptions {

    private static final int HEADER = 20;
    static final int LONGEST = 60;

    /** Two paddings and the time stamps of RFC 7323: all that most segments have. */
    private static final int TIMESTAMPS = 0x0101080A;

    private static final int TIMESTAMPS_HEADER = 32;

    private TcpOptions() {}

    /** Where the data begins of a segment that has 20 bytes or more. */
    static long end(MemorySegment bytes, long from, long to) {
        int says = (Bytes.u8(bytes, from + 12) >>> 4) * 4;
        long end = from + says;
        if (says == HEADER
                || (says == TIMESTAMPS_HEADER && end <= to && Bytes.i32(bytes, from + HEADER) == TIMESTAMPS)) {
            return end;
        }
        if (says > HEADER && end <= to && after(bytes, from + HEADER, end) == end) {
            return end;
        }
        // A header that ends with the packet is most of what is sent: its length is right, and its options are damaged.
        if (says > HEADER && end == to) {
            return end;
        }
        // What the capture has cut off cannot be looked at.
        if (says > HEADER && end > to) {
            return Math.min(to, after(bytes, from + HEADER, to));
        }
        return after(bytes, from + HEADER, Math.min(to, from + LONGEST));
    }

    /** Behind the last option in a range, if what follows is none; else the end of the range. */
    private static long after(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to) {
            int kind = Bytes.u8(bytes, at);
            if (kind == 0) {
                return padded(bytes, from, at, to);
            }
            int length = kind == 1 ? 1 : length(bytes, kind, at, to);
            if (length == 0 || at + length > to) {
                break;
            }
            at += length;
        }
        return at - ((at - from) & 3);
    }

    /** The end of options is followed by zeros up to a multiple of four bytes. */
    private static long padded(MemorySegment bytes, long from, long zero, long to) {
        long at = zero;
        while (at < to && Bytes.u8(bytes, at) == 0) {
            at++;
        }
        return at == to ? to : at - ((at - from) & 3);
    }

    /** How long an option of a kind is, or 0 if it is none that is in use. */
    private static int length(MemorySegment bytes, int kind, long at, long to) {
        int length = to - at < 2 ? 0 : Bytes.u8(bytes, at + 1);
        boolean right = switch (kind) {
            case 2 -> length == 4;
            case 3 -> length == 3;
            case 4 -> length == 2;
            case 5 -> length >= 10 && (length & 7) == 2;
            case 8 -> length == 10;
            case 19 -> length == 18;
            case 28 -> length == 4;
            case 29, 30, 34, 69, 253, 254 -> length >= 2;
            default -> false;
        };
        return right ? length : 0;
    }
}
