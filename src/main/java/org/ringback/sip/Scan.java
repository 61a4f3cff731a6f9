package org.ringback.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Goes through a value from left to right. The value holds one character for each byte, so that doubts can say where they
 * are; strings that are given out are decoded.
 */
final class Scan {

    private final String octets;
    private final long base;
    private final Doubts doubts;
    private final int end;
    private int at;
    /** The first quote that does not close: those behind it do not either, however many there are. */
    private int unclosed = Integer.MAX_VALUE;

    Scan(String octets, long base, Doubts doubts) {
        this(octets, base, doubts, 0, octets.length());
    }

    private Scan(String octets, long base, Doubts doubts, int from, int to) {
        this.octets = octets;
        this.base = base;
        this.doubts = doubts;
        this.at = from;
        this.end = to;
    }

    /** A value on its own, whose doubts nobody asks for. */
    static Scan of(String octets) {
        return new Scan(octets, 0, new Doubts());
    }

    boolean done() {
        return at >= end;
    }

    /** The next character, or -1 at the end. */
    int peek() {
        return at < end ? octets.charAt(at) : -1;
    }

    int position() {
        return at;
    }

    void to(int position) {
        at = Math.min(position, end);
    }

    int end() {
        return end;
    }

    char charAt(int position) {
        return octets.charAt(position);
    }

    Scan skipSpaces() {
        while (at < end && Ascii.space(octets.charAt(at))) {
            at++;
        }
        return this;
    }

    boolean accept(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** As far as the characters are such, maybe nothing. */
    String take(IntPredicate such) {
        int from = at;
        while (at < end && such.test(octets.charAt(at))) {
            at++;
        }
        return text(from, at);
    }

    String token() {
        return take(Ascii::token);
    }

    String rest() {
        int from = at;
        at = end;
        return text(from, end);
    }

    String text(int from, int to) {
        return Text.of(octets.substring(from, to));
    }

    /** The same without the spaces around it. */
    String trimmed(int from, int to) {
        int begin = from;
        while (begin < to && Ascii.space(octets.charAt(begin))) {
            begin++;
        }
        int last = to;
        while (last > begin && Ascii.space(octets.charAt(last - 1))) {
            last--;
        }
        return text(begin, last);
    }

    /** The position of a character outside of quotes, or -1. */
    int find(char wanted) {
        for (int i = at; i < end; i++) {
            char c = octets.charAt(i);
            if (c == wanted) {
                return i;
            }
            if (c == '"') {
                i = Math.max(i, quoteEnd(i));
            }
        }
        return -1;
    }

    /** The text of the quoted string that begins here, without its quotes and escapes; all of the rest if it does not end. */
    String quoted() {
        int close = quoteEnd(at);
        int to = close < 0 ? end : close;
        if (close < 0) {
            doubt(Fault.UNTERMINATED_QUOTE, at, end, "quoted-string");
        }
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < to; i++) {
            if (octets.charAt(i) == '\\' && i + 1 < to) {
                i++;
            }
            text.append(octets.charAt(i));
        }
        at = close < 0 ? end : close + 1;
        return Text.of(text.toString());
    }

    /** Where the quote that opens at a position closes, or -1. */
    int quoteEnd(int open) {
        if (open > unclosed) {
            return -1;
        }
        for (int i = open + 1; i < end; i++) {
            if (octets.charAt(i) == '\\') {
                i++;
            } else if (octets.charAt(i) == '"') {
                return i;
            }
        }
        unclosed = open;
        return -1;
    }

    /** The elements between the commas outside of quotes and angle brackets; empty ones are left out and doubted. */
    List<Scan> elements(String rule) {
        List<Scan> elements = new ArrayList<>();
        int from = at;
        boolean closes = true;
        for (int i = at; i <= end; i++) {
            char c = i < end ? octets.charAt(i) : ',';
            if (c == '"') {
                i = Math.max(i, quoteEnd(i));
            } else if (c == '<' && closes) {
                int close = octets.indexOf('>', i, end);
                closes = close >= 0;
                i = Math.max(i, close);
            } else if (c == ',') {
                element(from, i, rule, elements);
                from = i + 1;
            }
        }
        at = end;
        return elements;
    }

    private void element(int from, int to, String rule, List<Scan> elements) {
        Scan element = new Scan(octets, base, doubts, from, to);
        if (element.skipSpaces().done()) {
            doubt(Fault.EMPTY_ELEMENT, from, to, rule);
            return;
        }
        int trimmed = to;
        while (Ascii.space(octets.charAt(trimmed - 1))) {
            trimmed--;
        }
        elements.add(new Scan(octets, base, doubts, element.at, trimmed));
    }

    /** Parameters to the end: {@code *( SEMI generic-param )}. */
    Parameters parameters(String rule) {
        List<Parameters.Parameter> parameters = new ArrayList<>();
        while (!skipSpaces().done()) {
            int from = at;
            if (!accept(';')) {
                int next = find(';');
                at = next < 0 ? end : next;
                doubt(Fault.UNREADABLE_VALUE, from, at, rule);
                continue;
            }
            String name = skipSpaces().take(c -> c != '=' && c != ';' && !Ascii.space(c));
            skipSpaces();
            if (accept('=')) {
                boolean quoted = skipSpaces().peek() == '"';
                String value = quoted ? quoted() : take(c -> c != ';' && !Ascii.space(c));
                parameters.add(new Parameters.Parameter(name, value));
            } else if (!name.isEmpty()) {
                parameters.add(new Parameters.Parameter(name, null));
            }
            if (name.isEmpty()) {
                doubt(Fault.EMPTY_PARAMETER, from, from + 1, rule);
            }
        }
        return new Parameters(parameters);
    }

    void doubt(Fault fault, int from, int to, String rule) {
        doubts.add(fault, base + from, base + to, rule);
    }

    /** A doubt about all that was given. */
    void doubt(Fault fault, String rule) {
        doubts.add(fault, base, base + end, rule);
    }
}
