package org.ringback.language;

import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where a line must not end: before a dash, between a number and its unit, between RFC and its number. Each language says
 * which words these are, and the blanks there are made no-break spaces when its texts are loaded. A language that has a
 * blank before its closing quotation mark, as French has, has one behind the opening mark too; before signs that stand
 * close to their word the blank is a narrow one.
 *
 * @param before signs that do not begin a line
 * @param units words that stay with the number before them
 * @param numbered words that stay with the number or the single letter behind them
 */
record Typography(String before, Set<String> units, Set<String> numbered) {

    /** A no-break space. */
    static final char HELD = '\u00a0';

    /** A no-break space for signs that stand close to their word. */
    static final char NARROW = '\u202f';

    private static final String CLOSE_SIGNS = ";!?";
    private static final char OPENING_MARK = '\u00ab';
    private static final char CLOSING_MARK = '\u00bb';

    /** Of a language that says nothing, and of texts for programs. */
    static final Typography NONE = new Typography("", Set.of(), Set.of());

    /** What the language files call it. */
    private enum Key implements NamedKey {
        BEFORE,
        UNITS,
        NUMBERED;

        @Override
        public String group() {
            return "typography";
        }
    }

    Typography {
        units = Set.copyOf(units);
        numbered = Set.copyOf(numbered);
    }

    /**
     * Reads what a language says.
     *
     * @param words its texts by key, empty where it has none
     */
    static Typography of(UnaryOperator<String> words) {
        return new Typography(
                words.apply(Key.BEFORE.key()).replace(" ", ""),
                list(words.apply(Key.UNITS.key())),
                list(words.apply(Key.NUMBERED.key())));
    }

    private static Set<String> list(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    boolean saysNothing() {
        return before.isEmpty() && units.isEmpty() && numbered.isEmpty();
    }

    /** The text with its blanks held where they have to be; no other character changes. */
    String set(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0 || saysNothing()) {
            return text;
        }
        var set = new StringBuilder(text);
        while (blank >= 0) {
            if (blank > 0 && blank + 1 < text.length() && holds(text, blank)) {
                set.setCharAt(blank, CLOSE_SIGNS.indexOf(text.charAt(blank + 1)) >= 0 ? NARROW : HELD);
            }
            blank = text.indexOf(' ', blank + 1);
        }
        return set.toString();
    }

    private boolean holds(String text, int blank) {
        return before.indexOf(text.charAt(blank + 1)) >= 0
                || (text.charAt(blank - 1) == OPENING_MARK && before.indexOf(CLOSING_MARK) >= 0)
                || (endsNumber(text.charAt(blank - 1)) && unitFollows(text, blank))
                || (beginsNumber(text, blank + 1) && numbered.contains(wordBefore(text, blank)));
    }

    /** A place such as {0} stands for a number too. */
    private static boolean endsNumber(char character) {
        return digit(character) || character == '}';
    }

    private boolean unitFollows(String text, int blank) {
        int end = wordEnd(text, blank + 1);
        return units.contains(text.substring(blank + 1, end))
                && (end - blank > 2 || end == text.length() || text.charAt(end) != ' ' || !maybeCode(text, blank));
    }

    /** In Russian a single letter between a code and another word may be no unit but a word: 200 с SDP. */
    private static boolean maybeCode(String text, int blank) {
        int start = blank;
        while (start > 0 && digit(text.charAt(start - 1))) {
            start--;
        }
        return start == blank || (blank - start == 3 && text.charAt(start) <= '7');
    }

    private static boolean beginsNumber(String text, int at) {
        char first = text.charAt(at);
        return digit(first) || first == '{' || (Character.isUpperCase(first) && wordEnd(text, at) == at + 1);
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && inWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && inWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean inWord(char character) {
        return Character.isLetterOrDigit(character) || character == '%' || character == '/';
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }
}
