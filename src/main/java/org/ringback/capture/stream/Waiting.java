package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Buffers;

/**
 * A segment that came before an earlier one.
 *
 * @param sequence number of its first byte
 * @param borrowed whether its bytes are lent by {@link Buffers}, because they were not the file's
 */
record Waiting(int sequence, MemorySegment bytes, long from, long to, boolean borrowed, long time, long frame) {

    int end() {
        return sequence + (int) (to - from);
    }
}
