package org.ringback.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chinese as somebody types it who writes only how it sounds, with or without spaces: {@code wu ren jie ting}. It is taken
 * apart into the fewest words that are known.
 */
final class Pinyin {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Tones are written behind a syllable by some. */
    private static final Pattern TONES = Pattern.compile("(?<=[a-z\u00fc])[1-5]");

    private static final int LONGEST_WORD = 36;
    private static final int WORD = 2;
    /** One sign is one of many that sound alike, so that any word is better. */
    private static final int SIGN = 5;

    private static final int NO_WAY = Integer.MAX_VALUE;

    private final LatinSpellings words;
    private final Set<String> syllables;
    private final Pattern onlySyllables;

    /**
     * Prepares for words.
     *
     * @param syllables all that there are
     */
    Pinyin(LatinSpellings words, Set<String> syllables) {
        this.words = words;
        this.syllables = syllables;
        this.onlySyllables = Pattern.compile(
                syllables.stream().sorted(Collections.reverseOrder()).collect(Collectors.joining("|", "((", ")'?)+")));
    }

    /**
     * What was meant.
     *
     * @param own whether other words may stand between, and signs of which no word is known: in any other language all of it
     *     has to be words
     */
    Optional<String> read(String typed, boolean own) {
        List<String> meant = new ArrayList<>();
        var run = new StringBuilder();
        for (String word : SPACES.split(
                TONES.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll("").strip(), -1)) {
            if (onlySyllables.matcher(word).matches()) {
                run.append(words.sound(word));
            } else {
                end(run, own, meant);
                meant.add(word);
            }
        }
        end(run, own, meant);
        boolean all = meant.stream().allMatch(Pinyin::isChinese);
        boolean some = meant.stream().anyMatch(Pinyin::isChinese);
        return (own ? some : all) ? Optional.of(String.join(" ", meant)) : Optional.empty();
    }

    /** Whether a text has two signs or more, and no other word without two. */
    static boolean mostlyChinese(String text) {
        long others =
                SPACES.splitAsStream(text).filter(word -> !isChinese(word)).count();
        long signs = text.codePoints().filter(Character::isIdeographic).count();
        return signs >= 2 * Math.max(1, others);
    }

    private static boolean isChinese(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }

    private void end(StringBuilder run, boolean own, List<String> meant) {
        if (!run.isEmpty()) {
            meant.add(fewestWords(run.toString(), own).orElse(run.toString()));
            run.setLength(0);
        }
    }

    private Optional<String> fewestWords(String letters, boolean own) {
        var costs = new int[letters.length() + 1];
        var texts = new String[letters.length() + 1];
        Arrays.fill(costs, NO_WAY);
        costs[0] = 0;
        texts[0] = "";
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 1; costs[from] < NO_WAY && to <= letters.length() && to - from <= LONGEST_WORD; to++) {
                String sound = letters.substring(from, to);
                Optional<String> word = words.sounding(sound).filter(known -> known.length() > 1);
                int cost = costs[from] + (word.isPresent() ? WORD : SIGN);
                if (cost < costs[to] && (word.isPresent() || (own && syllables.contains(sound)))) {
                    costs[to] = cost;
                    texts[to] = texts[from] + word.orElseGet(() -> words.read(sound));
                }
            }
        }
        return Optional.ofNullable(texts[letters.length()]);
    }
}
