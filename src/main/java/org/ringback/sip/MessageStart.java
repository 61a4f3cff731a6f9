package org.ringback.sip;

import java.lang.foreign.MemorySegment;

/**
 * Tells by content whether a SIP message begins at a place. A request line that names a sip, sips or tel URI is enough; any
 * other start line must be followed by a header that only SIP has, because HTTP servers answer "SIP/2.0 200 ok" to fool
 * filters, and any protocol may speak of {@code SIP/2.0}.
 */
enum MessageStart {
    YES,
    NO,
    /** What is there is the beginning of a start line, but not the whole line. */
    UNFINISHED;

    /** Longer is no method that anybody has named. */
    private static final int LONGEST_METHOD = 64;

    /** How far the first telling header may be from the start line. */
    private static final int LONGEST_SEARCH = 16 * 1024;

    static MessageStart at(MemorySegment bytes, long from, long to) {
        if (from >= to) {
            return UNFINISHED;
        }
        int first = Ascii.at(bytes, from);
        if (!Ascii.token(first)) {
            return NO;
        }
        if (Ascii.lower(first) == 's' && Ascii.stands(bytes, from, to, "sip/")) {
            return statusLine(bytes, from, to);
        }
        return requestLine(bytes, from, to);
    }

    private static MessageStart requestLine(MemorySegment bytes, long from, long to) {
        long limit = Math.min(to, from + LONGEST_METHOD);
        long at = from;
        while (at < limit && Ascii.token(Ascii.at(bytes, at))) {
            at++;
        }
        if (at == limit) {
            return at == to ? UNFINISHED : NO;
        }
        if (Ascii.at(bytes, at) != ' ') {
            return NO;
        }
        limit = Math.min(to, from + MessageFramer.LONGEST_START_LINE);
        long line = Ascii.find(bytes, at, limit, '\n');
        if (line < 0) {
            return limit == to ? UNFINISHED : NO;
        }
        long version = versionAtEnd(bytes, at, line);
        if (version < 0) {
            return NO;
        }
        while (at < version && (Ascii.blank(Ascii.at(bytes, at)) || Ascii.at(bytes, at) == '<')) {
            at++;
        }
        if (at == version) {
            return NO;
        }
        if (Ascii.stands(bytes, at, version, "sip:")
                || Ascii.stands(bytes, at, version, "sips:")
                || Ascii.stands(bytes, at, version, "tel:")) {
            return YES;
        }
        return oneUri(bytes, at, version) ? headers(bytes, line + 1, to) : NO;
    }

    /** Whether what is between method and version begins with a scheme, or is at least no prose. */
    private static boolean oneUri(MemorySegment bytes, long from, long to) {
        long end = to;
        while (end > from && Ascii.blank(Ascii.at(bytes, end - 1))) {
            end--;
        }
        long at = from;
        while (at < end && Ascii.token(Ascii.at(bytes, at))) {
            at++;
        }
        if (at > from && at < end && Ascii.at(bytes, at) == ':') {
            return true;
        }
        while (at < end && !Ascii.blank(Ascii.at(bytes, at))) {
            at++;
        }
        return at == end;
    }

    /** Where the version that ends a line begins, if a blank is before it, or -1. */
    private static long versionAtEnd(MemorySegment bytes, long from, long line) {
        long at = line;
        while (at > from && Ascii.space(Ascii.at(bytes, at - 1))) {
            at--;
        }
        long end = at;
        while (at > from && Ascii.digit(Ascii.at(bytes, at - 1))) {
            at--;
        }
        if (at == end || at == from || Ascii.at(bytes, at - 1) != '.') {
            return -1;
        }
        end = --at;
        while (at > from && Ascii.digit(Ascii.at(bytes, at - 1))) {
            at--;
        }
        at -= "sip/".length();
        boolean version = at + "sip/".length() < end
                && at > from
                && Ascii.stands(bytes, at, end, "sip/")
                && Ascii.blank(Ascii.at(bytes, at - 1));
        return version ? at : -1;
    }

    private static MessageStart statusLine(MemorySegment bytes, long from, long to) {
        long limit = Math.min(to, from + MessageFramer.LONGEST_START_LINE);
        long at = digits(bytes, from + "sip/".length(), limit);
        if (at == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        if (at == from + "sip/".length() || Ascii.at(bytes, at) != '.') {
            return NO;
        }
        long minor = at + 1;
        at = digits(bytes, minor, limit);
        if (at == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        if (at == minor || !Ascii.blank(Ascii.at(bytes, at))) {
            return NO;
        }
        while (at < limit && Ascii.blank(Ascii.at(bytes, at))) {
            at++;
        }
        long code = at;
        at = digits(bytes, code, limit);
        if (at == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        if (at - code < 3 || !Ascii.space(Ascii.at(bytes, at))) {
            return NO;
        }
        long line = Ascii.find(bytes, at, limit, '\n');
        if (line < 0) {
            return limit == to ? UNFINISHED : NO;
        }
        return headers(bytes, line + 1, to);
    }

    private static long digits(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && Ascii.digit(Ascii.at(bytes, at))) {
            at++;
        }
        return at;
    }

    private static MessageStart headers(MemorySegment bytes, long from, long to) {
        long limit = Math.min(to, from + LONGEST_SEARCH);
        long at = from;
        while (at < limit) {
            if (tells(bytes, at, limit)) {
                return YES;
            }
            long line = Ascii.find(bytes, at, limit, '\n');
            if (line < 0) {
                break;
            }
            if (HeaderLines.empty(bytes, at, line)) {
                return NO;
            }
            at = line + 1;
        }
        // What is missing was not captured, or has not come yet.
        return limit == to ? YES : NO;
    }

    /** Whether a header of every SIP message stands here. HTTP has a Via too, but it does not name SIP. */
    private static boolean tells(MemorySegment bytes, long at, long to) {
        return switch (Ascii.lower(Ascii.at(bytes, at))) {
            case 'v' -> viaOfSip(bytes, at, to);
            case 'f' -> named(bytes, at, to, "from", "f");
            case 't' -> named(bytes, at, to, "to", "t");
            case 'i' -> HeaderLines.value(bytes, at, to, "i") >= 0;
            case 'c' -> named(bytes, at, to, "call-id", "cseq");
            default -> false;
        };
    }

    private static boolean named(MemorySegment bytes, long at, long to, String one, String other) {
        return HeaderLines.value(bytes, at, to, one) >= 0 || HeaderLines.value(bytes, at, to, other) >= 0;
    }

    private static boolean viaOfSip(MemorySegment bytes, long at, long to) {
        long value = HeaderLines.value(bytes, at, to, "via");
        if (value < 0) {
            value = HeaderLines.value(bytes, at, to, "v");
        }
        if (value < 0) {
            return false;
        }
        while (value < to && Ascii.space(Ascii.at(bytes, value))) {
            value++;
        }
        return Ascii.stands(bytes, value, to, "sip");
    }
}
