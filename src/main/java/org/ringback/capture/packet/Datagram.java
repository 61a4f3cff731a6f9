package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.sip.HeadReader;
import org.ringback.sip.MessageFramer;
import org.ringback.sip.MessageHead;

/** An IP packet of which some fragments may still be missing. */
final class Datagram {

    static final int UDP_HEADER = 8;

    /** Start line, Via with branch, From, To, Call-ID and CSeq of another message differ somewhere in so many bytes. */
    private static final int TELLING = 1024;

    /** Two line ends, the second of an empty line. */
    private static final int HEADERS_END = 0x0D0A0D0A;

    /** What follows IP, as the first fragment says. */
    int protocol;

    final long time;
    final long frame;
    private final AddressPair addresses = new AddressPair();
    private final Buffers buffers;
    private MemorySegment bytes;
    private final BitSet filled = new BitSet();
    private int length = -1;

    /** @param first of its fragments that came */
    Datagram(Buffers buffers, Packet first) {
        this.buffers = buffers;
        bytes = buffers.borrow(8192);
        time = first.time;
        frame = first.frame;
        addresses.set(first.addresses);
    }

    void add(MemorySegment from, long at, int offset, int count, boolean last) {
        int end = offset + count;
        if (end > bytes.byteSize()) {
            MemorySegment larger = buffers.borrow(Math.max(end, 2 * bytes.byteSize()));
            Bytes.copy(bytes, 0, larger, 0, bytes.byteSize());
            buffers.giveBack(bytes);
            bytes = larger;
        }
        int gap = filled.nextClearBit(offset);
        while (gap < end) {
            int next = filled.nextSetBit(gap);
            int stop = next < 0 ? end : Math.min(next, end);
            Bytes.copy(from, at + gap - offset, bytes, gap, stop - gap);
            filled.set(gap, stop);
            gap = filled.nextClearBit(stop);
        }
        if (last && length < 0) {
            length = end;
        }
    }

    boolean complete() {
        return length >= 0 && filled.nextClearBit(0) >= length;
    }

    MemorySegment bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Bytes of memory that it takes. */
    long size() {
        return bytes.byteSize();
    }

    /** How many of how many bytes are there, as far as it is known. */
    String known() {
        return filled.cardinality() + "/" + (length < 0 ? "?" : Integer.toString(length));
    }

    /** Whether its begin is a SIP message over UDP, or its begin is missing and the rest is text. */
    boolean mayHoldSip() {
        int first = filled.nextSetBit(0);
        int end = filled.nextClearBit(Math.max(first, 0));
        if (first == 0) {
            return protocol == 17 && end > UDP_HEADER && MessageFramer.startsMessage(bytes, UDP_HEADER, end);
        }
        for (int at = first; at < Math.min(end, first + 64); at++) {
            if (Bytes.control(Bytes.u8(bytes, at))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Up to where the begin of a SIP message can be read: all of it if its headers are there; else its whole lines, if these say to
     * which call and which request it belongs. 0 if it cannot.
     */
    int readableEnd() {
        int end = beginEnd();
        for (int at = UDP_HEADER; at + 4 <= end; at++) {
            if (Bytes.i32(bytes, at) == HEADERS_END) {
                return end;
            }
        }
        int line = end;
        while (line > UDP_HEADER && Bytes.u8(bytes, line - 1) != '\n') {
            line--;
        }
        return line > UDP_HEADER && belongs(line) ? line : 0;
    }

    private boolean belongs(int end) {
        MessageHead head = new HeadReader().read(bytes.asSlice(UDP_HEADER, end - UDP_HEADER));
        return head.status() >= 0
                && head.cseq() >= 0
                && !head.callId().isEmpty()
                && !head.fromTag().isEmpty()
                && !head.branch().isEmpty();
    }

    /** Up to where nothing is missing. */
    int beginEnd() {
        return filled.nextClearBit(0);
    }

    /** What there is of it up to {@link #beginEnd}, as a packet of its own. */
    Packet begin() {
        var packet = new Packet();
        packet.bytes = bytes;
        packet.time = time;
        packet.frame = frame;
        packet.addresses.set(addresses);
        packet.addresses.sourcePort = Bytes.u16(bytes, 0);
        packet.addresses.destinationPort = Bytes.u16(bytes, 2);
        return packet;
    }

    /** Equal for copies of one message, and most likely for nothing else. */
    long likeness() {
        long sum = 0;
        for (int at = UDP_HEADER; at < Math.min(beginEnd(), UDP_HEADER + TELLING); at++) {
            sum = sum * 0x5851F42D4C957F2DL + Bytes.u8(bytes, at) + 1;
        }
        return sum;
    }

    /** It must not be used afterwards. */
    void release() {
        buffers.giveBack(bytes);
    }
}
