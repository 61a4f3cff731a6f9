package org.ringback.sip;

import java.lang.foreign.MemorySegment;

/**
 * How long the header section of a message is and what it says about its body. Packed into one long, so that framing
 * allocates nothing: the length of the headers in the upper half, below it two flags and the Content-Length.
 */
final class Layout {

    /** No empty line yet. */
    static final long UNFINISHED = -1;

    /** No Content-Length, or none that can be read. */
    static final long UNKNOWN = 0x3fffffffL;

    private static final long TYPED = 1L << 30;
    private static final long LENGTHS = (1L << 30) - 1;

    private Layout() {}

    /** Whether there is a Content-Type, so that a body is expected. */
    static boolean typed(long layout) {
        return (layout & TYPED) != 0;
    }

    /** The headers with the empty line. */
    static long headers(long layout) {
        return layout >>> 32;
    }

    /** The Content-Length, the first that can be read if there are several, or {@link #UNKNOWN}. */
    static long body(long layout) {
        return layout & LENGTHS;
    }

    /**
     * Reads a header section. A start line in it ends it: the rest of the first message was lost. So does
     * {@link MessageFramer#LONGEST_HEADERS}; in both cases there is no body.
     */
    static long of(MemorySegment bytes, long from, long to) {
        long limit = Math.min(to, from + MessageFramer.LONGEST_HEADERS);
        long length = UNKNOWN;
        long typed = 0;
        long line = Ascii.find(bytes, from, limit, '\n');
        while (line >= 0) {
            long at = line + 1;
            line = Ascii.find(bytes, at, limit, '\n');
            if (line < 0) {
                break;
            }
            int first = Ascii.lower(Ascii.at(bytes, at));
            if (first == '\r' || first == '\n') {
                if (HeaderLines.empty(bytes, at, line)) {
                    return (line + 1 - from) << 32 | typed | length;
                }
            } else if (first == 'c' || first == 'l') {
                if (length == UNKNOWN) {
                    length = contentLength(bytes, at, limit);
                }
                if (contentType(bytes, at, limit)) {
                    typed = TYPED;
                }
            }
            if (mayBeStartLine(bytes, first, at, line) && Start.at(bytes, at, to) == Start.YES) {
                return (at - from) << 32;
            }
        }
        return to - from < MessageFramer.LONGEST_HEADERS ? UNFINISHED : (long) MessageFramer.LONGEST_HEADERS << 32;
    }

    private static boolean mayBeStartLine(MemorySegment bytes, int first, long at, long line) {
        if (first == 's' && Ascii.stands(bytes, at, line, "sip/")) {
            return true;
        }
        long end = line > at && Ascii.at(bytes, line - 1) == '\r' ? line - 1 : line;
        long version = end - "sip/2.0".length();
        return version > at && Ascii.at(bytes, version + 3) == '/' && Ascii.stands(bytes, version, end, "sip/");
    }

    private static boolean contentType(MemorySegment bytes, long at, long to) {
        return HeaderLines.value(bytes, at, to, "content-type") >= 0 || HeaderLines.value(bytes, at, to, "c") >= 0;
    }

    private static long contentLength(MemorySegment bytes, long at, long to) {
        long value = HeaderLines.value(bytes, at, to, "content-length");
        if (value < 0) {
            value = HeaderLines.value(bytes, at, to, "l");
        }
        return value < 0 ? UNKNOWN : number(bytes, value, HeaderLines.end(bytes, value, to));
    }

    /** Digits between spaces; a number beyond the longest message cannot be believed. */
    private static long number(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && Ascii.space(Ascii.at(bytes, at))) {
            at++;
        }
        long number = at < to && Ascii.digit(Ascii.at(bytes, at)) ? 0 : UNKNOWN;
        for (; at < to && Ascii.digit(Ascii.at(bytes, at)); at++) {
            number = Math.min(UNKNOWN, number * 10 + Ascii.at(bytes, at) - '0');
        }
        while (at < to && Ascii.space(Ascii.at(bytes, at))) {
            at++;
        }
        return at < to || number > MessageFramer.LONGEST_MESSAGE ? UNKNOWN : number;
    }
}
