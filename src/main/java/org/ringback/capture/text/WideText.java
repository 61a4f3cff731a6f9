package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.ringback.capture.wire.Unusable.Reason;

/** Text in UTF-16, as some programs on Windows write it, with or without a mark. It is turned into UTF-8 in memory first. */
final class WideText {

    private static final int LARGEST = 64 * 1024 * 1024;

    private static final int PROBED = 1024;
    private static final int LEAST_PAIRS = 16;

    private WideText() {}

    /** Whether it begins with a byte order mark of UTF-16, or each second byte at its beginning is zero. */
    static boolean is(MemorySegment bytes) {
        return charset(bytes) != null;
    }

    static void read(MemorySegment bytes, Delivery delivery) {
        if (bytes.byteSize() > LARGEST) {
            delivery.unusable(0, Reason.LIMIT, Integer.toString(LARGEST));
            return;
        }
        String text =
                new String(bytes.asSlice(marked(bytes) == null ? 0 : 2).toArray(ValueLayout.JAVA_BYTE), charset(bytes));
        TextReader.read(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), delivery);
    }

    private static Charset charset(MemorySegment bytes) {
        if (bytes.byteSize() < 4) {
            return null;
        }
        Charset marked = marked(bytes);
        return marked != null ? marked : unmarked(bytes);
    }

    private static Charset marked(MemorySegment bytes) {
        int first = bytes.get(ValueLayout.JAVA_BYTE, 0) & 0xFF;
        int second = bytes.get(ValueLayout.JAVA_BYTE, 1) & 0xFF;
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xFE && second == 0xFF ? StandardCharsets.UTF_16BE : null;
    }

    private static Charset unmarked(MemorySegment bytes) {
        long pairs = Math.min(PROBED, bytes.byteSize()) / 2;
        int high = 0;
        int low = 0;
        for (long pair = 0; pair < pairs; pair++) {
            boolean first = bytes.get(ValueLayout.JAVA_BYTE, 2 * pair) == 0;
            boolean second = bytes.get(ValueLayout.JAVA_BYTE, 2 * pair + 1) == 0;
            high += first && !second ? 1 : 0;
            low += second && !first ? 1 : 0;
        }
        if (pairs < LEAST_PAIRS) {
            return null;
        }
        return low * 4L > pairs * 3
                ? StandardCharsets.UTF_16LE
                : high * 4L > pairs * 3 ? StandardCharsets.UTF_16BE : null;
    }
}
