package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.sip.MessageFramer;

/**
 * Where a frame of a WebSocket ends (RFC 6455 section 5.2). Its length may be damaged: if no frame begins where it leads, but
 * one does behind the message that the frame carries, that is where it ends.
 */
final class FrameEnd {

    private static final int FINAL = 0x80;
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int RESERVED = 0x70;
    private static final int CONTROL = 8;
    private static final int LONGEST_CONTROL = 125;
    private static final int KEEP_ALIVE = 4;
    private static final int FIRST_LOOK = 1024;

    /** In longer messages nothing is looked for, lest many frames cost much. */
    private static final int LONGEST = 16 * 1024;

    private FrameEnd() {}

    /**
     * Gives the end.
     *
     * @param payload where the payload begins
     * @param says where it ends by its length
     * @param to as far as the stream is there; a frame that needs more ends behind it
     */
    static long of(MemorySegment bytes, long from, long payload, long says, long to) {
        int first = Bytes.u8(bytes, from);
        if ((first != TEXT && first != BINARY)
                || says == to
                || payload >= to
                || (says < to && WebSocket.startsWithSip(bytes, says, to))) {
            return says;
        }
        boolean possible = says < to && begins(bytes, says, to);
        MemorySegment plain = WebSocket.payload(bytes, from, payload, Math.min(to, payload + FIRST_LOOK));
        long size = plain.byteSize();
        if (MessageFramer.startsMessage(plain, 0, size)) {
            MemorySegment all = WebSocket.payload(bytes, from, payload, Math.min(to, payload + LONGEST));
            long length = MessageFramer.end(all, 0, all.byteSize());
            return length > 0 && ends(bytes, payload + length, says, to, possible) ? payload + length : says;
        }
        for (int length = 2; length <= KEEP_ALIVE && length <= size && lineEnd(plain, length - 2); length += 2) {
            if (ends(bytes, payload + length, says, to, possible)) {
                return payload + length;
            }
        }
        return says;
    }

    /**
     * Whether a frame ends here rather than where it says; with the last byte that is there only if it says to have less.
     *
     * @param possible whether a frame may begin where it says to end
     */
    private static boolean ends(MemorySegment bytes, long place, long says, long to, boolean possible) {
        if (place >= to) {
            return place == to && says < to && !possible;
        }
        return possible ? WebSocket.startsWithSip(bytes, place, to) : begins(bytes, place, to);
    }

    private static boolean lineEnd(MemorySegment plain, long at) {
        return Bytes.u8(plain, at) == '\r' && Bytes.u8(plain, at + 1) == '\n';
    }

    /** Whether what begins here looks like a frame of SIP. */
    private static boolean begins(MemorySegment bytes, long from, long to) {
        int first = Bytes.u8(bytes, from);
        int opcode = first & 0xF;
        if (to - from < 2 || (first & RESERVED) != 0) {
            // It has not come yet, or is compressed.
            return (first & RESERVED & ~0x40) == 0;
        }
        int length = Bytes.u8(bytes, from + 1) & 0x7F;
        if (opcode >= CONTROL) {
            return opcode <= CONTROL + 2 && (first & FINAL) != 0 && length <= LONGEST_CONTROL;
        }
        if (first == TEXT || first == BINARY) {
            return length <= KEEP_ALIVE || WebSocket.startsWithSip(bytes, from, to);
        }
        return opcode <= (BINARY & 0xF);
    }
}
