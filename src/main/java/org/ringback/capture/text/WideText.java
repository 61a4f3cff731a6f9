package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.ringback.capture.wire.Unusable.Reason;

/** Text in UTF-16, as some programs on Windows write it. It is turned into UTF-8 in memory first. */
final class WideText {

    private static final int LARGEST = 64 * 1024 * 1024;

    private WideText() {}

    /** Whether it begins with a byte order mark of UTF-16. */
    static boolean is(MemorySegment bytes) {
        return charset(bytes) != null;
    }

    static void read(MemorySegment bytes, Delivery delivery) {
        if (bytes.byteSize() > LARGEST) {
            delivery.unusable(0, Reason.LIMIT, Integer.toString(LARGEST));
            return;
        }
        String text = new String(bytes.asSlice(2).toArray(ValueLayout.JAVA_BYTE), charset(bytes));
        TextReader.read(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), delivery);
    }

    private static Charset charset(MemorySegment bytes) {
        if (bytes.byteSize() < 4) {
            return null;
        }
        int first = bytes.get(ValueLayout.JAVA_BYTE, 0) & 0xFF;
        int second = bytes.get(ValueLayout.JAVA_BYTE, 1) & 0xFF;
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xFE && second == 0xFF ? StandardCharsets.UTF_16BE : null;
    }
}
