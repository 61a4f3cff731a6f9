package org.ringback.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is wrong with a text in any language, found without knowing the language. */
public final class Prose {

    private static final Pattern DOUBLED = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.:-])(\\p{L}[\\p{L}\\p{N}]*)\\s+\\1(?![\\p{L}\\p{N}_.:-]*[\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEFTOVER = Pattern.compile("\\{\\d+}|''|\\bnull\\b|\\[]");
    private static final Pattern PUNCTUATION = Pattern.compile(String.join(
            "|",
            "(?<!\\.)\\.\\.(?!\\.)|\\.{4,}", // but ... is an ellipsis
            "[,;][.,;:]|(?<!\\.\\.)\\.[,;:]|[?!]\\.(?!\\p{L})",
            "(?<!\\b(sips?|tel|urn|callto)):[.,;:]", // but sip: is a scheme
            "\\s[,;](?!\\S)|\\s\\.(?!\\S)|\\s\\s"));
    private static final Pattern BEGINNING = Pattern.compile("^([«\u201c\"]?(\\p{Lu}|\\d)).*", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile(".*[.?!]$", Pattern.DOTALL);
    private static final Pattern MIXED_SCRIPT =
            Pattern.compile("\\p{L}*(\\p{IsLatin}\\p{IsCyrillic}|\\p{IsCyrillic}\\p{IsLatin})\\p{L}*");
    private static final Pattern TOKEN = Pattern.compile("(?<![\\p{L}\\p{N}$.])[\\p{L}\\p{N}][\\p{L}\\p{N}._:/@=-]*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s");
    private static final Pattern QUOTATION = Pattern.compile("«[^»]*»|\\([^)]*\\)");
    private static final Pattern LATIN_WORD = Pattern.compile("(?<!\\S)[a-z]+(?=[\\s.,;:?!]|$)");
    private static final Pattern CYRILLIC_WORD = Pattern.compile("\\p{IsCyrillic}+");
    private static final Pattern PLAIN_LATIN = Pattern.compile("[a-z]+");

    private Prose() {}

    /** Complaints about any text, be it a sentence or a label. */
    public static List<String> faults(String text) {
        var faults = new ArrayList<String>();
        find(DOUBLED, text, "has a doubled word", faults);
        find(LEFTOVER, text, "has a leftover of a pattern", faults);
        find(PUNCTUATION, text, "has doubled or loose punctuation or spaces", faults);
        find(MIXED_SCRIPT, text, "mixes alphabets inside a word", faults);
        if (!text.equals(text.strip())) {
            faults.add("begins or ends with a space");
        }
        return faults;
    }

    /** Complaints about a text that has to be one or more whole sentences. */
    public static List<String> sentenceFaults(String text) {
        var faults = faults(text);
        if (!BEGINNING.matcher(text).matches()) {
            faults.add("does not begin like a sentence");
        }
        if (!ENDING.matcher(text).matches()) {
            faults.add("does not end like a sentence");
        }
        return faults;
    }

    /**
     * The Latin words of a text in another alphabet that look like English: all lower case, with no digit, dot, dash or
     * other sign of a protocol word.
     */
    public static Set<String> latinWords(String text) {
        var words = new TreeSet<String>();
        TOKEN.matcher(text)
                .results()
                .map(match -> match.group().replaceAll("[.:/]+$", ""))
                .forEach(token -> {
                    if (PLAIN_LATIN.matcher(token).matches()) {
                        words.add(token);
                    }
                });
        return words;
    }

    /** Whether a sentence of a text in Cyrillic letters is made of English words, quotations and parentheses aside. */
    public static boolean holdsEnglishSentence(String text) {
        return SENTENCE_END
                .splitAsStream(QUOTATION.matcher(text).replaceAll(""))
                .anyMatch(sentence -> count(LATIN_WORD, sentence) > count(CYRILLIC_WORD, sentence));
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static void find(Pattern pattern, String text, String complaint, List<String> faults) {
        pattern.matcher(text).results().forEach(match -> faults.add(complaint + ": <" + match.group() + ">"));
    }
}
