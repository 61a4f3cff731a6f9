package org.ringback.call;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.ringback.sip.MessageHead;
import org.ringback.sip.Printable;

/** Finds what people call a message without reading more of it than its first line. */
final class MessageName {

    /** Longer than any first line that anyone would read. */
    private static final int FIRST_LINE = 400;

    private MessageName() {}

    static String of(MessageHead head, MemorySegment bytes) {
        if (head.request()) {
            return Printable.brief(head.method());
        }
        String line = firstLine(bytes);
        if (head.status() < 0) {
            return Printable.brief(line);
        }
        String code = Integer.toString(head.status());
        int at = line.indexOf(" " + code);
        return at < 0 ? code : Printable.brief(line.substring(at + 1));
    }

    private static String firstLine(MemorySegment bytes) {
        byte[] start = bytes.asSlice(0, Math.min(bytes.byteSize(), FIRST_LINE)).toArray(ValueLayout.JAVA_BYTE);
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
