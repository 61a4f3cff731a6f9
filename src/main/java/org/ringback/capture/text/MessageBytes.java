package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** The bytes of one message while it is put together: a slice of the file as long as all of it stands there in one piece. */
final class MessageBytes {

    private final MemorySegment file;
    private long begin = -1;
    private long end = -1;
    private ByteArrayOutputStream own;

    MessageBytes(MemorySegment file) {
        this.file = file;
    }

    /** Adds a part of the file. */
    void add(long from, long to) {
        if (own == null && (begin < 0 || from == end)) {
            begin = begin < 0 ? from : begin;
            end = to;
        } else {
            write(file.asSlice(from, to - from));
        }
    }

    /** Adds what the log left out. */
    void add(String made) {
        write(MemorySegment.ofArray(made.getBytes(StandardCharsets.ISO_8859_1)));
    }

    long size() {
        return own != null ? own.size() : end - begin;
    }

    MemorySegment bytes() {
        return own != null ? MemorySegment.ofArray(own.toByteArray()) : file.asSlice(begin, end - begin);
    }

    private void write(MemorySegment added) {
        if (own == null) {
            own = new ByteArrayOutputStream();
            if (begin >= 0) {
                own.writeBytes(file.asSlice(begin, end - begin).toArray(ValueLayout.JAVA_BYTE));
            }
        }
        own.writeBytes(added.toArray(ValueLayout.JAVA_BYTE));
    }
}
