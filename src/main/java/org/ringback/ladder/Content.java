package org.ringback.ladder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.ringback.call.Message;
import org.ringback.sip.Printable;
import org.ringback.sip.SipMessage;

/** Reads messages no further than is needed, each in full at most once. */
final class Content {

    /** Longer than any first line that anyone would read. */
    private static final int FIRST_LINE = 400;

    private final Map<Message, SipMessage> parsed = new HashMap<>();

    SipMessage parse(Message message) {
        return parsed.computeIfAbsent(message, asked -> SipMessage.parse(asked.captured().bytes()));
    }

    /** Whether a session description may be in it: sparing the parser is what makes long calls fast. */
    static boolean mayDescribeSession(Message message) {
        MemorySegment bytes = message.captured().bytes();
        for (long at = bytes.byteSize() - 4; at >= 0; at--) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at) == '\n'
                    && bytes.get(ValueLayout.JAVA_BYTE, at + 1) == 'v'
                    && bytes.get(ValueLayout.JAVA_BYTE, at + 2) == '='
                    && bytes.get(ValueLayout.JAVA_BYTE, at + 3) == '0') {
                return true;
            }
        }
        return false;
    }

    /** Method, or code and phrase; where the first line cannot be read, the line. */
    static String label(Message message) {
        if (message.head().request()) {
            return Printable.brief(message.head().method());
        }
        String line = firstLine(message.captured().bytes());
        if (message.head().status() < 0) {
            return Printable.brief(line);
        }
        String code = Integer.toString(message.head().status());
        int at = line.indexOf(" " + code);
        return at < 0 ? code : Printable.brief(line.substring(at + 1));
    }

    private static String firstLine(MemorySegment bytes) {
        byte[] start =
                bytes.asSlice(0, Math.min(bytes.byteSize(), FIRST_LINE)).toArray(ValueLayout.JAVA_BYTE);
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
