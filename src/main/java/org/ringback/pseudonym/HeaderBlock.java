package org.ringback.pseudonym;

import java.util.Locale;

/** Lines of headers in bodies, as in parts of a multipart or a summary of messages (RFC 3842); folds belong to them. */
final class HeaderBlock {

    private final Headers headers;
    private final Pseudonyms pseudonyms;

    HeaderBlock(Headers headers, Pseudonyms pseudonyms) {
        this.headers = headers;
        this.pseudonyms = pseudonyms;
    }

    /** Rewrites each line; one without a colon is a text. */
    String of(String lines) {
        var out = new StringBuilder();
        int at = 0;
        while (at < lines.length()) {
            int end = end(lines, at);
            int text = end;
            while (text > at && (lines.charAt(text - 1) == '\r' || lines.charAt(text - 1) == '\n')) {
                text--;
            }
            out.append(line(lines.substring(at, text))).append(lines, text, end);
            at = end;
        }
        return out.toString();
    }

    /** Behind the line end that no fold follows. */
    private static int end(String lines, int from) {
        int at = from;
        do {
            int feed = lines.indexOf('\n', at);
            at = feed < 0 ? lines.length() : feed + 1;
        } while (at < lines.length() && at > from + 2 && (lines.charAt(at) == ' ' || lines.charAt(at) == '\t'));
        return at;
    }

    private String line(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return pseudonyms.text(line);
        }
        int value = colon + 1;
        while (value < line.length() && (line.charAt(value) == ' ' || line.charAt(value) == '\t')) {
            value++;
        }
        String name = line.substring(0, colon);
        return headers.name(name) + line.substring(colon, value) + headers.of(name, line.substring(value));
    }

    /** The value of a header of this name, or an empty string. */
    static String value(String lines, String... names) {
        for (String line : lines.split("\\r?\\n(?![ \\t])", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            for (String wanted : names) {
                if (name.equals(wanted)) {
                    return line.substring(colon + 1).strip();
                }
            }
        }
        return "";
    }
}
