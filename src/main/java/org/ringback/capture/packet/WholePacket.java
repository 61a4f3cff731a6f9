package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Limits;

/**
 * Tells whether bytes look like a whole packet: IP stands where its link type has it, and says to be as long as the packet
 * is. What damage leaves behind seldom does, so a file finds by it where its records are.
 */
public final class WholePacket {

    /** Ethernet fills short packets up, and a check sequence may follow. */
    private static final int PADDING = 50;

    private static final int SHORTEST = 20;
    private static final int IPV6_HEADER = 40;

    /** Those that most captures have. */
    private static final int[] USUAL = {1, 113, 276, 101, 0};

    private WholePacket() {}

    /**
     * Whether this is one.
     *
     * @param captured bytes of it that are there
     * @param sent bytes that it had on the wire; the one that is right is taken if the two contradict each other
     */
    public static boolean is(MemorySegment bytes, int linkType, long from, long captured, long sent) {
        long at = ip(bytes, linkType, from, from + captured);
        if (at < 0 || from + captured - at < SHORTEST) {
            return false;
        }
        long says = length(bytes, at);
        return says > 0 && (agree(says, from + sent - at) || agree(says, from + captured - at));
    }

    /** How long a packet is that begins here, as it says itself; 0 if it does not. */
    public static long length(MemorySegment bytes, int linkType, long from, long to) {
        long at = ip(bytes, linkType, from, to);
        long says = at < 0 || to - at < SHORTEST ? -1 : length(bytes, at);
        return says < SHORTEST ? 0 : at + says - from;
    }

    /** The link type with which this is one, or -1. */
    public static int linkType(MemorySegment bytes, long from, long captured, long sent) {
        for (int linkType : USUAL) {
            if (is(bytes, linkType, from, captured, sent)) {
                return linkType;
            }
        }
        return -1;
    }

    private static boolean agree(long says, long length) {
        return says <= length && length - says <= PADDING;
    }

    /** What an IP header says the packet's length to be, or -1 if it is none. */
    private static long length(MemorySegment bytes, long at) {
        int first = Bytes.u8(bytes, at);
        return switch (first >>> 4) {
            case 4 -> (first & 0xF) < SHORTEST / 4 ? -1 : Bytes.u16(bytes, at + 2);
            case 6 -> IPV6_HEADER + Bytes.u16(bytes, at + 4);
            default -> -1;
        };
    }

    /** Where IP begins, or -1. */
    private static long ip(MemorySegment bytes, int linkType, long from, long to) {
        return switch (linkType) {
            case 1 -> behindTags(bytes, from + 12, to);
            case 0, 108, 104 -> from + 4;
            case 9 -> to - from > 2 && Bytes.u16(bytes, from) == 0xFF03 ? from + 4 : from + 2;
            case 50 -> from + 4;
            case 51 -> from + 8;
            case 12, 14, 101, 228, 229 -> from;
            case 113 -> behindTags(bytes, from + 14, to);
            case 276 -> from + 20;
            default -> -1;
        };
    }

    private static long behindTags(MemorySegment bytes, long type, long to) {
        long at = type;
        for (int tags = 0; to - at >= 2 && tags <= Limits.TAGS; tags++) {
            int etherType = Bytes.u16(bytes, at);
            if (etherType == Layers.IPV4 || etherType == Layers.IPV6) {
                return at + 2;
            }
            if (!EtherTypes.tag(etherType)) {
                return -1;
            }
            at += 4;
        }
        return -1;
    }
}
