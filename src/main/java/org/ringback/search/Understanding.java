package org.ringback.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.ringback.search.terms.Term;

/**
 * One way to understand what was typed: its words, and what each finds in some languages. How well all of it is understood
 * decides between several ways.
 */
final class Understanding {

    /** A word that says nothing by itself counts for little beside others. */
    private static final float FILLER = 0.2f;

    /** English is asked beside another language because of the words that both use. */
    private static final float BESIDE = 0.5f;

    private static final int LONG_ENOUGH = 3;
    private static final int SIGN = 2;

    private final String meant;
    private final List<Term> terms;
    private final List<LanguageIndex> languages = new ArrayList<>();
    private final List<List<Term>> said = new ArrayList<>();
    private final List<List<WordMatch>> matches = new ArrayList<>();
    private final boolean[] fillers;
    private final float[] rarities;
    private final float understood;
    private final String whole;

    /**
     * Looks all words up.
     *
     * @param meant what is taken to have been meant
     * @param asked the languages, all of which find the same words in it; one that does not is left out
     * @param forgiven how long a word has to be for a typing error to be forgiven in a language
     */
    Understanding(String meant, List<LanguageIndex> asked, ToIntFunction<LanguageIndex> forgiven) {
        this.meant = meant;
        List<Term> typed = asked.getFirst().terms(meant);
        this.whole = typed.stream().map(Term::word).collect(Collectors.joining(" "));
        String heard = meant + compounds(typed, asked);
        this.terms = heard.equals(meant) ? typed : asked.getFirst().terms(heard);
        this.fillers = new boolean[terms.size()];
        for (LanguageIndex language : asked) {
            List<Term> own = language == asked.getFirst() ? terms : language.terms(heard);
            if (own.size() == terms.size()) {
                languages.add(language);
                said.add(own);
                var found = new ArrayList<WordMatch>();
                for (int i = 0; i < own.size(); i++) {
                    found.add(language.match(own.get(i), i == typed.size() - 1, forgiven.applyAsInt(language)));
                    fillers[i] |= own.get(i).filler();
                }
                matches.add(found);
            }
        }
        forgetTypos();
        this.rarities = rarities();
        this.understood = understanding();
    }

    /** Neighbors that pages write as one word, as in "voice mail". */
    private static String compounds(List<Term> typed, List<LanguageIndex> asked) {
        var compounds = new StringBuilder();
        for (int i = 1; i < typed.size(); i++) {
            String compound = typed.get(i - 1).word() + typed.get(i).word();
            if (asked.stream().anyMatch(language -> language.knows(compound))) {
                compounds.append(' ').append(compound);
            }
        }
        return compounds.toString();
    }

    /** A typing error in one language is none if the word is right in another. */
    private void forgetTypos() {
        for (int word = 0; word < terms.size(); word++) {
            float best = 0;
            for (List<WordMatch> found : matches) {
                best = Math.max(best, found.get(word).quality());
            }
            for (List<WordMatch> found : matches) {
                if (best > LanguageIndex.TYPO && found.get(word).quality() <= LanguageIndex.TYPO) {
                    found.set(word, new WordMatch(0));
                }
            }
        }
    }

    private float[] rarities() {
        var rare = new float[terms.size()];
        boolean onlyFillers = true;
        for (boolean filler : fillers) {
            onlyFillers &= filler;
        }
        for (int word = 0; word < rare.length; word++) {
            float rarity = 0;
            for (List<WordMatch> found : matches) {
                if (found.get(word).found()) {
                    rarity = Math.max(rarity, found.get(word).rarity());
                }
            }
            rare[word] = (rarity == 0 ? 1 : rarity) * (fillers[word] && !onlyFillers ? FILLER : 1);
        }
        return rare;
    }

    private float understanding() {
        float known = 0;
        for (int word = 0; word < rarities.length; word++) {
            float best = 0;
            for (List<WordMatch> found : matches) {
                best = Math.max(best, found.get(word).quality());
            }
            known += best * rarities[word];
        }
        return rarities.length == 0 ? 0 : known / allRarity();
    }

    float allRarity() {
        float all = 0;
        for (float rarity : rarities) {
            all += rarity;
        }
        return all;
    }

    /** How many words say something by themselves. */
    int tellingWords() {
        int telling = 0;
        for (float rarity : rarities) {
            telling += rarity > FILLER ? 1 : 0;
        }
        return telling;
    }

    /**
     * How much all that was typed speaks for each code, up to nearly 1 for the one for which it speaks most. A single word says
     * nothing more than it is looked up for already, and with each that follows the whole counts for more.
     */
    float[] evidence(int codes) {
        var speaks = new float[codes];
        if (tellingWords() < 2) {
            return speaks;
        }
        for (int language = 0; language < languages.size(); language++) {
            Evidence evidenceIn = languages.get(language).evidence();
            evidenceIn.add(Signs.of(terms(language)), language == 0 ? 1 : BESIDE, speaks);
        }
        float whole = 1 - 1f / tellingWords();
        float most = 0;
        for (float much : speaks) {
            most = Math.max(most, much);
        }
        for (int code = 0; most > 0 && code < speaks.length; code++) {
            speaks[code] *= whole / most;
        }
        return speaks;
    }

    String meant() {
        return meant;
    }

    /** The words as they stand, folded, with single spaces. */
    String whole() {
        return whole;
    }

    int words() {
        return terms.size();
    }

    /** The words as one of the languages takes them apart. */
    List<Term> terms(int language) {
        return said.get(language);
    }

    Term term(int word) {
        return terms.get(word);
    }

    float rarity(int word) {
        return rarities[word];
    }

    /** The share of the words that is known in these languages, from 0 to 1. */
    float understood() {
        return understood;
    }

    /** Whether each word that says something is found, be it as a slip. */
    boolean everyWordFound() {
        for (int word = 0; word < terms.size(); word++) {
            int at = word;
            if (rarities[word] > FILLER
                    && matches.stream().noneMatch(found -> found.get(at).found())) {
                return false;
            }
        }
        return !terms.isEmpty();
    }

    /** Whether all that is found are words that say nothing, though another one was typed: "banana" is no form of "bana". */
    boolean findsOnlyFillers() {
        for (int language = 0; language < languages.size(); language++) {
            for (int word = 0; word < terms.size(); word++) {
                WordMatch match = matches.get(language).get(word);
                for (int i = 0; i < match.count(); i++) {
                    if (fillers[word] || languages.get(language).passagesWith(match.stem(i)).length > 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether one of the known words is long enough not to be known by chance. */
    boolean saysSomething() {
        for (int word = 0; word < terms.size(); word++) {
            if (letters(terms.get(word).word()) >= LONG_ENOUGH) {
                for (List<WordMatch> found : matches) {
                    if (found.get(word).found()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The marks of Thai and Hindi stand above and below letters; a syllable of Korean, and a Chinese sign, has several. */
    private static long letters(String word) {
        return Hangul.letters(word)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(letter -> Character.isIdeographic(letter) ? SIGN : 1)
                .sum();
    }

    List<LanguageIndex> languages() {
        return languages;
    }

    WordMatch match(int language, int word) {
        return matches.get(language).get(word);
    }
}
