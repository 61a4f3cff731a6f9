package org.ringback.sip;

import java.lang.foreign.MemorySegment;

/** Header lines as the framer and the parser both see them: ended by LF, with or without CR, and folded by a blank. */
final class HeaderLines {

    private HeaderLines() {}

    /** Whether a line from {@code from} to its LF ends the headers. Some stacks send a CR too many. */
    static boolean empty(MemorySegment bytes, long from, long lineFeed) {
        long at = from;
        while (at < lineFeed && Ascii.at(bytes, at) == '\r') {
            at++;
        }
        return at == lineFeed;
    }

    /** The LF that ends the header, past the lines folded into it, or {@code to}. */
    static long end(MemorySegment bytes, long from, long to) {
        long line = Ascii.find(bytes, from, to, '\n');
        while (line >= 0 && line + 1 < to && Ascii.blank(Ascii.at(bytes, line + 1))) {
            line = Ascii.find(bytes, line + 1, to, '\n');
        }
        return line < 0 ? to : line;
    }
}
