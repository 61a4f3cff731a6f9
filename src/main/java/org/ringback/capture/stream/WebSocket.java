package org.ringback.capture.stream;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.zip.DataFormatException;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.SipDatagram;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/**
 * Takes SIP messages out of the frames of RFC 6455, one in each WebSocket message, text or binary (RFC 7118 section 5).
 * Control frames are skipped; messages compressed by RFC 7692 are reported.
 */
public final class WebSocket {

    /** What was read cannot be a frame: the boundary between frames is lost. */
    static final long BROKEN = -1;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CONTROL = 8;

    /** The longest message that says only that somebody is there (RFC 5626, 3.5.1). */
    private static final int KEEP_ALIVE = 4;

    private final TcpStreams shared;
    private final SipDatagram sip;
    private MemorySegment message;
    private long length;
    private boolean compressed;
    private boolean skipped;
    private MessageInflation inflation;
    private boolean carriedSip;

    WebSocket(TcpStreams shared) {
        this.shared = shared;
        sip = new SipDatagram(shared.output);
    }

    /** Whether a whole SIP message was in it. */
    boolean carriedSip() {
        return carriedSip;
    }

    /** Whether a frame begins here whose payload begins with SIP: for a stream whose upgrade was not captured. */
    static boolean startsWithSip(MemorySegment bytes, long from, long to) {
        if (to - from < 16) {
            return false;
        }
        int first = Bytes.u8(bytes, from);
        if (first != (0x80 | TEXT) && first != (0x80 | BINARY)) {
            return false;
        }
        long payload = from + header(bytes, from);
        long end = Math.min(to, payload + Math.min(length(bytes, from), 1024));
        if (payload >= end) {
            return false;
        }
        MemorySegment begin = payload(bytes, from, payload, end);
        return MessageFramer.startsMessage(begin, 0, begin.byteSize());
    }

    /** Where a frame begins before a limit whose payload begins with SIP, or -1. */
    static long find(MemorySegment bytes, long from, long limit, long to) {
        for (long at = from; at < limit; at++) {
            if (startsWithSip(bytes, at, to)) {
                return at;
            }
        }
        return -1;
    }

    /** What a frame carries, without its mask. */
    static MemorySegment payload(MemorySegment bytes, long from, long payload, long end) {
        if ((Bytes.u8(bytes, from + 1) & 0x80) == 0) {
            return bytes.asSlice(payload, end - payload);
        }
        byte[] plain = new byte[(int) (end - payload)];
        for (int at = 0; at < plain.length; at++) {
            plain[at] = (byte) (Bytes.u8(bytes, payload + at) ^ Bytes.u8(bytes, payload - 4 + (at & 3)));
        }
        return MemorySegment.ofArray(plain);
    }

    private static int header(MemorySegment bytes, long from) {
        int second = Bytes.u8(bytes, from + 1);
        int extended = switch (second & 0x7F) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
        return 2 + extended + ((second & 0x80) != 0 ? 4 : 0);
    }

    private static long length(MemorySegment bytes, long from) {
        int second = Bytes.u8(bytes, from + 1) & 0x7F;
        return switch (second) {
            case 126 -> Bytes.u16(bytes, from + 2);
            case 127 -> Bytes.i64(bytes, from + 2);
            default -> second;
        };
    }

    /** Reads one frame; gives back where the next one begins, or {@code from} if this one is not all there yet. */
    long read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < 2) {
            return from;
        }
        int first = Bytes.u8(bytes, from);
        int opcode = first & 0xF;
        if ((first & 0x30) != 0 || (opcode > BINARY && opcode < CONTROL) || opcode > CONTROL + 2) {
            return BROKEN;
        }
        int header = header(bytes, from);
        if (to - from < header) {
            return from;
        }
        long payloadLength = length(bytes, from);
        if (payloadLength < 0 || payloadLength > Limits.STREAM_BYTES - header) {
            shared.output.limit(packet.frame, "STREAM_BYTES");
            return BROKEN;
        }
        long payload = from + header;
        long end = FrameEnd.of(bytes, from, payload, payload + payloadLength, to);
        if (end > to) {
            return from;
        }
        if (opcode < CONTROL) {
            boolean masked = (Bytes.u8(bytes, from + 1) & 0x80) != 0;
            data(packet, first, masked ? Bytes.i32(bytes, payload - 4) : 0, payload, end);
        }
        return end;
    }

    private void data(Packet packet, int first, int mask, long from, long to) {
        boolean last = (first & 0x80) != 0;
        boolean begins = (first & 0xF) != CONTINUATION;
        if (begins) {
            release();
            compressed = (first & 0x40) != 0;
            skipped = false;
        }
        if (begins && last && mask == 0) {
            whole(packet, packet.bytes, from, to);
        } else if (!skipped && append(packet, mask, from, to) && last) {
            whole(packet, message, 0, length);
            release();
        }
    }

    private void whole(Packet packet, MemorySegment bytes, long from, long to) {
        if (compressed) {
            inflate(packet, bytes, from, to);
        } else {
            deliver(packet, bytes, from, to);
        }
    }

    private void inflate(Packet packet, MemorySegment bytes, long from, long to) {
        if (inflation == null) {
            if (shared.inflations >= Limits.INFLATIONS) {
                shared.output.limit(packet.frame, "INFLATIONS");
                return;
            }
            inflation = new MessageInflation();
            shared.inflations++;
        }
        try {
            MemorySegment inflated = inflation.of(bytes, from, to);
            if (inflated == null) {
                shared.output.limit(packet.frame, "INFLATED");
            } else {
                deliver(packet, inflated, 0, inflated.byteSize());
            }
        } catch (DataFormatException _) {
            shared.output.unusable(packet.frame, Unusable.Reason.SKIPPED_BYTES, "permessage-deflate");
        }
    }

    private void deliver(Packet packet, MemorySegment bytes, long from, long to) {
        MemorySegment outer = packet.bytes;
        packet.bytes = bytes;
        boolean found = SipDatagram.start(bytes, from, to) >= 0;
        if (carriedSip && !found && to - from > KEEP_ALIVE) {
            shared.output.unusable(packet.frame, Unusable.Reason.SKIPPED_BYTES, Long.toString(to - from));
        }
        carriedSip |= found;
        sip.read(packet, Transport.WS, from, to);
        packet.bytes = outer;
    }

    private boolean append(Packet packet, int mask, long from, long to) {
        long total = length + to - from;
        if (total > Limits.STREAM_BYTES || shared.held + (to - from) > Limits.ALL_STREAM_BYTES) {
            shared.output.limit(packet.frame, total > Limits.STREAM_BYTES ? "STREAM_BYTES" : "ALL_STREAM_BYTES");
            release();
            skipped = true;
            return false;
        }
        if (message == null || message.byteSize() < total) {
            MemorySegment larger = shared.buffers.borrow(total);
            shared.held += larger.byteSize();
            if (message != null) {
                Bytes.copy(message, 0, larger, 0, length);
                giveBack();
            }
            message = larger;
        }
        for (long at = from; at < to; at++) {
            int key = mask >>> (24 - 8 * (int) ((at - from) & 3));
            message.set(JAVA_BYTE, length + at - from, (byte) (Bytes.u8(packet.bytes, at) ^ key));
        }
        length = total;
        return true;
    }

    private void giveBack() {
        shared.held -= message.byteSize();
        shared.buffers.giveBack(message);
        message = null;
    }

    /** No more frames come. */
    void end() {
        release();
        if (inflation != null) {
            inflation.close();
            inflation = null;
            shared.inflations--;
        }
    }

    /** Forgets what was begun. */
    private void release() {
        if (message != null) {
            giveBack();
        }
        length = 0;
    }
}
