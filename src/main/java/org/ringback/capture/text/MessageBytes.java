package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** The bytes of one message while it is put together: a slice of the file as long as all of it stands there in one piece. */
final class MessageBytes {

    private MemorySegment file = MemorySegment.NULL;
    private long begin = -1;
    private long end = -1;
    private ByteArrayOutputStream own;

    /** Adds a part of the file, or of the piece of it that was unwrapped. */
    void add(MemorySegment source, long from, long to) {
        if (own == null && begin < 0) {
            file = source;
            begin = from;
            end = to;
        } else if (own == null && from == end && source.equals(file)) {
            end = to;
        } else {
            write(source.asSlice(from, to - from));
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
