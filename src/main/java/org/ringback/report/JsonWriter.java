package org.ringback.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.ringback.sip.Printable;

/**
 * Passes JSON on with nothing in it that a terminal obeys or that nobody sees: such characters can stand only in strings, and
 * there an escape is the same value (RFC 8259, 7).
 */
final class JsonWriter extends FilterWriter {

    /** The first half of a pair at the end of what came so far, else 0. */
    private char half;

    JsonWriter(Writer out) {
        super(out);
    }

    /** The same of JSON that is complete. */
    static String escaped(String json) {
        int length = json.length();
        int at = plain(json, 0, length);
        if (at == length) {
            return json;
        }
        var written = new StringBuilder(length + 16).append(json, 0, at);
        while (at < length) {
            int character = json.codePointAt(at);
            append(character, written);
            at += Character.charCount(character);
        }
        return written.toString();
    }

    /** Up to where nothing has to be looked at. */
    private static int plain(CharSequence json, int from, int to) {
        int at = from;
        while (at < to && json.charAt(at) < 0x7F) {
            at++;
        }
        return at;
    }

    private static void append(int character, StringBuilder written) {
        if (character < 0x7F || Printable.visible(character)) {
            written.appendCodePoint(character);
            return;
        }
        for (char unit : Character.toChars(character)) {
            written.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                written.append(Character.forDigit(unit >> shift & 15, 16));
            }
        }
    }

    @Override
    public void write(int unit) throws IOException {
        write(String.valueOf((char) unit), 0, 1);
    }

    @Override
    public void write(char[] json, int from, int length) throws IOException {
        write(new String(json, from, length), 0, length);
    }

    @Override
    public void write(String json, int from, int length) throws IOException {
        String text = (half == 0 ? "" : String.valueOf(half)) + json.substring(from, from + length);
        half = 0;
        int end = text.length();
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            half = text.charAt(end - 1);
            end--;
        }
        out.write(escaped(text.substring(0, end)));
    }

    @Override
    public void flush() throws IOException {
        if (half != 0) {
            out.write(escaped(String.valueOf(half)));
            half = 0;
        }
        super.flush();
    }
}
