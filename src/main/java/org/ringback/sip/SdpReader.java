package org.ringback.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one session description line by line. */
final class SdpReader {

    /** More media, and more formats of one, are left out. */
    private static final int MOST = 500;

    /** White space that separates no words and ends no line. */
    private static final byte WHITE = 0x0B;

    private final SdpLevel session = new SdpLevel("", 0, "", List.of());
    private final List<SdpLevel> media = new ArrayList<>();
    private Sdp.Origin origin;
    private String name = "";

    private final String text;

    /** The same, one byte for each character: to look at these is several times as fast. */
    private final byte[] marks;

    SdpReader(String text) {
        this.text = text;
        marks = marks(text);
    }

    /** What is no ASCII stands for white space or for something else, and that is all that matters here. */
    private static byte[] marks(String text) {
        byte[] marks = text.getBytes(StandardCharsets.ISO_8859_1);
        for (byte mark : marks) {
            if (mark == '?') {
                return marksOneByOne(text);
            }
        }
        return marks;
    }

    private static byte[] marksOneByOne(String text) {
        byte[] marks = new byte[text.length()];
        for (int at = 0; at < marks.length; at++) {
            char character = text.charAt(at);
            marks[at] = (byte) (character < 0x80 ? character : Character.isWhitespace(character) ? WHITE : -1);
        }
        return marks;
    }

    Sdp read() {
        for (int from = 0; from < marks.length; ) {
            int end = endOfLine(from);
            line(from, end);
            from = end + 1;
        }
        List<Sdp.Media> described = new ArrayList<>(media.size());
        for (SdpLevel level : media) {
            described.add(level.media(session));
        }
        return new Sdp(
                Optional.ofNullable(origin),
                name,
                Optional.ofNullable(session.address),
                Optional.ofNullable(session.direction),
                session.attributes,
                described);
    }

    /** An empty line between CR and LF says nothing. */
    private int endOfLine(int from) {
        int end = from;
        while (end < marks.length && marks[end] != '\n' && marks[end] != '\r') {
            end++;
        }
        return end;
    }

    /** One letter, an equals sign and a value, with any white space around each of them. */
    private void line(int from, int end) {
        int letter = skip(from, end);
        int equals = skip(letter + 1, end);
        if (letter >= end || equals >= end || marks[equals] != '=') {
            return;
        }
        int begin = skip(equals + 1, end);
        int to = stripped(begin, end);
        SdpLevel level = media.isEmpty() ? session : media.getLast();
        switch (marks[letter]) {
            case 'o' -> origin(words(begin, to));
            case 's' -> name = text.substring(begin, to);
            case 'c' -> level.address(words(begin, to));
            case 'a' -> attribute(level, begin, to);
            case 'm' -> media(words(begin, to));
            default -> {
                // Of no use for a call.
            }
        }
    }

    private int skip(int from, int end) {
        int at = from;
        while (at < end && white(marks[at])) {
            at++;
        }
        return at;
    }

    /** Where what begins at a place ends without the white space behind it. */
    private int stripped(int from, int end) {
        int to = end;
        while (to > from && white(marks[to - 1])) {
            to--;
        }
        return to;
    }

    /** As {@link Character#isWhitespace} has it. */
    private static boolean white(byte mark) {
        return mark <= ' ' && mark >= '\t' && (mark <= '\r' || mark >= 0x1C);
    }

    /** What stands between blanks; the last of very many words keeps its own. */
    private List<String> words(int begin, int end) {
        List<String> words = new ArrayList<>();
        int from = begin;
        for (int at = begin; at < end && words.size() < MOST - 1; at++) {
            if (Ascii.blank(marks[at])) {
                words.add(text.substring(from, at));
                while (at + 1 < end && Ascii.blank(marks[at + 1])) {
                    at++;
                }
                from = at + 1;
            }
        }
        words.add(text.substring(from, end));
        return words;
    }

    private void attribute(SdpLevel level, int begin, int end) {
        int colon = begin;
        while (colon < end && marks[colon] != ':') {
            colon++;
        }
        String value = "";
        if (colon < end) {
            int from = skip(colon + 1, end);
            value = text.substring(from, end);
        }
        level.attribute(text.substring(begin, stripped(begin, colon)), value);
    }

    private void origin(List<String> words) {
        if (words.size() >= 3) {
            origin = new Sdp.Origin(words.get(0), words.get(1), words.get(2), words.size() >= 6 ? words.get(5) : "");
        }
    }

    private void media(List<String> words) {
        if (words.size() < 2 || media.size() >= MOST) {
            return;
        }
        int slash = words.get(1).indexOf('/');
        String port = slash < 0 ? words.get(1) : words.get(1).substring(0, slash);
        List<String> formats = words.size() > 3 ? words.subList(3, words.size()) : List.of();
        media.add(new SdpLevel(words.get(0), SipUri.port(port), words.size() > 2 ? words.get(2) : "", formats));
    }
}
