package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Limits;

/** Where lines and headers end in a range of bytes, with or without CR. */
final class LineEnds {

    private LineEnds() {}

    /** Past empty lines: keep-alives between messages (RFC 5626 section 3.5.1) above all. */
    static long skip(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && (Bytes.u8(bytes, at) == '\r' || Bytes.u8(bytes, at) == '\n')) {
            at++;
        }
        return at;
    }

    /** Past the empty line after headers, or -1 if there is none. */
    static long headersEnd(MemorySegment bytes, long from, long to) {
        int lineFeeds = 0;
        for (long at = from; at < to; at++) {
            int character = Bytes.u8(bytes, at);
            if (character == '\n') {
                if (++lineFeeds == 2) {
                    return at + 1;
                }
            } else if (character != '\r') {
                lineFeeds = 0;
            }
        }
        return -1;
    }

    /** Where an unfinished line begins that may become a start line, or the end. */
    static long afterLast(MemorySegment bytes, long from, long to) {
        long limit = Math.max(from, to - Limits.START_LINE);
        for (long at = to - 1; at >= limit; at--) {
            if (Bytes.u8(bytes, at) == '\n') {
                return at + 1;
            }
        }
        return limit == from ? from : to;
    }
}
