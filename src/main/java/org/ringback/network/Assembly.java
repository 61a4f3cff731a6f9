package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Limits;

/** The first bytes of one direction of a connection, in order, however the segments came. Of bytes that come twice the first stay. */
final class Assembly {

    /** The sequence number of the first byte. */
    private final int base;

    private byte[] bytes = new byte[1024];
    private final BitSet got = new BitSet();
    private int ready;

    Assembly(int base) {
        this.base = base;
    }

    /** The data of a segment with this sequence number; what lies beyond the bound is left out. */
    void add(MemorySegment segment, int sequence, long from, long to) {
        int begin = sequence - base;
        long length = to - from;
        if (begin < -(1 << 20) || begin >= Limits.HANDSHAKE_BYTES || begin + length <= 0) {
            return;
        }
        int end = (int) Math.min(Limits.HANDSHAKE_BYTES, begin + length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(Limits.HANDSHAKE_BYTES, Math.max(end, 2 * bytes.length)));
        }
        int at = got.nextClearBit(Math.max(0, begin));
        while (at < end) {
            int known = got.nextSetBit(at);
            int until = known < 0 ? end : Math.min(end, known);
            Bytes.copy(segment, from + (at - begin), bytes, at, until - at);
            got.set(at, until);
            at = got.nextClearBit(until);
        }
        ready = got.nextClearBit(ready);
    }

    /** How many bytes are there without a gap. */
    int ready() {
        return ready;
    }

    /** Whether no more than these will be kept. */
    boolean full() {
        return ready >= Limits.HANDSHAKE_BYTES;
    }

    /** A view, as far as it is {@link #ready}. */
    MemorySegment view() {
        return MemorySegment.ofArray(bytes).asSlice(0, ready);
    }
}
