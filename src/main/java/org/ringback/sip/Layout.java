package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How long the header section of a message is and what it says about its body. Packed into one long, so that framing
 * keeps nothing: the length of the headers in the upper half, below it three flags and the Content-Length.
 */
final class Layout {

    /** No empty line yet. */
    static final long UNFINISHED = -1;

    /** No Content-Length, or none that can be read. */
    static final long UNKNOWN = 0x3fffffffL;

    private static final long TYPED = 1L << 30;
    private static final long TWO = 1L << 31;
    private static final long LENGTHS = (1L << 30) - 1;

    /** Longer are few header sections. */
    static final int FIRST_LOOK = 2048;

    private static final String SIP = "sip/";
    private static final byte[] CONTENT_LENGTH = Ascii.bytes("content-length");
    private static final byte[] CONTENT_TYPE = Ascii.bytes("content-type");
    private static final int CONTENT_DASH = "content".length();

    private Layout() {}

    /** Whether there is a Content-Type, so that a body is expected. */
    static boolean typed(long layout) {
        return (layout & TYPED) != 0;
    }

    /** Whether the headers may be those of two messages: a Via stands behind other headers. */
    static boolean two(long layout) {
        return (layout & TWO) != 0;
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
        int size = Math.clamp(to - from, 0, MessageFramer.LONGEST_HEADERS);
        // Looking for lines is several times faster in an array, also with the quick compiler alone.
        if (bytes.heapBase().orElse(null) instanceof byte[] array) {
            return limited(of(array, (int) (bytes.address() + from), size, true, bytes, from, to), from, to);
        }
        for (int look = Math.min(size, FIRST_LOOK); ; look = Math.min(size, look * 4)) {
            byte[] head = new byte[look];
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, head, 0, look);
            long layout = of(head, 0, look, look == size, bytes, from, to);
            if (layout != UNFINISHED || look == size) {
                return limited(layout, from, to);
            }
        }
    }

    private static long limited(long layout, long from, long to) {
        boolean endless = layout == UNFINISHED && to - from >= MessageFramer.LONGEST_HEADERS;
        return endless ? (long) MessageFramer.LONGEST_HEADERS << 32 : layout;
    }

    /**
     * @param head an array in which what begins at {@code from} stands from {@code begin} on
     * @param size how much of it
     * @param all whether the headers cannot go on behind that
     */
    private static long of(byte[] head, int begin, int size, boolean all, MemorySegment bytes, long from, long to) {
        int look = begin + size;
        long length = UNKNOWN;
        long typed = 0;
        long others = 0;
        long two = 0;
        int at = Ascii.lineFeed(head, begin, look) + 1;
        for (int line = Ascii.lineFeed(head, Math.min(at, look), look);
                line < look;
                line = Ascii.lineFeed(head, at, look)) {
            int first = Ascii.lower(head[at]);
            if (first == '\r' || first == '\n') {
                if (empty(head, at, line)) {
                    return (line + 1L - begin) << 32 | two | typed | length;
                }
            } else if (first == 'v') {
                two |= others;
            } else if (first == 'l' || (first == 'c' && mayBeContent(head, at, line))) {
                int value = length == UNKNOWN ? value(head, at, line, CONTENT_LENGTH, 'l') : -1;
                if (value >= 0) {
                    int end = folded(head, line, look);
                    if (end + 1 >= look && !all) {
                        return UNFINISHED;
                    }
                    length = number(head, value, end);
                } else if (value(head, at, line, CONTENT_TYPE, 'c') >= 0) {
                    typed = TYPED;
                }
            }
            others = first == 'v' || Ascii.blank(first) ? others : TWO;
            if (mayBeStartLine(head, first, at, line)
                    && MessageStart.at(bytes, from + at - begin, to) == MessageStart.YES) {
                return before(head, begin, at, bytes, from);
            }
            at = line + 1;
        }
        return UNFINISHED;
    }

    /**
     * The layout of a header section that a start line ends. Without what follows, a line before it may be a start line too: of
     * a message that was lost but for its first line.
     */
    private static long before(byte[] head, int begin, int start, MemorySegment bytes, long from) {
        int size = start - begin;
        long shorter = of(head, begin, size, true, bytes, from, from + size);
        return shorter == UNFINISHED ? (long) size << 32 : shorter;
    }

    /** As {@link HeaderLines#empty}. */
    private static boolean empty(byte[] head, int from, int line) {
        int at = from;
        while (at < line && head[at] == '\r') {
            at++;
        }
        return at == line;
    }

    /** As {@link HeaderLines#end}, for a header of which the end of the first line is known. */
    private static int folded(byte[] head, int first, int look) {
        int line = first;
        while (line + 1 < look && Ascii.blank(head[line + 1])) {
            line = Ascii.lineFeed(head, line + 1, look);
        }
        return line;
    }

    /** Where the value begins, right after its colon, if the header has one of two names, else -1. */
    private static int value(byte[] head, int from, int line, byte[] name, char compact) {
        int at = from;
        if (line - from >= name.length && named(head, from, name)) {
            at += name.length;
        } else if (Ascii.lower(head[from]) == compact) {
            at++;
        } else {
            return -1;
        }
        while (at < line && Ascii.blank(head[at])) {
            at++;
        }
        return at < line && head[at] == ':' ? at + 1 : -1;
    }

    private static boolean named(byte[] head, int from, byte[] name) {
        // Both names differ from others, and from each other, in what comes late.
        for (int i = name.length - 1; i >= 0; i--) {
            if (Ascii.lower(head[from + i]) != name[i]) {
                return false;
            }
        }
        return true;
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

    /** Digits between spaces; a number beyond the longest message cannot be believed. */
    private static long number(byte[] head, int from, int to) {
        int at = from;
        while (at < to && Ascii.space(head[at])) {
            at++;
        }
        long number = at < to && Ascii.digit(head[at]) ? 0 : UNKNOWN;
        for (; at < to && Ascii.digit(head[at]); at++) {
            number = Math.min(UNKNOWN, number * 10 + head[at] - '0');
        }
        while (at < to && Ascii.space(head[at])) {
            at++;
        }
        return at < to || number > MessageFramer.LONGEST_MESSAGE ? UNKNOWN : number;
    }
}
