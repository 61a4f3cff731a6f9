package org.ringback.handbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds codes by number, phrase, symptom or any word of their pages, in the current language and in English at once.
 * Words are compared without case and accents, by their beginnings, and with one typing error forgiven.
 */
public final class CodeSearch {

    // How much a word says about a code, by the place where it stands.
    private static final int PHRASE = 40;
    private static final int SYMPTOM = 40;
    private static final int EXPLAINED = 25;
    private static final int GIST = 12;
    private static final int PAGE = 4;

    private static final int WHOLE_WORD_BONUS = 10;
    private static final int WHOLE_SYMPTOM = 200;
    private static final int SYMPTOM_BEGINS = 60;
    private static final int NUMBER = 500;
    /** Of two equal hits the registered code is the likelier one. */
    private static final int REGISTERED = 5;

    private final int[] numbers;
    private final String[] vocabulary;
    private final int[][] postings;
    private final List<Set<String>> symptoms;
    private final BitSet registered;

    private CodeSearch(Builder builder) {
        this.numbers = builder.numbers;
        this.symptoms = builder.symptoms;
        this.registered = builder.registered;
        this.vocabulary = builder.index.keySet().toArray(String[]::new);
        this.postings = builder.index.values().stream().map(CodeSearch::flat).toArray(int[][]::new);
    }

    private static int[] flat(Map<Integer, Integer> weights) {
        int[] flat = new int[2 * weights.size()];
        int at = 0;
        for (var weight : weights.entrySet()) {
            flat[at++] = weight.getKey();
            flat[at++] = weight.getValue();
        }
        return flat;
    }

    /**
     * Indexes the pages of one or more handbooks.
     *
     * @param handbooks of the same codes, for example the current language's and the English one
     */
    public static CodeSearch over(Handbook... handbooks) {
        var builder = new Builder(handbooks[0]);
        Arrays.stream(handbooks).distinct().forEach(builder::add);
        return new CodeSearch(builder);
    }

    /**
     * The numbers of the codes that match, best first. All words have to match; where no code has them all, those that
     * have most. Codes that the query names by number come before all, so that a pasted status line finds its code. An
     * empty query finds every code in numeric order.
     */
    public List<Integer> find(String query) {
        List<String> words = Words.of(query);
        if (words.isEmpty()) {
            return query.isBlank() ? Arrays.stream(numbers).boxed().toList() : List.of();
        }
        if (words.size() == 1 && isNumber(words.getFirst())) {
            List<Integer> byNumber = startingWith(words.getFirst());
            if (!byNumber.isEmpty()) {
                return byNumber;
            }
        }
        int[] score = new int[numbers.length];
        int[] matched = new int[numbers.length];
        for (String word : words) {
            int[] best = bestWeights(word);
            for (int i = 0; i < numbers.length; i++) {
                score[i] += best[i];
                matched[i] += best[i] > 0 ? 1 : 0;
            }
        }
        String whole = String.join(" ", words);
        for (int i = 0; i < numbers.length; i++) {
            score[i] += symptomBonus(symptoms.get(i), whole) + (registered.get(i) ? REGISTERED : 0);
        }
        return namedFirst(words, ranked(score, matched));
    }

    private List<Integer> namedFirst(List<String> words, List<Integer> ranked) {
        var named = new LinkedHashSet<Integer>();
        for (String word : words) {
            if (word.length() == 3 && isNumber(word) && Arrays.binarySearch(numbers, Integer.parseInt(word)) >= 0) {
                named.add(Integer.valueOf(word));
            }
        }
        named.addAll(ranked);
        return List.copyOf(named);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private List<Integer> startingWith(String digits) {
        return Arrays.stream(numbers)
                .filter(number -> Integer.toString(number).startsWith(digits))
                .boxed()
                .toList();
    }

    private List<Integer> ranked(int[] score, int[] matched) {
        int most = Arrays.stream(matched).max().orElse(0);
        var found = new ArrayList<Integer>();
        for (int i = 0; i < numbers.length; i++) {
            if (most > 0 && matched[i] == most) {
                found.add(i);
            }
        }
        found.sort(Comparator.<Integer>comparingInt(i -> -score[i]).thenComparingInt(i -> numbers[i]));
        return found.stream().map(i -> numbers[i]).toList();
    }

    private static int symptomBonus(Set<String> symptoms, String whole) {
        if (symptoms.contains(whole)) {
            return WHOLE_SYMPTOM;
        }
        for (String symptom : symptoms) {
            if (symptom.startsWith(whole) || symptom.contains(" " + whole)) {
                return SYMPTOM_BEGINS;
            }
        }
        return 0;
    }

    /**
     * The best weight of a word for each code; with a typing error only where nothing better than page text matches.
     */
    private int[] bestWeights(String word) {
        int[] best = new int[numbers.length];
        int strongest = 0;
        int at = Arrays.binarySearch(vocabulary, word);
        for (int i = at < 0 ? -at - 1 : at; i < vocabulary.length && vocabulary[i].startsWith(word); i++) {
            strongest = Math.max(strongest, take(best, i, vocabulary[i].length() == word.length(), 1));
        }
        if (strongest < EXPLAINED && word.length() >= OneTypo.SHORTEST && !isNumber(word)) {
            for (int i = 0; i < vocabulary.length; i++) {
                if (OneTypo.begins(word, vocabulary[i])) {
                    take(best, i, false, 2);
                }
            }
        }
        return best;
    }

    private int take(int[] best, int word, boolean wholeWord, int divisor) {
        int[] posting = postings[word];
        int strongest = 0;
        for (int i = 0; i < posting.length; i += 2) {
            int weight = (posting[i + 1] + (wholeWord ? WHOLE_WORD_BONUS : 0)) / divisor;
            best[posting[i]] = Math.max(best[posting[i]], weight);
            strongest = Math.max(strongest, weight);
        }
        return strongest;
    }

    /** Collects words with their best weight for each code. */
    private static final class Builder {

        private final int[] numbers;
        private final SortedMap<String, Map<Integer, Integer>> index = new TreeMap<>();
        private final List<Set<String>> symptoms = new ArrayList<>();
        private final BitSet factsDone = new BitSet();
        private final BitSet registered = new BitSet();

        Builder(Handbook first) {
            numbers = first.all().stream().mapToInt(Entry::number).toArray();
            for (int i = 0; i < numbers.length; i++) {
                symptoms.add(new HashSet<>());
            }
        }

        void add(Handbook handbook) {
            for (int i = 0; i < numbers.length; i++) {
                Entry entry = handbook.entry(numbers[i]);
                if (!factsDone.get(i)) {
                    factsDone.set(i);
                    addFacts(i, entry.code());
                }
                addWords(i, entry.definition());
            }
        }

        private void addFacts(int code, ResponseCode facts) {
            registered.set(code, facts.registered());
            put(code, facts.digits(), NUMBER);
            put(code, facts.phrase(), PHRASE);
            symptoms.get(code).add(String.join(" ", Words.of(facts.phrase())));
            facts.otherPhrases().forEach(other -> put(code, other.phrase(), EXPLAINED));
            facts.emitters().forEach(emitter -> put(code, emitter, GIST));
            facts.headers().forEach(header -> put(code, header.name(), GIST));
        }

        private void addWords(int code, Definition words) {
            words.search().forEach(symptom -> {
                put(code, symptom, SYMPTOM);
                symptoms.get(code).add(String.join(" ", Words.of(symptom)));
            });
            put(code, words.phrase(), EXPLAINED);
            put(code, words.gist(), GIST);
            words.description().forEach(text -> put(code, text, PAGE));
            words.seen().forEach(text -> put(code, text, PAGE));
            words.fix().forEach(text -> put(code, text, PAGE));
            words.causes().forEach(cause -> put(code, cause.cause() + " " + cause.confirm(), PAGE));
        }

        private void put(int code, String text, int weight) {
            for (String word : Words.of(text)) {
                index.computeIfAbsent(word, key -> new HashMap<>()).merge(code, weight, Math::max);
            }
        }
    }
}
