package org.ringback.session;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a user looks for, without what comes along when they are copied: the name of a header, the rest of an
 * address beside its user and host, signs around them, and what people write into numbers.
 */
final class SoughtWords {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern HEADER = Pattern.compile("^(call-id|from|to|i|f|t):(\\s|$)");

    /** An address in brackets; the name before it is in no row. */
    private static final Pattern IN_BRACKETS = Pattern.compile("<(?:sips?|tel):([^>;\\s]{1,200})");

    private static final Pattern SCHEME = Pattern.compile("^(sips?|tel):(?=.)");

    /** What stands around a word in a sentence or a list; no Call-ID and no address ends with it. */
    private static final Pattern AROUND = Pattern.compile("^[<\"'\\[]+|[>\"'\\],;]+$");

    private static final Pattern TAG = Pattern.compile(";(tag|transport|user)=\\S*$");

    /** A number as it is written on paper; with dots it would be a part of an address. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+0-9(][0-9()/-]{4,30}");

    private static final Pattern IN_NUMBERS = Pattern.compile("\\(0\\)|[()/-]");

    private static final int LEAST_DIGITS = 5;

    private SoughtWords() {}

    /**
     * One of them.
     *
     * @param bare in lower case
     * @param number the same as a number without signs between its digits, where it may be one; else the same
     */
    record Word(String bare, String number) {

        /** Whether it stands in a text in lower case. */
        boolean in(String text) {
            return text.contains(bare) || text.contains(number);
        }
    }

    /** One by one. */
    static List<Word> in(String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        Matcher bracket = IN_BRACKETS.matcher(words);
        String without = bracket.find()
                ? bracket.group(1)
                : HEADER.matcher(words).replaceFirst("").strip();
        return without.isEmpty()
                ? List.of()
                : BLANKS.splitAsStream(without).map(SoughtWords::word).toList();
    }

    /** Whether words may be a number, an address or a Call-ID: no code and no complaint has as many digits, or an at sign. */
    static boolean nameCalls(String typed) {
        return in(typed).stream()
                .map(Word::bare)
                .anyMatch(word -> word.indexOf('@') > 0
                        || word.chars().filter(Character::isDigit).count() >= LEAST_DIGITS);
    }

    private static Word word(String typed) {
        String inner = AROUND.matcher(TAG.matcher(typed).replaceFirst("")).replaceAll("");
        String address = SCHEME.matcher(inner).replaceFirst("");
        String bare = address.isEmpty() ? typed : address;
        boolean written = WRITTEN_NUMBER.matcher(bare).matches();
        String digits = IN_NUMBERS.matcher(bare).replaceAll("");
        return new Word(bare, written && !digits.isEmpty() ? digits : bare);
    }
}
