package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How long the header section of a message is and what it says about its body. Packed into one long, so that framing
 * keeps nothing: the length of the headers in the upper half, below it two flags and the Content-Length.
 */
final class Layout {

    /** No empty line yet. */
    static final long UNFINISHED = -1;

    /** No Content-Length, or none that can be read. */
    static final long UNKNOWN = 0x3fffffffL;

    private static final long TYPED = 1L << 30;
    private static final long LENGTHS = (1L << 30) - 1;

    /** Longer are few header sections. */
    private static final int FIRST_LOOK = 2048;

    private static final String SIP = "sip/";
    private static final int CONTENT_DASH = "content".length();

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
        int size = (int) Math.max(0, limit - from);
        // Looking for lines is several times faster in an array, also with the quick compiler alone.
        for (int look = Math.min(size, FIRST_LOOK); ; look = Math.min(size, look * 4)) {
            byte[] head = new byte[look];
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, head, 0, look);
            long layout = of(head, bytes, from, to);
            if (layout != UNFINISHED) {
                return layout;
            }
            if (look == size) {
                return to - from < MessageFramer.LONGEST_HEADERS
                        ? UNFINISHED
                        : (long) MessageFramer.LONGEST_HEADERS << 32;
            }
        }
    }

    /** @param head the first bytes of what begins at {@code from} */
    private static long of(byte[] head, MemorySegment bytes, long from, long to) {
        long limit = Math.min(to, from + MessageFramer.LONGEST_HEADERS);
        long length = UNKNOWN;
        long typed = 0;
        int at = Ascii.lineFeed(head, 0, head.length) + 1;
        for (int line = Ascii.lineFeed(head, Math.min(at, head.length), head.length);
                line < head.length;
                line = Ascii.lineFeed(head, at, head.length)) {
            int first = Ascii.lower(head[at]);
            if (first == '\r' || first == '\n') {
                if (HeaderLines.empty(bytes, from + at, from + line)) {
                    return (line + 1L) << 32 | typed | length;
                }
            } else if (first == 'l' || (first == 'c' && mayBeContent(head, at, line))) {
                if (length == UNKNOWN) {
                    length = contentLength(bytes, from + at, limit);
                }
                if (contentType(bytes, from + at, limit)) {
                    typed = TYPED;
                }
            }
            if (mayBeStartLine(head, first, at, line) && Start.at(bytes, from + at, to) == Start.YES) {
                return (long) at << 32;
            }
            at = line + 1;
        }
        return UNFINISHED;
    }

    /** Whether a line that begins with {@code c} may be Content-Type or Content-Length, or the short form of one. */
    private static boolean mayBeContent(byte[] head, int at, int line) {
        return at + 1 < line
                && (Ascii.blank(head[at + 1])
                        || head[at + 1] == ':'
                        || (line - at > CONTENT_DASH && head[at + CONTENT_DASH] == '-'));
    }

    private static boolean mayBeStartLine(byte[] head, int first, int at, int line) {
        if (first == 's' && stands(head, at, line)) {
            return true;
        }
        int end = line > at && head[line - 1] == '\r' ? line - 1 : line;
        int version = end - "sip/2.0".length();
        return version > at && head[version + 3] == '/' && stands(head, version, end);
    }

    private static boolean stands(byte[] head, int at, int to) {
        return to - at >= SIP.length()
                && Ascii.lower(head[at]) == 's'
                && Ascii.lower(head[at + 1]) == 'i'
                && Ascii.lower(head[at + 2]) == 'p'
                && head[at + 3] == '/';
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
