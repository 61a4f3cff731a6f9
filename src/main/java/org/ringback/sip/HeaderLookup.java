package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds single headers in the bytes of a message without reading the others. The lines are found once, however many headers
 * are asked for. Takes any bytes and never throws; looks at the first 64 KiB of them. For one thread.
 */
public final class HeaderLookup {

    /** Longer values are cut: no header that is asked for is longer, and a hostile one must not fill the memory. */
    private static final int LONGEST = 4096;

    private static final int USUAL_LINES = 24;

    private final byte[] bytes;
    private final int start;
    private final int limit;
    /** Where each header line begins, then where the last one ends. */
    private int[] lines = new int[USUAL_LINES];

    private int count;
    private int body;

    public HeaderLookup(MemorySegment message) {
        ArrayBytes held = ArrayBytes.of(message, 0, Math.min(message.byteSize(), MessageFramer.LONGEST_HEADERS));
        bytes = held.array();
        start = held.from();
        limit = held.to();
        split();
    }

    private void split() {
        int at = next(start);
        body = limit;
        while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
            add(at);
            at = next(at);
        }
        add(Math.min(at, limit));
        // A carriage return that no line feed follows ends the headers, but the body begins behind an empty line.
        while (at < limit) {
            boolean empty = bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n');
            at = next(at);
            if (empty) {
                body = Math.min(at, limit);
                return;
            }
        }
    }

    private void add(int line) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count++] = line;
    }

    /**
     * The value of the first header of this name or its compact form, unfolded and stripped.
     *
     * @param compact the compact form of the name, or an empty string
     */
    public Optional<String> first(String name, String compact) {
        for (int line = 0; line < count - 1; line++) {
            int colon = colon(line, name, compact);
            if (colon >= 0) {
                return Optional.of(value(colon + 1, endOfFolded(line)));
            }
        }
        return Optional.empty();
    }

    /** Whether there is a header of one of these names. */
    public boolean has(List<String> names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a header of this name. */
    public boolean has(String name) {
        int first = name.charAt(0) | 0x20;
        for (int line = 0; line < count - 1; line++) {
            if ((bytes[lines[line]] | 0x20) == first && named(lines[line], name) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The values of all headers of this name or its compact form, each unfolded and stripped. */
    public List<String> all(String name, String compact) {
        List<String> values = new ArrayList<>(2);
        for (int line = 0; line < count - 1; line++) {
            int colon = colon(line, name, compact);
            if (colon >= 0) {
                values.add(value(colon + 1, endOfFolded(line)));
            }
        }
        return values;
    }

    /** Gives each header whose name begins so, whether in small or large letters, with its value as {@link #first} does. */
    public void beginning(String prefix, BiConsumer<String, String> headers) {
        for (int line = 0; line < count - 1; line++) {
            int at = lines[line];
            if (at + prefix.length() >= limit || !stands(at, prefix)) {
                continue;
            }
            int colon = at;
            int end = endOfFolded(line);
            while (colon < end && bytes[colon] != ':') {
                colon++;
            }
            if (colon < end) {
                String name = new String(bytes, at, colon - at, StandardCharsets.UTF_8).strip();
                headers.accept(name, value(colon + 1, end));
            }
        }
    }

    /** The first line as it stands, without its end. */
    public String startLine() {
        return value(start, lines[0]);
    }

    /** Where the colon of a line stands if it has this name or its compact form, else -1. */
    private int colon(int line, String name, String compact) {
        int colon = named(lines[line], name);
        return colon < 0 && !compact.isEmpty() ? named(lines[line], compact) : colon;
    }

    /** As {@link #first(String, String)}, for who asks for one header only. */
    public static Optional<String> first(MemorySegment message, String name, String compact) {
        return new HeaderLookup(message).first(name, compact);
    }

    /** Where the body begins: behind the first empty line, or the end of what is looked at. */
    int bodyAt() {
        return body - start;
    }

    /** The body: what follows the first empty line. */
    public String body() {
        return new String(bytes, body, limit - body, StandardCharsets.UTF_8);
    }

    /**
     * The lines of the body that may begin with one of these letters: white space before it is not looked at. Lines end with
     * CRLF, LF or CR, and have no ends here.
     */
    public List<String> bodyLines(String letters) {
        List<String> wanted = new ArrayList<>(0);
        for (int from = body; from < limit; ) {
            int end = from;
            while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end > from && (bytes[from] <= ' ' || letters.indexOf(bytes[from]) >= 0)) {
                wanted.add(new String(bytes, from, end - from, StandardCharsets.UTF_8));
            }
            from = end + 1;
        }
        return wanted;
    }

    /** Where the colon stands if the line at this place has this name, else -1. */
    private int named(int line, String name) {
        // Most lines begin with another letter.
        if ((bytes[line] | 0x20) != (name.charAt(0) | 0x20)) {
            return -1;
        }
        int at = line + name.length();
        if (at >= limit || !stands(line, name)) {
            return -1;
        }
        while (at < limit && Ascii.blank(bytes[at])) {
            at++;
        }
        return at < limit && bytes[at] == ':' ? at : -1;
    }

    private boolean stands(int from, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Ascii.lower(bytes[from + i]) != Ascii.lower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int endOfFolded(int line) {
        int next = line + 1;
        while (next < count - 1 && Ascii.blank(bytes[lines[next]])) {
            next++;
        }
        return lines[next];
    }

    private String value(int from, int to) {
        int end = Math.min(to, from + LONGEST);
        int begin = from;
        while (begin < end && Ascii.space(bytes[begin])) {
            begin++;
        }
        while (end > begin && Ascii.space(bytes[end - 1])) {
            end--;
        }
        String value = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
        boolean folded = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
        return (folded ? unfolded(value) : value).strip();
    }

    /** With one blank for all white space around an end of line. */
    private static String unfolded(String value) {
        var unfolded = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); ) {
            int end = i;
            boolean fold = false;
            while (end < value.length() && Ascii.space(value.charAt(end))) {
                fold |= value.charAt(end) == '\n' || value.charAt(end) == '\r';
                end++;
            }
            if (fold) {
                unfolded.append(' ');
            } else {
                end = Math.max(end, i + 1);
                unfolded.append(value, i, end);
            }
            i = end;
        }
        return unfolded.toString();
    }

    /** Where the line after this one begins; beyond the end if there is none. */
    private int next(int from) {
        return Ascii.lineFeed(bytes, Math.min(from, limit), limit) + 1;
    }
}
