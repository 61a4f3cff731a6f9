package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Tells where SIP messages begin and end (RFC 3261 sections 7.5 and 18.3). Looks at content only, never at ports; keeps
 * nothing and throws nothing for any bytes, as long as {@code from} and {@code to} lie within the segment. Any thread.
 */
public final class MessageFramer {

    /** A start line that is longer is none. */
    public static final int LONGEST_START_LINE = 16 * 1024;

    /** A header section that is longer ends here, without a body. */
    public static final int LONGEST_HEADERS = 64 * 1024;

    /** A Content-Length beyond this is not believed: it counts as unreadable. */
    public static final int LONGEST_MESSAGE = 1024 * 1024;

    /** In a stream, a body without a readable Content-Length ends here at the latest. */
    public static final int LONGEST_UNMEASURED_BODY = 64 * 1024;

    /** How far the end of the headers is looked for that damage may have hidden. */
    private static final int SEARCHED_HEADERS = 8 * 1024;

    private static final int MOST_TRIES = 4;

    /** The registered methods; one that ends with another stands before it. */
    private static final List<String> METHODS =
            List.of("INVITE PRACK ACK BYE CANCEL OPTIONS REGISTER SUBSCRIBE NOTIFY PUBLISH INFO REFER MESSAGE UPDATE"
                    .split(" ", -1));

    private MessageFramer() {}

    /**
     * Whether a SIP message begins at {@code from}: {@code METHOD SP URI SP SIP/x.y} with any token as method, or
     * {@code SIP/x.y SP ddd}, and, unless it is a request to a sip, sips or tel URI, at least one of Via of SIP, From, To,
     * Call-ID and CSeq in the headers as far as they are there. A start line that is not there up to its line feed does not
     * count yet, see {@link #mayStartMessage}. Binary data is turned away at the first byte that no method has.
     */
    public static boolean startsMessage(MemorySegment bytes, long from, long to) {
        return MessageStart.at(bytes, from, to) == MessageStart.YES;
    }

    /** As {@link #startsMessage}, of a response or a request whose method many know: what is left of one has another name. */
    public static boolean startsUsual(MemorySegment bytes, long from, long to) {
        return usual(bytes, from, to) && startsMessage(bytes, from, to);
    }

    /**
     * Whether a SIP message begins at {@code from}, or could if more bytes came. Nothing at all may always become a message.
     */
    public static boolean mayStartMessage(MemorySegment bytes, long from, long to) {
        return MessageStart.at(bytes, from, to) != MessageStart.NO;
    }

    /**
     * Where the next message begins, {@code from} included, or -1: to skip what stands before a message, and to go on after
     * lost bytes. A message may begin in the middle of a line, because the body before it need not end with a line; a registered
     * method is told from letters before it. In a
     * stream a start line may be there in part only: keep what follows the last line feed, and ask again.
     */
    public static long findStart(MemorySegment bytes, long from, long to) {
        if (startsMessage(bytes, from, to)) {
            return from;
        }
        long slash = Ascii.find(bytes, from, to, '/');
        for (; slash >= 0; slash = Ascii.find(bytes, slash + 1, to, '/')) {
            long version = slash - 3;
            if (version < from || !Ascii.stands(bytes, version, to, "sip/")) {
                continue;
            }
            int before = version == from ? '\n' : Ascii.at(bytes, version - 1);
            long start = Ascii.blank(before) ? methodBefore(bytes, from, version) : version;
            if (start >= 0 && before != '"' && startsMessage(bytes, start, to)) {
                return start;
            }
        }
        return -1;
    }

    /**
     * Where the method of the request line begins whose version is known: the word before the word with the scheme of the
     * URI. A URI may wrongly hold blanks, and junk may stand before the method.
     */
    private static long methodBefore(MemorySegment bytes, long from, long version) {
        long limit = Math.max(from, version - LONGEST_START_LINE);
        long end = version;
        while (end > limit) {
            while (end > limit && Ascii.blank(Ascii.at(bytes, end - 1))) {
                end--;
            }
            long word = end;
            while (word > limit && !Ascii.space(Ascii.at(bytes, word - 1))) {
                word--;
            }
            if (word == limit || Ascii.at(bytes, word - 1) != ' ') {
                return -1;
            }
            if (beginsUri(bytes, word, end)) {
                return tokenBefore(bytes, limit, word);
            }
            end = word;
        }
        return -1;
    }

    private static boolean beginsUri(MemorySegment bytes, long from, long to) {
        long at = from < to && Ascii.at(bytes, from) == '<' ? from + 1 : from;
        if (at + 1 == to && Ascii.at(bytes, at) == '*') {
            return true;
        }
        long scheme = at;
        while (at < to && Ascii.at(bytes, at) != ':' && Ascii.token(Ascii.at(bytes, at))) {
            at++;
        }
        return at > scheme && at < to && Ascii.at(bytes, at) == ':';
    }

    private static long tokenBefore(MemorySegment bytes, long limit, long word) {
        long end = word;
        while (end > limit && Ascii.at(bytes, end - 1) == ' ') {
            end--;
        }
        long at = end;
        while (at > limit && Ascii.token(Ascii.at(bytes, at - 1))) {
            at--;
        }
        if (at == end) {
            return -1;
        }
        // What stands before it may look like a part of it: the length byte of a wrapper, the end of a text.
        for (String method : METHODS) {
            if (end - method.length() >= at && stands(bytes, end - method.length(), method)) {
                return end - method.length();
            }
        }
        return at;
    }

    private static boolean stands(MemorySegment bytes, long from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Ascii.at(bytes, from + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The end (exclusive) of the message that begins at {@code from} in a stream, or -1 if more bytes are needed.
     *
     * <p>The headers go to the empty line, with or without CR; then as many bytes follow as Content-Length says, the first
     * one that can be read. Where the sender breaks the rules: a start line among the headers, also behind junk that is no
     * header, ends the message before it; a length that leads into the midst of a later message ends it where that one begins; without a readable length there is
     * no body if there is no Content-Type, else the body goes to the next start line or to
     * {@link #LONGEST_UNMEASURED_BODY}. At the end of a stream {@link #endInDatagram} gives what is left of the last one.
     */
    public static long end(MemorySegment bytes, long from, long to) {
        long layout = Layout.of(bytes, from, to);
        if (layout == Layout.UNFINISHED) {
            return -1;
        }
        long body = from + Layout.headers(layout);
        long next = Layout.two(layout) ? amongHeaders(bytes, from, body) : -1;
        if (next >= 0) {
            return endInDatagram(bytes, from, next);
        }
        if (Layout.body(layout) == Layout.UNKNOWN) {
            return Layout.typed(layout) ? unmeasured(bytes, body, to) : body;
        }
        long end = body + Layout.body(layout);
        if (end > to) {
            return -1;
        }
        return end == body || end == to ? end : believed(bytes, body, end, to);
    }

    /**
     * Where a message begins in a line that is no header, or -1: what stood there before it, the end of the headers above
     * all, is damaged.
     */
    private static long amongHeaders(MemorySegment bytes, long from, long body) {
        long limit = Math.min(body, from + SEARCHED_HEADERS);
        long at = Ascii.find(bytes, from, limit, '\n');
        for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
            long found = findStart(bytes, at + 1, limit);
            if (found < 0) {
                return -1;
            }
            long line = found;
            while (Ascii.at(bytes, line - 1) != '\n') {
                line--;
            }
            if (!header(bytes, line, found) || damaged(bytes, line, found)) {
                return found;
            }
            at = Ascii.find(bytes, found, limit, '\n');
        }
        return -1;
    }

    /** Whether characters stand here that are in no header, those of a hole above all. */
    private static boolean damaged(MemorySegment bytes, long from, long to) {
        for (long at = from; at < to; at++) {
            int c = Ascii.at(bytes, at);
            if (c < ' ' && c != '\t' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    /** Whether a header begins here, or a header goes on. */
    private static boolean header(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && Ascii.token(Ascii.at(bytes, at))) {
            at++;
        }
        while (at < to && Ascii.blank(Ascii.at(bytes, at))) {
            at++;
        }
        return at < to && (Ascii.at(bytes, at) == ':' || Ascii.blank(Ascii.at(bytes, from)));
    }

    /**
     * Up to where a stream must be there before it is worth to ask for the {@link #end} of the message that begins at
     * {@code from} again: where its body ends, or {@code to} if that is not known yet.
     */
    public static long wanted(MemorySegment bytes, long from, long to) {
        long layout = Layout.of(bytes, from, to);
        if (layout == Layout.UNFINISHED || Layout.body(layout) == Layout.UNKNOWN) {
            return to;
        }
        long body = from + Layout.headers(layout);
        return Layout.two(layout) && amongHeaders(bytes, from, body) >= 0
                ? to
                : Math.max(to, body + Layout.body(layout));
    }

    private static long unmeasured(MemorySegment bytes, long body, long to) {
        long limit = Math.min(to, body + LONGEST_UNMEASURED_BODY);
        long next = findStart(bytes, body, limit);
        if (next >= 0) {
            return next;
        }
        return limit < to ? limit : -1;
    }

    private static long believed(MemorySegment bytes, long body, long end, long to) {
        long behind = skipLines(bytes, end, to);
        if (mayStartMessage(bytes, behind, to) && usual(bytes, behind, to)) {
            return end;
        }
        long next = findStart(bytes, body, to);
        return next >= 0 && next < end ? next : end;
    }

    /** Whether a status line begins here, or a method that many know: what is left of one has another name. */
    private static boolean usual(MemorySegment bytes, long from, long to) {
        if (Ascii.stands(bytes, from, Math.min(to, from + 4), "sip/") || from == to) {
            return true;
        }
        for (String method : METHODS) {
            int length = (int) Math.min(method.length(), to - from);
            if (stands(bytes, from, method.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static long skipLines(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && (Ascii.at(bytes, at) == '\r' || Ascii.at(bytes, at) == '\n')) {
            at++;
        }
        return at;
    }

    /**
     * The end (exclusive) of the message that begins at {@code from} in a datagram, a WebSocket message or a log entry that
     * ends at {@code to}. A Content-Length larger than the rest, missing or unreadable means all of the rest; a smaller one
     * is believed: what follows is another message, if {@link #startsMessage} says so, or of no use.
     */
    public static long endInDatagram(MemorySegment bytes, long from, long to) {
        return endInDatagram(Layout.of(bytes, from, to), from, to);
    }

    private static long endInDatagram(long layout, long from, long to) {
        if (layout == Layout.UNFINISHED || Layout.body(layout) == Layout.UNKNOWN) {
            return to;
        }
        return Math.min(to, from + Layout.headers(layout) + Layout.body(layout));
    }
}
