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
    /** Where the message stands that is read. */
    private byte[] scratch = new byte[0];

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
        if (message.heapBase().orElse(null) instanceof byte[] array) {
            scratch = array;
            forget();
            int from = (int) message.address();
            boolean _ = complete(from, from + size);
        } else {
            copyAndRead(message, size);
        }
        String named = status == 0 ? method : cseqMethod;
        return new MessageHead(named, status, callId, cseq, fromTag, toTag, branch, sentBy);
    }

    private void copyAndRead(MemorySegment message, int size) {
        int look = Math.min(size, FIRST_LOOK);
        while (true) {
            scratch = new byte[look];
            MemorySegment.copy(message, ValueLayout.JAVA_BYTE, 0, scratch, 0, look);
            forget();
            if (complete(0, look) || look == size) {
                return;
            }
            look = Math.min(size, look * 4);
        }
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
    private boolean complete(int from, int to) {
        byte[] bytes = scratch;
        int at = from;
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
            if (header(first | 0x20, at, HeaderBytes.textEnd(bytes, at, end))
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
                value = unseenVia ? HeaderBytes.value(scratch, from, to, VIA, 'v') : -1;
                if (value >= 0) {
                    unseenVia = !via(value, to);
                }
            }
            case 'f' -> {
                value = unseenFrom ? HeaderBytes.value(scratch, from, to, FROM, 'f') : -1;
                if (value >= 0) {
                    unseenFrom = false;
                    fromTag = tag(value, to);
                }
            }
            case 't' -> {
                value = unseenTo ? HeaderBytes.value(scratch, from, to, TO, 't') : -1;
                if (value >= 0) {
                    unseenTo = false;
                    toTag = tag(value, to);
                }
            }
            case 'i', 'c' -> {
                value = unseenCallId ? HeaderBytes.value(scratch, from, to, CALL_ID, 'i') : -1;
                if (value >= 0) {
                    unseenCallId = false;
                    callId = HeaderSection.unfolded(trimmed(value, to));
                } else if (unseenCseq) {
                    value = HeaderBytes.value(scratch, from, to, CSEQ, '\0');
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
        int first = HeaderBytes.skip(scratch, from, to);
        int end = HeaderBytes.wordEnd(scratch, first, to);
        int second = HeaderBytes.skip(scratch, end, to);
        if (end - first > 4 && HeaderBytes.is(scratch, first, first + 4, SIP)) {
            status = HeaderBytes.status(scratch, second, HeaderBytes.wordEnd(scratch, second, to));
        } else if (second < to) {
            method = strings.of(scratch, first, end);
        } else {
            status = -1;
        }
    }

    private void cseq(int from, int to) {
        byte[] bytes = scratch;
        int at = HeaderBytes.skip(bytes, from, to);
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
        at = HeaderBytes.skip(bytes, at, to);
        int end = at;
        while (end < to && Ascii.token(bytes[end])) {
            end++;
        }
        cseqMethod = strings.of(bytes, at, end);
    }

    /** Reads the first element of a list; whether there is one. */
    private boolean via(int from, int to) {
        byte[] bytes = scratch;
        int begin = HeaderBytes.skip(bytes, from, to);
        while (begin < to && bytes[begin] == ',') {
            begin = HeaderBytes.skip(bytes, begin + 1, to);
        }
        int end = HeaderBytes.textEnd(bytes, begin, HeaderBytes.elementEnd(bytes, begin, to));
        int at = HeaderBytes.token(bytes, begin, end);
        for (int slashes = 0; slashes < 2; slashes++) {
            if (at < end && bytes[at] == '/') {
                at = HeaderBytes.skip(bytes, at + 1, end);
            }
            at = HeaderBytes.token(bytes, at, end);
        }
        int parameters = at;
        while (parameters < end && bytes[parameters] != ';') {
            parameters++;
        }
        sentBy = trimmed(at, parameters).replace('\r', ' ').replace('\n', ' ');
        branch = parameter(parameters, end, BRANCH);
        return begin < to;
    }

    private String tag(int from, int to) {
        byte[] bytes = scratch;
        int open = HeaderBytes.find(bytes, from, to, '<');
        if (open < to) {
            return parameter(Math.min(HeaderBytes.find(bytes, open + 1, to, '>') + 1, to), to, TAG);
        }
        int at = HeaderBytes.skip(bytes, from, to);
        while (at < to && bytes[at] != ';' && !Ascii.space(bytes[at])) {
            at++;
        }
        return parameter(at, to, TAG);
    }

    /** The value of the first parameter of a name. */
    private String parameter(int from, int to, byte[] name) {
        byte[] bytes = scratch;
        int at = HeaderBytes.skip(bytes, from, to);
        while (at < to) {
            if (bytes[at] != ';') {
                at = HeaderBytes.find(bytes, at, to, ';');
                continue;
            }
            int word = HeaderBytes.skip(bytes, at + 1, to);
            int end = word;
            while (end < to && bytes[end] != '=' && bytes[end] != ';' && !Ascii.space(bytes[end])) {
                end++;
            }
            boolean wanted = HeaderBytes.is(bytes, word, end, name);
            at = HeaderBytes.skip(bytes, end, to);
            if (at < to && bytes[at] == '=') {
                at = HeaderBytes.skip(bytes, at + 1, to);
                int value = at;
                at = HeaderBytes.valueEnd(bytes, value, to);
                if (wanted) {
                    return parameterValue(value, at);
                }
                at = HeaderBytes.skip(bytes, at, to);
            } else if (wanted) {
                return "";
            }
        }
        return "";
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

    private String trimmed(int from, int to) {
        int begin = HeaderBytes.skip(scratch, from, to);
        return strings.of(scratch, begin, HeaderBytes.textEnd(scratch, begin, to));
    }
}
