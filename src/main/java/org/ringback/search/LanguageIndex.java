package org.ringback.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.ringback.language.Language;
import org.ringback.search.terms.Term;
import org.ringback.search.terms.Terms;

/** The words of all pages in one language: what a typed word finds there. */
final class LanguageIndex {

    private static final float SAME_STEM = 0.95f;
    private static final float ALIKE = 0.7f;
    private static final float BEGINNING = 0.85f;
    private static final float SHORT_BEGINNING = 0.6f;
    private static final float PARTS = 0.7f;
    private static final float KIN = 0.6f;
    /** No better than that is what is only forgiven. */
    static final float TYPO = 0.5f;

    private static final float TYPO_AT_FIRST = 0.4f;

    private static final int SHORT = 3;
    private static final int SHORTEST_PART = 3;
    /** Words that begin alike for so long are likely to be of one family. */
    private static final int KIN_BEGINS = 6;

    private static final float KIN_SHARE = 0.65f;
    private static final int REMEMBERED = 64;

    private final Language language;
    private final Terms terms;
    private final Typing typing;
    private final Pattern negation;
    private final Pattern amount;
    private final int codes;
    private final String[] words;
    private final char[] firsts;
    private final char[] seconds;
    private final int[] stemOf;
    private final int[][] postings;
    private final String[] stems;
    private final int[][] wordsOf;
    private final List<Passage> passages;
    private final int[][] passagesWith;
    private final NavigableMap<String, Set<Integer>> complaints;
    private final Map<String, List<String>> alike;
    private final EvidenceBuilder evidence;
    private String lastText = "";
    private List<Term> lastTerms = List.of();
    private final Map<String, WordMatch> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WordMatch> eldest) {
            return size() > REMEMBERED;
        }
    };

    LanguageIndex(IndexBuilder made) {
        this.language = made.language();
        this.terms = made.terms();
        this.codes = made.codes();
        this.words = made.words();
        this.firsts = OneTypo.letters(words, 0);
        this.seconds = OneTypo.letters(words, 1);
        this.stems = made.stems();
        this.stemOf = made.stemOf(words, stems);
        this.wordsOf = made.wordsOf(stemOf, stems.length);
        this.postings = made.postings(words);
        this.complaints = made.complaints();
        this.alike = made.alike();
        this.negation = made.speech().negation();
        this.amount = made.speech().amount();
        this.typing = new Typing(made.speech(), made.vocabulary());
        this.passages = made.passages(stems, rarities());
        this.passagesWith = made.passagesWith(stems);
        this.evidence = made.evidence();
    }

    private float[] rarities() {
        var rarities = new float[stems.length];
        var weights = new float[codes];
        for (int stem = 0; stem < stems.length; stem++) {
            Arrays.fill(weights, 0);
            for (int form : wordsOf[stem]) {
                int[] posting = postings[form];
                for (int i = 0; i < posting.length; i += 2) {
                    weights[posting[i]] = Math.max(weights[posting[i]], posting[i + 1]);
                }
            }
            rarities[stem] = WordMatch.rarity(weights);
        }
        return rarities;
    }

    Language language() {
        return language;
    }

    /** What was asked last is asked again for every other language in which it may be meant. */
    synchronized List<Term> terms(String text) {
        if (!text.equals(lastText)) {
            lastTerms = List.copyOf(terms.of(text));
            lastText = text;
        }
        return lastTerms;
    }

    /** The place of a term's stem among those of the pages; one that no page has is behind all of them. */
    int place(Term term) {
        int place = Arrays.binarySearch(stems, term.stem());
        return place < 0 ? stems.length : place;
    }

    /** Whether some page has the word just so. */
    boolean knows(String word) {
        return Arrays.binarySearch(words, word) >= 0;
    }

    /** How words of this language come to be typed in other letters. */
    Typing typing() {
        return typing;
    }

    /** Whether a text says that something is not there or not so. */
    boolean negates(String text) {
        return negation.matcher(text).find();
    }

    /** A text without numbers that count something. */
    String withoutAmounts(String text) {
        return amount.matcher(text).replaceAll(" ");
    }

    /** What speaks for each code as a whole, beside single words; takes a while when it is first asked for. */
    Evidence evidence() {
        return evidence.learned();
    }

    List<Passage> passages() {
        return passages;
    }

    /** What people say and phrases on the wire that begin so, each as folded words, with their codes. */
    SortedMap<String, Set<Integer>> complaints(String beginning) {
        return complaints.subMap(beginning, beginning + Character.MAX_VALUE);
    }

    /** The codes of one thing that people say, as folded words. */
    Set<Integer> complaint(String words) {
        return complaints.getOrDefault(words, Set.of());
    }

    /** The passages that have a stem, by their places in {@link #passages}. */
    int[] passagesWith(int stem) {
        return passagesWith[stem];
    }

    /**
     * What a word finds: itself and its forms; else words that begin so, words of its family, its parts; and last of all
     * words that it is but for one typing error.
     *
     * @param last whether it may be still on its way
     * @param forgiven how long a word has to be for a typing error to be forgiven
     */
    synchronized WordMatch match(Term term, boolean last, int forgiven) {
        String key = (last ? "<" : ">") + forgiven + " " + term.word();
        WordMatch known = remembered.get(key);
        if (known == null) {
            known = look(term, last, forgiven).done();
            remembered.put(key, known);
        }
        return known;
    }

    private WordMatch look(Term term, boolean last, int forgiven) {
        var match = new WordMatch(codes);
        exact(term, match);
        boolean exact = match.found();
        if ((last || !exact) && !term.isNumber()) {
            beginnings(term.word(), match, exact);
        }
        alike(term, match);
        if (match.weight() < PassageKind.EXPLAINED.weight() && !term.isNumber()) {
            kin(term.stem(), match);
        }
        if (!match.found() && !term.isNumber()) {
            parts(term.word(), match);
            if (!match.found() && term.word().length() >= forgiven) {
                typos(term.word(), match);
            }
        }
        return match;
    }

    private void exact(Term term, WordMatch match) {
        int word = Arrays.binarySearch(words, term.word());
        if (word >= 0) {
            take(word, 1, match);
        }
        forms(term.stem(), SAME_STEM, match);
    }

    private void forms(String stem, float quality, WordMatch match) {
        int found = Arrays.binarySearch(stems, stem);
        if (found >= 0) {
            forms(found, quality, match);
        }
    }

    private void forms(int stem, float quality, WordMatch match) {
        for (int form : wordsOf[stem]) {
            take(form, quality, match);
        }
    }

    private void alike(Term term, WordMatch match) {
        for (String other : alike.getOrDefault(term.stem(), List.of())) {
            forms(other, ALIKE, match);
        }
    }

    private void beginnings(String word, WordMatch match, boolean exact) {
        float quality = word.length() < SHORT ? SHORT_BEGINNING : BEGINNING;
        int at = Arrays.binarySearch(words, word);
        for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(word); i++) {
            take(i, exact ? quality * KIN : quality, match);
        }
    }

    private void kin(String stem, WordMatch match) {
        if (stem.length() < KIN_BEGINS) {
            return;
        }
        String begin = stem.substring(0, KIN_BEGINS);
        int at = Arrays.binarySearch(stems, begin);
        for (int i = at < 0 ? -at - 1 : at; i < stems.length && stems[i].startsWith(begin); i++) {
            int common = KIN_BEGINS;
            int length = Math.min(stem.length(), stems[i].length());
            while (common < length && stem.charAt(common) == stems[i].charAt(common)) {
                common++;
            }
            if (common >= KIN_SHARE * Math.max(stem.length(), stems[i].length())) {
                forms(i, KIN, match);
            }
        }
    }

    private void parts(String word, WordMatch match) {
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            int first = Arrays.binarySearch(words, word.substring(0, cut));
            int second = Arrays.binarySearch(words, word.substring(cut));
            if (first >= 0 && second >= 0) {
                // The part that is on fewer pages says what the word is about.
                take(postings[first].length < postings[second].length ? first : second, PARTS, match);
                return;
            }
        }
    }

    private void typos(String word, WordMatch match) {
        for (int i = 0; i < words.length; i++) {
            if (mayBegin(word, i)
                    && OneTypo.begins(word, words[i])
                    && (word.length() >= OneTypo.SHORTEST || isComplaint(word, i))) {
                take(i, words[i].charAt(0) == word.charAt(0) ? TYPO : TYPO_AT_FIRST, match);
            }
        }
    }

    /** A short word is a slip only for a whole one that people complain with. */
    private boolean isComplaint(String typed, int word) {
        int most = 0;
        for (int i = 1; i < postings[word].length; i += 2) {
            most = Math.max(most, postings[word][i]);
        }
        return words[word].length() <= typed.length() && most >= PassageKind.COMPLAINT.weight();
    }

    /** Looks only at the first two letters: nearly all words are out then, and their letters lie side by side. */
    private boolean mayBegin(String typed, int word) {
        char first = typed.charAt(0);
        char second = typed.charAt(1);
        return firsts[word] == first || firsts[word] == second || seconds[word] == second || seconds[word] == first;
    }

    private void take(int word, float quality, WordMatch match) {
        match.stem(stemOf[word], quality);
        int[] posting = postings[word];
        for (int i = 0; i < posting.length; i += 2) {
            match.weight(posting[i], posting[i + 1], quality);
        }
    }
}
