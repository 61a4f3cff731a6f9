package org.ringback.pseudonym;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cuts values where their grammar does, in one pass whatever they hold: marks in quotes and brackets separate nothing. */
final class Cuts {

    private Cuts() {}

    /** Where the quote closes that opens here, or -1. */
    static int close(String value, int open) {
        for (int i = open + 1; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    /** The parts between such marks outside of quotes and angle brackets; what is never closed encloses nothing. */
    static List<String> split(String value, char mark) {
        List<String> parts = new ArrayList<>();
        boolean quotes = true;
        boolean brackets = true;
        int from = 0;
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            int close = -1;
            if (c == mark) {
                parts.add(value.substring(from, at));
                from = at + 1;
            } else if (c == '"' && quotes) {
                close = close(value, at);
                quotes = close >= 0;
            } else if (c == '<' && brackets) {
                close = value.indexOf('>', at);
                brackets = close >= 0;
            }
            at = Math.max(at, close) + 1;
        }
        parts.add(value.substring(from));
        return parts;
    }

    /** Rewrites what stands between such marks; the marks stay. */
    static String each(String text, String marks, UnaryOperator<String> rewriting) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end == at) {
                out.append(text.charAt(at++));
            } else {
                out.append(rewriting.apply(text.substring(at, end)));
                at = end;
            }
        }
        return out.toString();
    }
}
