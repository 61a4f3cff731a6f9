package org.ringback.capture.text;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A part of a file as a stream that fails when too much is read at once, because its reader would keep it in memory. */
final class SegmentInput extends InputStream {

    private final MemorySegment bytes;
    private final int allowance;
    private long position;
    private long limit;
    private boolean exceeded;

    /** @param allowance how much may be read before {@link #allowMore} is called */
    SegmentInput(MemorySegment bytes, int allowance) {
        this.bytes = bytes;
        this.allowance = allowance;
        allowMore();
    }

    void allowMore() {
        limit = position + allowance;
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        long left = bytes.byteSize() - position;
        if (left <= 0) {
            return -1;
        }
        if (position >= limit) {
            exceeded = true;
            throw new IOException("more than " + allowance + " bytes in one element");
        }
        int count = (int) Math.min(length, Math.min(left, limit - position));
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, target, offset, count);
        position += count;
        return count;
    }
}
