package org.ringback.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Words before a time of day that say in which half of the day it is, as Chinese, Japanese and Korean have them. */
final class HalfOfDay {

    private static final List<String> MORNING = bytes("\uc624\uc804", "\u5348\u524d", "\u4e0a\u5348");
    private static final List<String> AFTERNOON = bytes("\uc624\ud6c4", "\u5348\u5f8c", "\u4e0b\u5348");

    private static final int LENGTH = 6;

    private HalfOfDay() {}

    private static List<String> bytes(String... words) {
        return List.of(words).stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** Whether it is the afternoon, if a word before a column says so. */
    static Optional<Boolean> before(String line, int column) {
        String word = word(line, column);
        boolean afternoon = AFTERNOON.contains(word);
        return afternoon || MORNING.contains(word) ? Optional.of(afternoon) : Optional.empty();
    }

    /** How far before a column that word begins; zero if there is none. */
    static int length(String line, int column) {
        return before(line, column).isEmpty() ? 0 : column - (end(line, column) - LENGTH);
    }

    private static String word(String line, int column) {
        int end = end(line, column);
        return end < LENGTH || line.charAt(end - 1) < '\u0080' ? "" : line.substring(end - LENGTH, end);
    }

    private static int end(String line, int column) {
        return column > 0 && line.charAt(column - 1) == ' ' ? column - 1 : column;
    }
}
