package org.ringback.ladder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import org.ringback.call.Message;
import org.ringback.sip.SipMessage;

/** Reads messages no further than is needed, each in full at most once. */
final class Content {

    private final Map<Message, SipMessage> parsed = new HashMap<>();

    SipMessage parse(Message message) {
        return parsed.computeIfAbsent(
                message, asked -> SipMessage.parse(asked.captured().bytes()));
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
}
