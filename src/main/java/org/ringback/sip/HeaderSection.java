package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits header lines, of a message or of a part of its body. */
final class HeaderSection {

    private static final String RULE = "message-header";

    private final MemorySegment bytes;
    private final Doubts doubts;
    private final List<Header> headers = new ArrayList<>();
    private long end;

    /** Reads from {@code from} to the empty line or {@code to}. */
    HeaderSection(MemorySegment bytes, long from, long to, Doubts doubts) {
        this.bytes = bytes;
        this.doubts = doubts;
        long at = from;
        boolean finished = false;
        while (at < to && !finished) {
            long line = HeaderLines.end(bytes, at, to);
            long first = Ascii.find(bytes, at, to, '\n');
            if (first >= 0 && HeaderLines.empty(bytes, at, first)) {
                finished = true;
                at = first + 1;
            } else {
                header(at, line);
                at = Math.min(line + 1, to);
            }
        }
        end = at;
        if (!finished) {
            doubts.add(Fault.UNFINISHED_HEADERS, to, to, "CRLF");
        }
    }

    List<Header> headers() {
        return headers;
    }

    /** Behind the empty line. */
    long end() {
        return end;
    }

    private void header(long from, long lineFeed) {
        long to = lineFeed;
        while (to > from && Ascii.at(bytes, to - 1) == '\r') {
            to--;
        }
        long colon = Ascii.find(bytes, from, to, ':');
        long nameEnd = colon;
        while (nameEnd > from && Ascii.blank(Ascii.at(bytes, nameEnd - 1))) {
            nameEnd--;
        }
        String name = nameEnd > from ? octets(bytes, from, nameEnd) : "";
        if (name.isEmpty() || !name.chars().allMatch(Ascii::token)) {
            doubts.add(Fault.NOT_A_HEADER, from, to, RULE);
            return;
        }
        long value = colon + 1;
        while (value < to && Ascii.space(Ascii.at(bytes, value))) {
            value++;
        }
        long valueEnd = to;
        while (valueEnd > value && Ascii.space(Ascii.at(bytes, valueEnd - 1))) {
            valueEnd--;
        }
        headers.add(new Header(
                name,
                HeaderNames.full(name),
                new ByteRange(from, to),
                new ByteRange(value, valueEnd),
                Text.of(unfolded(octets(bytes, value, valueEnd)))));
    }

    /** Each fold becomes one blank. */
    static String unfolded(String octets) {
        if (octets.indexOf('\n') < 0) {
            return octets;
        }
        StringBuilder line = new StringBuilder(octets.length());
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            if (c != '\n') {
                line.append(c);
                continue;
            }
            while (!line.isEmpty() && Ascii.space(line.charAt(line.length() - 1))) {
                line.setLength(line.length() - 1);
            }
            line.append(' ');
            while (i + 1 < octets.length() && Ascii.space(octets.charAt(i + 1))) {
                i++;
            }
        }
        return line.toString();
    }

    /** Bytes as text with one character for each. */
    static String octets(MemorySegment bytes, long from, long to) {
        return new String(bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
