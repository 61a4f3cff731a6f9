package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/**
 * The segment that was handed on last. Bytes that come again must be the same: if they are not, one of both was damaged, or
 * never sent by who seems to have sent it.
 */
final class Delivered {

    private final TcpStreams shared;
    private MemorySegment bytes = MemorySegment.NULL;
    private long from;
    private long to;
    private int end;
    private long frame;

    Delivered(TcpStreams shared) {
        this.shared = shared;
    }

    /** @param number of the byte behind it */
    void set(MemorySegment segment, long begin, long stop, int number, long of) {
        // Others' memory is used again.
        bytes = shared.output.isFile(segment) ? segment : MemorySegment.NULL;
        from = begin;
        to = stop;
        end = number;
        frame = of;
    }

    /** Whether it had come before this frame. */
    boolean before(long other) {
        return frame < other;
    }

    void forget() {
        bytes = MemorySegment.NULL;
    }

    /** Whether it began with this number. */
    boolean begins(int number) {
        return end - number == (int) (to - from);
    }

    /** Whether a segment has other bytes where both overlap. */
    boolean contradicts(MemorySegment other, int number, long begin, long stop) {
        if (bytes.byteSize() == 0) {
            return false;
        }
        // Both as distances from the end of what was delivered.
        int start = Math.max(number - end, (int) (from - to));
        int last = Math.min(0, number - end + (int) (stop - begin));
        for (int at = start; at < last; at++) {
            if (Bytes.u8(bytes, to + at) != Bytes.u8(other, begin + at - (number - end))) {
                return true;
            }
        }
        return false;
    }
}
