package org.ringback.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words that take another form after some other words, as {@code неизвестный узел} does after {@code от}. A language that
 * inflects says so in the text itself: {@code plain | words before, others before: another form}. A {@code ^} stands for the
 * beginning of a sentence.
 *
 * @param plain the form for everywhere else
 * @param after the other forms, by the words right before them in small letters
 */
public record Inflected(String plain, Map<String, String> after) {

    private static final String NEXT_FORM = " | ";
    private static final String BEGINNING = "^";
    private static final String SENTENCE_ENDS = ".!?:";

    /** Nobody gives more words before a form. */
    private static final int MOST_WORDS = 3;

    public Inflected {
        after = Map.copyOf(after);
    }

    /** Takes apart a text of a language file. */
    public static Inflected of(String text) {
        String[] forms = text.split(Pattern.quote(NEXT_FORM), -1);
        Map<String, String> after = new HashMap<>();
        Arrays.stream(forms).skip(1).forEach(form -> {
            int colon = form.indexOf(": ");
            Arrays.stream(form.substring(0, colon).split(", ", -1))
                    .forEach(words -> after.put(words, form.substring(colon + 2)));
        });
        return new Inflected(forms[0], after);
    }

    /** The form that fits a place of a sentence, with a capital letter where the sentence begins. */
    public String in(String sentence, int place) {
        String before =
                sentence.substring(0, place).replace(Typography.HELD, ' ').strip();
        if (before.isEmpty() || SENTENCE_ENDS.indexOf(before.charAt(before.length() - 1)) >= 0) {
            return capital(after.getOrDefault(BEGINNING, plain));
        }
        String words = before.toLowerCase(Locale.ROOT);
        int start = words.length();
        String fitting = plain;
        for (int count = 0; count < MOST_WORDS && start > 0; count++) {
            start = words.lastIndexOf(' ', start - 1);
            fitting = after.getOrDefault(words.substring(start + 1), fitting);
        }
        return fitting;
    }

    private static String capital(String words) {
        int first = words.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + words.substring(Character.charCount(first));
    }
}
