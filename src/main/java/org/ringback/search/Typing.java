package org.ringback.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How words of one language come to be typed in letters that are not its own. */
final class Typing {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final char FIRST_OTHER = '\u0080';

    private static final int LONGEST_RUN = 4;

    /** Of so many words half are known, or it was not meant. */
    private static final int SENTENCE = 2;

    private final Optional<Keyboard> keyboard;
    private final Optional<LatinSpellings> vocabulary;
    private final Optional<Pinyin> pinyin;
    private final boolean telex;

    /**
     * Prepares for a language.
     *
     * @param words that are likely to be meant, the likeliest first
     */
    Typing(Speech speech, Collection<String> words) {
        keyboard = speech.keyboard().isEmpty() ? Optional.empty() : Optional.of(new Keyboard(speech.keyboard()));
        vocabulary = speech.latin().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LatinSpellings(new Romanized(speech.latin(), speech.skeleton()), speech.readings(), words));
        pinyin = speech.syllables().isEmpty()
                ? Optional.empty()
                : vocabulary.map(spellings -> new Pinyin(spellings, speech.syllables()));
        telex = speech.telex();
    }

    /**
     * What may be meant by Latin letters.
     *
     * @param distance from its usual spelling, in letters
     * @param sure whether letters can hardly be so by chance, in the language of whoever types
     */
    record SpelledOut(String text, int distance, boolean sure) {}

    /** What was meant if the keyboard was set to English. */
    Optional<String> onEnglishKeys(String typed) {
        return keyboard.map(keys -> keys.fromEnglish(typed)).filter(meant -> !meant.equalsIgnoreCase(typed));
    }

    /** What was meant if the keyboard was set to this language, and English was meant. */
    Optional<String> onOwnKeys(String typed) {
        return keyboard.map(keys -> keys.toEnglish(typed)).filter(meant -> !meant.equalsIgnoreCase(typed));
    }

    /**
     * What was meant if the words stand there in Latin letters.
     *
     * @param own whether it is the language of whoever types: in any other each word has to be one that is known
     */
    Optional<SpelledOut> fromLatin(String typed, boolean own) {
        List<String> words = List.of(SPACES.split(typed.strip(), -1));
        if (telex) {
            return Telex.read(typed, own)
                    .map(text -> new SpelledOut(
                            text,
                            Math.abs(text.length() - typed.length()),
                            Telex.read(typed, false).isPresent()));
        }
        return vocabulary
                .filter(known -> typed.chars().allMatch(c -> c < FIRST_OTHER))
                .flatMap(known -> pinyin.isEmpty()
                        ? meant(known, words, own)
                        : pinyin.get()
                                .read(typed, own)
                                .map(text ->
                                        new SpelledOut(text, known.distance(text, words), Pinyin.mostlyChinese(text))));
    }

    /** People put spaces where the language has none, so that several of what they typed may be one word. */
    private static Optional<SpelledOut> meant(LatinSpellings spellings, List<String> typed, boolean own) {
        var meant = new ArrayList<String>();
        int found = 0;
        int at = 0;
        while (at < typed.size()) {
            int run = 1;
            Optional<String> known = spellings.whole(typed.get(at), 1);
            for (int longer = Math.min(LONGEST_RUN, typed.size() - at); known.isEmpty() && longer > 1; longer--) {
                known = spellings.whole(String.join("", typed.subList(at, at + longer)), longer);
                run = known.isEmpty() ? 1 : longer;
            }
            String word = typed.get(at);
            if (own || at == typed.size() - 1) {
                known = known.or(() -> spellings.begun(word));
            }
            found += known.isPresent() ? run : 0;
            meant.add(known.orElseGet(() -> spellings.read(word)));
            at += run;
        }
        boolean enough = own ? typed.size() <= SENTENCE || 2 * found >= typed.size() : found == typed.size();
        String text = String.join(" ", meant);
        return enough ? Optional.of(new SpelledOut(text, spellings.distance(text, typed), false)) : Optional.empty();
    }
}
