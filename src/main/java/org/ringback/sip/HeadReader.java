package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Reads the few fields by which messages are matched, in one pass that stops as soon as all are known. Of a header that
 * stands there several times the first counts. Takes any bytes, looks at the first {@link MessageFramer#LONGEST_HEADERS} of
 * them and never throws; what cannot be read is as if it were missing.
 *
 * <p>It keeps a scratch array and remembers strings in order to share them, so it is not for several threads: each thread
 * takes its own.
 */
public final class HeadReader {

    private static final int FIRST_LOOK = 2048;

    private static final byte[] SIP = Ascii.bytes("sip/");
    private static final byte[] VIA = Ascii.bytes("via");
    private static final byte[] FROM = Ascii.bytes("from");
    private static final byte[] TO = Ascii.bytes("to");
    private static final byte[] CALL_ID = Ascii.bytes("call-id");
    private static final byte[] CSEQ = Ascii.bytes("cseq");
    private static final byte[] BRANCH = Ascii.bytes("branch");
    private static final byte[] TAG = Ascii.bytes("tag");

    private final Interned strings = new Interned();
    private byte[] scratch = new byte[FIRST_LOOK];

    private String method = "";
    private int status;
    private String callId = "";
    private long cseq;
    private String cseqMethod = "";
    private String fromTag = "";
    private String toTag = "";
    private String branch = "";
    private String sentBy = "";
    private boolean unseenVia;
    private boolean unseenFrom;
    private boolean unseenTo;
    private boolean unseenCallId;
    private boolean unseenCseq;

    /** Reads the head of a message that begins with its start line; empty lines before that are skipped. */
    public MessageHead read(MemorySegment message) {
        int size = (int) Math.min(message.byteSize(), MessageFramer.LONGEST_HEADERS);
        int look = Math.min(size, FIRST_LOOK);
        while (true) {
            if (scratch.length < look) {
                scratch = new byte[look];
            }
            MemorySegment.copy(message, ValueLayout.JAVA_BYTE, 0, scratch, 0, look);
            forget();
            if (complete(look) || look == size) {
                break;
            }
            look = Math.min(size, look * 4);
        }
        String named = status == 0 ? method : cseqMethod;
        return new MessageHead(named, status, callId, cseq, fromTag, toTag, branch, sentBy);
    }

    private void forget() {
        method = "";
        status = 0;
        callId = "";
        cseq = -1;
        cseqMethod = "";
        fromTag = "";
        toTag = "";
        branch = "";
        sentBy = "";
        unseenVia = true;
        unseenFrom = true;
        unseenTo = true;
        unseenCallId = true;
        unseenCseq = true;
    }

    /** Whether all was found or the headers end before {@code to}. */
    private boolean complete(int to) {
        byte[] bytes = scratch;
        int at = 0;
        while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        int line = Ascii.lineFeed(bytes, at, to);
        startLine(at, line);
        at = line + 1;
        while (at < to) {
            int first = bytes[at];
            if (first == '\r' || first == '\n') {
                int text = at;
                while (text < to && bytes[text] == '\r') {
                    text++;
                }
                if (text < to && bytes[text] == '\n') {
                    return true;
                }
            }
            int end = Ascii.lineFeed(bytes, at, to);
            while (end + 1 < to && Ascii.blank(bytes[end + 1])) {
                end = Ascii.lineFeed(bytes, end + 1, to);
            }
            if (header(first | 0x20, at, textEnd(at, end))
                    && !(unseenVia || unseenFrom || unseenTo || unseenCallId || unseenCseq)) {
                // A header at the end of what was looked at may go on behind it.
                return end + 1 < to;
            }
            at = end + 1;
        }
        return false;
    }

    /** Reads a header if it is one of those wanted, and says whether it was. */
    private boolean header(int first, int from, int to) {
        int value;
        switch (first) {
            case 'v' -> {
                value = unseenVia ? value(from, to, VIA, 'v') : -1;
                if (value >= 0) {
                    unseenVia = !via(value, to);
                }
            }
            case 'f' -> {
                value = unseenFrom ? value(from, to, FROM, 'f') : -1;
                if (value >= 0) {
                    unseenFrom = false;
                    fromTag = tag(value, to);
                }
            }
            case 't' -> {
                value = unseenTo ? value(from, to, TO, 't') : -1;
                if (value >= 0) {
                    unseenTo = false;
                    toTag = tag(value, to);
                }
            }
            case 'i', 'c' -> {
                value = unseenCallId ? value(from, to, CALL_ID, 'i') : -1;
                if (value >= 0) {
                    unseenCallId = false;
                    callId = HeaderSection.unfolded(trimmed(value, to));
                } else if (unseenCseq) {
                    value = value(from, to, CSEQ, '\0');
                    if (value >= 0) {
                        unseenCseq = false;
                        cseq(value, to);
                    }
                }
            }
            default -> value = -1;
        }
        return value >= 0;
    }

    private void startLine(int from, int lineFeed) {
        int to = lineFeed > from && scratch[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        int first = skip(from, to);
        int end = wordEnd(first, to);
        int second = skip(end, to);
        if (end - first > 4 && is(first, first + 4, SIP)) {
            status = status(second, wordEnd(second, to));
        } else if (second < to) {
            method = strings.of(scratch, first, end);
        } else {
            status = -1;
        }
    }

    private int wordEnd(int from, int to) {
        byte[] bytes = scratch;
        int at = from;
        while (at < to && !Ascii.blank(bytes[at])) {
            at++;
        }
        return at;
    }

    private int status(int from, int to) {
        byte[] bytes = scratch;
        if (to - from != 3) {
            return -1;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!Ascii.digit(bytes[at])) {
                return -1;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return number >= 100 ? number : -1;
    }

    private void cseq(int from, int to) {
        byte[] bytes = scratch;
        int at = skip(from, to);
        int digits = at;
        long number = 0;
        while (at < to && Ascii.digit(bytes[at])) {
            if (at - digits < 18) {
                number = number * 10 + bytes[at] - '0';
            }
            at++;
        }
        if (at == digits) {
            return;
        }
        cseq = at - digits <= 18 ? number : -1;
        at = skip(at, to);
        int end = at;
        while (end < to && Ascii.token(bytes[end])) {
            end++;
        }
        cseqMethod = strings.of(bytes, at, end);
    }

    /** Reads the first element of a list; whether there is one. */
    private boolean via(int from, int to) {
        byte[] bytes = scratch;
        int begin = skip(from, to);
        while (begin < to && bytes[begin] == ',') {
            begin = skip(begin + 1, to);
        }
        int end = textEnd(begin, elementEnd(begin, to));
        int at = token(begin, end);
        for (int slashes = 0; slashes < 2; slashes++) {
            if (at < end && bytes[at] == '/') {
                at = skip(at + 1, end);
            }
            at = token(at, end);
        }
        int parameters = at;
        while (parameters < end && bytes[parameters] != ';') {
            parameters++;
        }
        sentBy = trimmed(at, parameters).replace('\r', ' ').replace('\n', ' ');
        branch = parameter(parameters, end, BRANCH);
        return begin < to;
    }

    /** Past a token and the spaces behind it. */
    private int token(int from, int to) {
        byte[] bytes = scratch;
        int at = from;
        while (at < to && Ascii.token(bytes[at])) {
            at++;
        }
        return skip(at, to);
    }

    private int elementEnd(int from, int to) {
        byte[] bytes = scratch;
        int at = from;
        for (; at < to && bytes[at] != ','; at++) {
            if (bytes[at] == '"') {
                at = Math.max(at, quoteEnd(at, to));
            } else if (bytes[at] == '<') {
                int close = at;
                while (close < to && bytes[close] != '>') {
                    close++;
                }
                at = close < to ? close : at;
            }
        }
        return at;
    }

    private String tag(int from, int to) {
        byte[] bytes = scratch;
        int open = find(from, to, '<');
        if (open < to) {
            return parameter(Math.min(find(open + 1, to, '>') + 1, to), to, TAG);
        }
        int at = skip(from, to);
        while (at < to && bytes[at] != ';' && !Ascii.space(bytes[at])) {
            at++;
        }
        return parameter(at, to, TAG);
    }

    /** The value of the first parameter of a name. */
    private String parameter(int from, int to, byte[] name) {
        byte[] bytes = scratch;
        int at = skip(from, to);
        while (at < to) {
            if (bytes[at] != ';') {
                at = find(at, to, ';');
                continue;
            }
            int word = skip(at + 1, to);
            int end = word;
            while (end < to && bytes[end] != '=' && bytes[end] != ';' && !Ascii.space(bytes[end])) {
                end++;
            }
            boolean wanted = is(word, end, name);
            at = skip(end, to);
            if (at < to && bytes[at] == '=') {
                at = skip(at + 1, to);
                int value = at;
                at = valueEnd(value, to);
                if (wanted) {
                    return parameterValue(value, at);
                }
                at = skip(at, to);
            } else if (wanted) {
                return "";
            }
        }
        return "";
    }

    private int valueEnd(int from, int to) {
        byte[] bytes = scratch;
        if (from < to && bytes[from] == '"') {
            int close = quoteEnd(from, to);
            return close < 0 ? to : close + 1;
        }
        int at = from;
        while (at < to && bytes[at] != ';' && !Ascii.space(bytes[at])) {
            at++;
        }
        return at;
    }

    private String parameterValue(int from, int to) {
        if (from < to && scratch[from] == '"') {
            return Scan.of(octets(from, to)).quoted();
        }
        return strings.of(scratch, from, to);
    }

    private String octets(int from, int to) {
        return new String(scratch, from, to - from, StandardCharsets.ISO_8859_1)
                .replace('\r', ' ')
                .replace('\n', ' ');
    }

    /** The closing quote, or -1. */
    private int quoteEnd(int from, int to) {
        byte[] bytes = scratch;
        for (int at = from + 1; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                return at;
            }
        }
        return -1;
    }

    /** The next such byte outside of quotes, or {@code to}. */
    private int find(int from, int to, int wanted) {
        byte[] bytes = scratch;
        int at = from;
        for (; at < to && bytes[at] != wanted; at++) {
            if (bytes[at] == '"') {
                at = Math.max(at, quoteEnd(at, to));
            }
        }
        return at;
    }

    private String trimmed(int from, int to) {
        int begin = skip(from, to);
        return strings.of(scratch, begin, textEnd(begin, to));
    }

    private int textEnd(int from, int to) {
        byte[] bytes = scratch;
        int end = to;
        while (end > from && Ascii.space(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    private int skip(int from, int to) {
        byte[] bytes = scratch;
        int at = from;
        while (at < to && Ascii.space(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Where the value begins if the header has one of two names, else -1. */
    private int value(int from, int to, byte[] name, char compact) {
        byte[] bytes = scratch;
        int end = from;
        while (end < to && bytes[end] != ':' && !Ascii.blank(bytes[end])) {
            end++;
        }
        boolean named = end - from == 1 ? Ascii.lower(bytes[from]) == compact : is(from, end, name);
        if (!named) {
            return -1;
        }
        while (end < to && Ascii.blank(bytes[end])) {
            end++;
        }
        return end < to && bytes[end] == ':' ? end + 1 : -1;
    }

    private boolean is(int from, int to, byte[] word) {
        byte[] bytes = scratch;
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (Ascii.lower(bytes[from + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
