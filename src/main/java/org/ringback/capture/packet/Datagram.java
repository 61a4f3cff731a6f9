package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Bytes;
import org.ringback.sip.MessageFramer;

/** An IP packet of which some fragments may still be missing. */
final class Datagram {

    private static final int UDP_HEADER = 8;

    /** What follows IP, as the first fragment says. */
    int protocol;

    final long time;
    final long frame;
    private final Buffers buffers;
    private MemorySegment bytes;
    private final BitSet filled = new BitSet();
    private int length = -1;

    /**
     * @param time of its first fragment
     * @param frame of its first fragment
     */
    Datagram(Buffers buffers, long time, long frame) {
        this.buffers = buffers;
        bytes = buffers.borrow(8192);
        this.time = time;
        this.frame = frame;
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

    /** It must not be used afterwards. */
    void release() {
        buffers.giveBack(bytes);
    }
}
