package org.ringback.language;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds English that was left in a text of another language, quotations, parentheses and places aside. In a language with
 * letters of its own that is whatever looks like a word in Latin letters; in one that is written in Latin letters, the
 * words that no other language has.
 */
public final class EnglishLeft {

    private static final Pattern QUOTATION = Pattern.compile(
            "\\{[^}]*}|«[^»]*»|\\([^)]*\\)|“[^”]*”|„[^“”]*[“”]|‘[^’]*’|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|"
                    + "（[^）]*）");
    /** What each of these begins with, so that nearly all texts are seen at once to have none. */
    private static final String OPENINGS = "{«(“„‘\"「『《（";

    private static final Pattern CLOSING = Pattern.compile("[.:/]+$");
    private static final Pattern TOKEN = Pattern.compile("(?<![\\p{L}\\p{N}$.])[\\p{L}\\p{N}][\\p{L}\\p{N}._:/@=-]*");
    private static final Pattern PLAIN_LATIN = Pattern.compile("[a-z]+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s|(?<=[。？！])");
    private static final Pattern LATIN_WORD = Pattern.compile("(?<!\\S)[a-z]+(?=[\\s.,;:?!]|$)");
    private static final Pattern OWN_WORD = Pattern.compile("[\\p{L}&&\\P{IsLatin}][\\p{L}\\p{M}&&\\P{IsLatin}]*");

    /** In every longer English text, and in no other language that is written in Latin letters. */
    private static final Set<String> ONLY_ENGLISH = Set.of(
            "the", "and", "with", "without", "this", "that", "these", "those", "which", "from", "you", "your", "its",
            "their", "they", "when", "what", "there", "does", "would", "should", "cannot", "because", "only", "between",
            "both", "other", "another", "nothing", "already", "before");

    private final boolean ownLetters;

    private EnglishLeft(boolean ownLetters) {
        this.ownLetters = ownLetters;
    }

    /** A language writes its own name in its letters. */
    public static EnglishLeft in(Language language) {
        return new EnglishLeft(OWN_WORD.matcher(language.ownName()).find());
    }

    /**
     * The words of a text that look like English: all lower case, with no digit, dot, dash or other sign of a protocol
     * word.
     */
    public Set<String> words(String text) {
        String own = unquoted(text);
        if (!mayHoldEnglish(own)) {
            return Set.of();
        }
        return TOKEN.matcher(own)
                .results()
                .map(match -> CLOSING.matcher(match.group()).replaceFirst(""))
                .filter(word -> PLAIN_LATIN.matcher(word).matches())
                .filter(word -> ownLetters || ONLY_ENGLISH.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a sentence of a text is English. */
    public boolean holdsSentence(String text) {
        return ownLetters
                ? SENTENCE_END
                        .splitAsStream(unquoted(text))
                        .anyMatch(sentence -> count(LATIN_WORD, sentence) > count(OWN_WORD, sentence))
                : !words(text).isEmpty();
    }

    /** Whether one of the runs of plain small letters, of which each English word is one, could be a word that is wanted. */
    private boolean mayHoldEnglish(String text) {
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c < 'a' || c > 'z') {
                if (i > begin && (ownLetters || ONLY_ENGLISH.contains(text.substring(begin, i)))) {
                    return true;
                }
                begin = i + 1;
            }
        }
        return false;
    }

    private static String unquoted(String text) {
        return mayQuote(text) ? QUOTATION.matcher(text).replaceAll("") : text;
    }

    private static boolean mayQuote(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Letters, which are nearly all, are sorted out first.
            if ((c < 'A' || c > 'z') && c != ' ' && OPENINGS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
