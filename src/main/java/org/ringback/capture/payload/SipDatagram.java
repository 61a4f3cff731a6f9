package org.ringback.capture.payload;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/** One SIP message that something carries as a whole: a UDP datagram, SCTP data, a WebSocket message, a HEP payload. */
public final class SipDatagram {

    private final Output output;

    public SipDatagram(Output output) {
        this.output = output;
    }

    /** Takes a message if there is one. */
    public boolean read(Packet packet, Transport transport, long from, long to) {
        MemorySegment bytes = packet.bytes;
        long begin = skipBlank(bytes, from, to);
        if (begin == to || !Bytes.printable(Bytes.u8(bytes, begin))) {
            return false;
        }
        // Nearly all that is text is SIP, and a copy is looked at several times as fast.
        MemorySegment draft = output.draft(bytes, begin, to);
        if (!MessageFramer.startsMessage(draft, 0, to - begin)) {
            begin = startBehind(bytes, begin, to);
            if (begin < 0) {
                return false;
            }
            draft = output.draft(bytes, begin, to);
        }
        if (packet.missing > 0) {
            output.unusable(packet.frame, Unusable.Reason.CUT_PACKET, Long.toString(packet.missing));
        }
        // What follows the body is to be discarded (RFC 3261 section 18.3), even if it looks like another message.
        long length = MessageFramer.endInDatagram(draft, 0, to - begin);
        output.message(length, packet.addresses, transport, packet.time, packet.frame);
        return true;
    }

    /** Where the message begins, or -1 if there is none: a keep-alive (RFC 5626 section 3.5.1) or something else. */
    public static long start(MemorySegment bytes, long from, long to) {
        long at = skipBlank(bytes, from, to);
        if (at == to || !Bytes.printable(Bytes.u8(bytes, at))) {
            return -1;
        }
        return MessageFramer.startsMessage(bytes, at, to) ? at : startBehind(bytes, at, to);
    }

    private static long skipBlank(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && blank(Bytes.u8(bytes, at))) {
            at++;
        }
        return at;
    }

    /** Where a message begins behind something else, or -1. */
    private static long startBehind(MemorySegment bytes, long at, long to) {
        // A log in a datagram quotes messages; DNS, SNMP and the like show their nature within a few bytes.
        if (Bytes.u8(bytes, at) == '<' || !text(bytes, at, Math.min(to, at + 12))) {
            return -1;
        }
        long found = MessageFramer.findStart(bytes, at, Math.min(to, at + Limits.START_LINE));
        return found >= 0 && found - at <= Limits.JUNK ? found : -1;
    }

    private static boolean blank(int character) {
        return character == '\r' || character == '\n' || character == ' ' || character == 0;
    }

    private static boolean text(MemorySegment bytes, long from, long to) {
        for (long at = from; at < to; at++) {
            if (Bytes.control(Bytes.u8(bytes, at))) {
                return false;
            }
        }
        return true;
    }
}
