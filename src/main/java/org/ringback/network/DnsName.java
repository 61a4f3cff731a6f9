package org.ringback.network;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** Names in DNS messages (RFC 1035 section 4.1.4): labels, and pointers to names that stood before. */
final class DnsName {

    private static final int LONGEST = 255;

    private DnsName() {}

    /**
     * Reads a name.
     *
     * @param message where the message begins, from which pointers count
     * @param name gets it in lower case, without the dot at its end
     * @return where what follows it begins, or -1 if it is damaged
     */
    static long read(MemorySegment bytes, long message, long from, long to, StringBuilder name) {
        long at = from;
        long after = -1;
        // A pointer must lead back, so that none can lead round in a circle.
        long before = from;
        while (at < to) {
            int length = Bytes.u8(bytes, at);
            if (length == 0) {
                return after < 0 ? at + 1 : after;
            }
            if (length >= 0xC0) {
                if (to - at < 2) {
                    return -1;
                }
                long target = message + (Bytes.u16(bytes, at) & 0x3FFF);
                after = after < 0 ? at + 2 : after;
                if (target >= before) {
                    return -1;
                }
                before = target;
                at = target;
            } else if (length > 63 || to - at <= length || name.length() + length + 1 > LONGEST) {
                return -1;
            } else {
                label(bytes, at + 1, length, name);
                at += length + 1;
            }
        }
        return -1;
    }

    private static void label(MemorySegment bytes, long from, int length, StringBuilder name) {
        if (!name.isEmpty()) {
            name.append('.');
        }
        for (long at = from; at < from + length; at++) {
            int character = Bytes.u8(bytes, at);
            if (character >= 'A' && character <= 'Z') {
                name.append((char) (character + ('a' - 'A')));
            } else {
                // Any byte may stand in a label; what would not be read as one character is shown as unknown.
                name.append(Bytes.printable(character) ? (char) character : '?');
            }
        }
    }

    /** Where what follows a name begins, or -1. */
    static long skip(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at >= 0 && at < to) {
            int length = Bytes.u8(bytes, at);
            if (length == 0) {
                return at + 1;
            }
            if (length >= 0xC0) {
                return to - at >= 2 ? at + 2 : -1;
            }
            at = length > 63 ? -1 : at + length + 1;
        }
        return -1;
    }
}
