package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Bytes of a segment in an array, for who looks at each of them: single bytes of a segment cost several times as much. An
 * array of its own is taken as it is, and must not be changed.
 *
 * @param array in which they stand
 * @param from the first of them
 * @param to behind the last
 */
@SuppressWarnings("ArrayRecordComponent")
record ArrayBytes(byte[] array, int from, int to) {

    static ArrayBytes of(MemorySegment segment, long from, long to) {
        int length = (int) (to - from);
        if (segment.heapBase().orElse(null) instanceof byte[] own) {
            int begin = (int) (segment.address() + from);
            return new ArrayBytes(own, begin, begin + length);
        }
        byte[] copy = new byte[length];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, from, copy, 0, length);
        return new ArrayBytes(copy, 0, length);
    }
}
