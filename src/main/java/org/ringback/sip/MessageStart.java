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

    /** Mostly the start line and a header are there. */
    private static final int FIRST_LOOK = 512;

    /** A start line and all headers that are searched: nothing behind them is looked at. */
    private static final int MOST_LOOKED_AT = MessageFramer.LONGEST_START_LINE + LONGEST_SEARCH + 1;

    static MessageStart at(MemorySegment bytes, long from, long to) {
        if (from >= to) {
            return UNFINISHED;
        }
        if (!Ascii.token(Ascii.at(bytes, from))) {
            return NO;
        }
        long most = Math.min(to - from, MOST_LOOKED_AT);
        if (bytes.heapBase().orElse(null) instanceof byte[]) {
            return at(ArrayBytes.of(bytes, from, from + most), from + most == to);
        }
        for (long look = Math.min(most, FIRST_LOOK); ; look = Math.min(most, look * 4)) {
            MessageStart found = at(ArrayBytes.of(bytes, from, from + look), from + look == to);
            if (found != UNFINISHED || look == most) {
                return found;
            }
        }
    }

    /** @param all whether nothing follows behind these bytes; where something does, it may be too early to tell */
    private static MessageStart at(ArrayBytes held, boolean all) {
        byte[] bytes = held.array();
        return Ascii.lower(bytes[held.from()]) == 's' && stands(bytes, held.from(), held.to(), "sip/")
                ? statusLine(bytes, held.from(), held.to(), all)
                : requestLine(bytes, held.from(), held.to(), all);
    }

    private static MessageStart requestLine(byte[] bytes, int from, int to, boolean all) {
        int limit = Math.min(to, from + LONGEST_METHOD);
        int at = from;
        while (at < limit && Ascii.token(bytes[at])) {
            at++;
        }
        if (at == limit) {
            return at == to ? UNFINISHED : NO;
        }
        if (bytes[at] != ' ') {
            return NO;
        }
        limit = Math.min(to, from + MessageFramer.LONGEST_START_LINE);
        int line = Ascii.lineFeed(bytes, at, limit);
        if (line == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        int version = versionAtEnd(bytes, at, line);
        if (version < 0) {
            return NO;
        }
        while (at < version && (Ascii.blank(bytes[at]) || bytes[at] == '<')) {
            at++;
        }
        if (at == version) {
            return NO;
        }
        if (stands(bytes, at, version, "sip:")
                || stands(bytes, at, version, "sips:")
                || stands(bytes, at, version, "tel:")) {
            return YES;
        }
        return oneUri(bytes, at, version) ? headers(bytes, line + 1, to, all) : NO;
    }

    /** Whether what is between method and version begins with a scheme, or is at least no prose. */
    private static boolean oneUri(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && Ascii.blank(bytes[end - 1])) {
            end--;
        }
        int at = from;
        while (at < end && Ascii.token(bytes[at])) {
            at++;
        }
        if (at > from && at < end && bytes[at] == ':') {
            return true;
        }
        while (at < end && !Ascii.blank(bytes[at])) {
            at++;
        }
        return at == end;
    }

    /** Where the version that ends a line begins, if a blank is before it, or -1. */
    private static int versionAtEnd(byte[] bytes, int from, int line) {
        int at = line;
        while (at > from && Ascii.space(bytes[at - 1])) {
            at--;
        }
        int end = at;
        while (at > from && Ascii.digit(bytes[at - 1])) {
            at--;
        }
        if (at == end || at == from || bytes[at - 1] != '.') {
            return -1;
        }
        end = --at;
        while (at > from && Ascii.digit(bytes[at - 1])) {
            at--;
        }
        at -= "sip/".length();
        boolean version =
                at + "sip/".length() < end && at > from && stands(bytes, at, end, "sip/") && Ascii.blank(bytes[at - 1]);
        return version ? at : -1;
    }

    private static MessageStart statusLine(byte[] bytes, int from, int to, boolean all) {
        int limit = Math.min(to, from + MessageFramer.LONGEST_START_LINE);
        int at = digits(bytes, from + "sip/".length(), limit);
        if (at == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        if (at == from + "sip/".length() || bytes[at] != '.') {
            return NO;
        }
        int minor = at + 1;
        at = digits(bytes, minor, limit);
        if (at == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        if (at == minor || !Ascii.blank(bytes[at])) {
            return NO;
        }
        while (at < limit && Ascii.blank(bytes[at])) {
            at++;
        }
        int code = at;
        at = digits(bytes, code, limit);
        if (at == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        if (at - code < 3 || !Ascii.space(bytes[at])) {
            return NO;
        }
        int line = Ascii.lineFeed(bytes, at, limit);
        if (line == limit) {
            return limit == to ? UNFINISHED : NO;
        }
        return headers(bytes, line + 1, to, all);
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Ascii.digit(bytes[at])) {
            at++;
        }
        return at;
    }

    private static MessageStart headers(byte[] bytes, int from, int to, boolean all) {
        int limit = Math.min(to, from + LONGEST_SEARCH);
        int at = from;
        while (at < limit) {
            if (tells(bytes, at, limit)) {
                return YES;
            }
            int line = Ascii.lineFeed(bytes, at, limit);
            if (line == limit) {
                break;
            }
            if (empty(bytes, at, line)) {
                return NO;
            }
            at = line + 1;
        }
        // What is missing was not captured, or has not come yet.
        if (limit < to) {
            return NO;
        }
        return all ? YES : UNFINISHED;
    }

    /** Whether a header of every SIP message stands here. HTTP has a Via too, but it does not name SIP. */
    private static boolean tells(byte[] bytes, int at, int to) {
        return switch (Ascii.lower(bytes[at])) {
            case 'v' -> viaOfSip(bytes, at, to);
            case 'f' -> named(bytes, at, to, "from", "f");
            case 't' -> named(bytes, at, to, "to", "t");
            case 'i' -> value(bytes, at, to, "i") >= 0;
            case 'c' -> named(bytes, at, to, "call-id", "cseq");
            default -> false;
        };
    }

    private static boolean named(byte[] bytes, int at, int to, String one, String other) {
        return value(bytes, at, to, one) >= 0 || value(bytes, at, to, other) >= 0;
    }

    private static boolean viaOfSip(byte[] bytes, int at, int to) {
        int value = value(bytes, at, to, "via");
        if (value < 0) {
            value = value(bytes, at, to, "v");
        }
        if (value < 0) {
            return false;
        }
        while (value < to && Ascii.space(bytes[value])) {
            value++;
        }
        return stands(bytes, value, to, "sip");
    }

    /** Whether a word in small letters stands here, in any case. */
    private static boolean stands(byte[] bytes, int from, int to, String word) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Ascii.lower(bytes[from + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link HeaderLines#empty}. */
    private static boolean empty(byte[] bytes, int from, int lineFeed) {
        int at = from;
        while (at < lineFeed && bytes[at] == '\r') {
            at++;
        }
        return at == lineFeed;
    }

    /** Where the value of the header begins, right after its colon, if it is the one named (in small letters), or -1. */
    private static int value(byte[] bytes, int from, int to, String name) {
        if (!stands(bytes, from, to, name)) {
            return -1;
        }
        int at = from + name.length();
        while (at < to && Ascii.blank(bytes[at])) {
            at++;
        }
        return at < to && bytes[at] == ':' ? at + 1 : -1;
    }
}
