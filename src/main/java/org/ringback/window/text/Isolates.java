package org.ringback.window.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what is written from left to right in one piece inside a text that is not: codes, addresses, methods, commands. */
final class Isolates {

    static final char BEGIN = '\u2066';
    static final char END = '\u2069';

    /** One word after another, with blanks between them, none of whose characters is written from right to left. */
    private static final Pattern RUN =
            Pattern.compile("[^\\s\\u00a0\\u202f\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe]+"
                    + "(?:[ \\u00a0\\u202f][^\\s\\u00a0\\u202f\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe]+)*");

    private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    /** Signs that stand around words, and belong to the sentence if they stand at an end. */
    private static final String SIGNS =
            " \u00a0\u202f()[]{}\"'\u00ab\u00bb\u201c\u201d\u201e\u2018\u2019\u2013\u2014\u2026-,;:.!?";

    private Isolates() {}

    /** The same text, with marks around these pieces; a text that has them already keeps its own. */
    static String around(String words) {
        if (words.indexOf(BEGIN) >= 0) {
            return words;
        }
        return RUN.matcher(words).replaceAll(found -> Matcher.quoteReplacement(marked(words, found)));
    }

    private static String marked(String words, MatchResult found) {
        String run = found.group();
        if (!SOMETHING.matcher(run).find()) {
            return run;
        }
        boolean afterBlank = found.start() == 0 || Character.isWhitespace(words.charAt(found.start() - 1));
        int from = 0;
        while (from < run.length() && opens(run, from, afterBlank)) {
            from++;
        }
        int to = run.length();
        while (to > from && closes(run, from, to - 1)) {
            to--;
        }
        return to == from ? run : run.substring(0, from) + BEGIN + run.substring(from, to) + END + run.substring(to);
    }

    /** A sign before the first word; a hyphen after a blank begins an option of a command. */
    private static boolean opens(String run, int at, boolean afterBlank) {
        char sign = run.charAt(at);
        return SIGNS.indexOf(sign) >= 0 && !(sign == '-' && afterBlank);
    }

    /** A sign after the last word; a bracket that closes what was opened inside belongs to the word. */
    private static boolean closes(String run, int from, int at) {
        char sign = run.charAt(at);
        if (sign == ')' && count(run, from, at, '(') > count(run, from, at, ')')) {
            return false;
        }
        return SIGNS.indexOf(sign) >= 0;
    }

    private static long count(String run, int from, int to, char sign) {
        return run.substring(from, to).chars().filter(letter -> letter == sign).count();
    }
}
