package org.ringback.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.Language;
import org.ringback.search.terms.Term;
import org.ringback.search.terms.Terms;
import org.ringback.search.terms.Words;

/** Collects the words of all pages of one language, with the best place for each code. */
final class IndexBuilder {

    /** What somebody told is in the words of those who search, and teaches as much as so many complaints of a page. */
    private static final float TOLD = 3;

    private static final int SHORTEST_PART = 4;
    /** What German puts between the parts of a word. */
    private static final Pattern JOINT = Pattern.compile("(?<=.{4})(s|n|en|es|er)$");

    private static final Pattern JOINED = Pattern.compile("\\b(\\p{L}{1,5})[-.](\\p{L}{2,10}|\\d{1,3})\\b");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\u3002])\\s+");

    private final Language language;
    private final Speech speech;
    private final Terms terms;
    private final boolean facts;
    private final int codes;
    private final SortedMap<String, Map<Integer, Integer>> weights = new TreeMap<>();
    private final Map<String, String> stems = new HashMap<>();
    private final List<Raw> raw = new ArrayList<>();
    private final NavigableMap<String, Set<Integer>> complaints = new TreeMap<>();
    private final Map<String, List<String>> alike = new HashMap<>();
    private final EvidenceBuilder evidence;

    private record Raw(int code, PassageKind kind, String text, Set<String> stems) {}

    /**
     * Reads all pages.
     *
     * @param told complaints from which to learn beside the pages
     * @param facts whether to take in what is the same in every language as well
     */
    IndexBuilder(Handbook handbook, Speech speech, List<Told> told, boolean facts) {
        this.language = handbook.language();
        this.speech = speech;
        this.facts = facts;
        this.terms = new Terms(language.tag(), speech.fillers());
        List<Entry> entries = handbook.all();
        this.codes = entries.size();
        this.evidence = new EvidenceBuilder(codes);
        for (int i = 0; i < codes; i++) {
            add(i, entries.get(i));
        }
        int[] numbers = entries.stream().mapToInt(Entry::number).toArray();
        told.forEach(complaint -> learn(complaint, numbers));
        speech.alike().forEach(this::addAlike);
        if (speech.compounds()) {
            List.copyOf(weights.keySet()).forEach(this::addParts);
        }
    }

    /** Of several codes one is meant, so each learns less from it. */
    private void learn(Told complaint, int[] numbers) {
        Signs signs = Signs.of(terms.of(complaint.words()));
        float weight = TOLD / (float) Math.sqrt(complaint.codes().size());
        for (int number : complaint.codes()) {
            evidence.learn(Arrays.binarySearch(numbers, number), weight, () -> signs);
        }
    }

    /** A long word that consists of two others is found by each of them. */
    private void addParts(String word) {
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            String tail = word.substring(cut);
            String head = word.substring(0, cut);
            String bare = weights.containsKey(head) ? head : JOINT.matcher(head).replaceFirst("");
            if (weights.containsKey(tail) && weights.containsKey(bare)) {
                weights.get(word).forEach((code, weight) -> {
                    weights.get(tail).merge(code, weight / 2, Math::max);
                    weights.get(bare).merge(code, weight / 2, Math::max);
                });
            }
        }
    }

    private void addAlike(List<String> group) {
        List<String> groupStems =
                group.stream().map(word -> terms.of(word).getFirst().stem()).toList();
        for (String stem : groupStems) {
            alike.computeIfAbsent(stem, key -> new ArrayList<>())
                    .addAll(groupStems.stream()
                            .filter(other -> !other.equals(stem))
                            .toList());
        }
    }

    private void add(int code, Entry entry) {
        if (facts) {
            addFacts(code, entry.code());
        }
        addWords(code, entry.definition());
    }

    private void addFacts(int code, ResponseCode facts) {
        put(code, facts.digits(), PassageKind.PHRASE);
        put(code, facts.phrase(), PassageKind.PHRASE);
        facts.otherPhrases().forEach(other -> put(code, other.phrase(), PassageKind.OTHER_PHRASE));
        // What an RFC calls a code is meant rather than what a product calls another one.
        facts.otherPhrases().stream()
                .filter(other -> other.usedBy().startsWith("RFC "))
                .forEach(other -> whole(code, terms.of(other.phrase())));
        facts.emitters().forEach(emitter -> put(code, emitter, PassageKind.NAME));
        facts.headers().forEach(header -> put(code, header.name(), PassageKind.NAME));
    }

    private void addWords(int code, Definition words) {
        words.search().forEach(complaint -> put(code, complaint, PassageKind.COMPLAINT));
        put(code, words.phrase(), PassageKind.EXPLAINED);
        sentences(code, words.gist(), PassageKind.GIST);
        words.seen().forEach(text -> sentences(code, text, PassageKind.SEEN));
        words.causes().forEach(cause -> {
            sentences(code, cause.cause(), PassageKind.CAUSE);
            sentences(code, cause.confirm(), PassageKind.DESCRIPTION);
        });
        words.fix().forEach(text -> sentences(code, text, PassageKind.FIX));
        words.description().forEach(text -> sentences(code, text, PassageKind.DESCRIPTION));
    }

    private void sentences(int code, String text, PassageKind kind) {
        for (String sentence : SENTENCE.split(text, -1)) {
            put(code, sentence, kind);
        }
    }

    private void put(int code, String text, PassageKind kind) {
        var passage = new HashSet<String>();
        List<Term> said = terms.of(text);
        String written = written(text);
        for (Term term : written.isEmpty() ? said : terms.of(text + written)) {
            weights.computeIfAbsent(term.word(), key -> new HashMap<>()).merge(code, kind.weight(), Math::max);
            // Two spellings that fold to one word may have two stems in Turkish: the first one is that of the word.
            String stem = stems.computeIfAbsent(term.word(), word -> term.stem());
            if (!term.filler()) {
                passage.add(stem);
            }
        }
        raw.add(new Raw(code, kind, text, passage));
        evidence.learn(code, kind.share(), () -> kind.comparable() ? Signs.of(said) : Signs.ofWords(said));
        if (kind == PassageKind.PHRASE || kind == PassageKind.COMPLAINT) {
            whole(code, said);
        }
    }

    private void whole(int code, List<Term> said) {
        String words = said.stream().map(Term::word).collect(Collectors.joining(" "));
        complaints.computeIfAbsent(words, key -> new HashSet<>()).add(code);
    }

    /** "re-invite" and "T.38" are also written as one. */
    private static String written(String text) {
        var together = new StringBuilder();
        JOINED.matcher(text)
                .results()
                .forEach(found -> together.append(' ').append(found.group(1)).append(found.group(2)));
        return together.toString();
    }

    Language language() {
        return language;
    }

    Terms terms() {
        return terms;
    }

    int codes() {
        return codes;
    }

    Speech speech() {
        return speech;
    }

    /** What somebody is likely to mean who types in other letters: words, those of complaints first, and whole complaints. */
    Set<String> vocabulary() {
        var vocabulary = new LinkedHashSet<String>();
        List<Raw> spoken = raw.stream().filter(one -> one.kind().comparable()).toList();
        spoken.forEach(one -> terms.of(one.text()).forEach(term -> vocabulary.add(term.word())));
        spoken.forEach(one -> vocabulary.addAll(Words.of(one.text())));
        spoken.forEach(one -> vocabulary.add(Words.fold(one.text())));
        vocabulary.addAll(weights.keySet());
        return vocabulary;
    }

    NavigableMap<String, Set<Integer>> complaints() {
        return complaints;
    }

    Map<String, List<String>> alike() {
        return alike;
    }

    EvidenceBuilder evidence() {
        return evidence;
    }

    List<Passage> passages(String[] sorted, float[] rarities) {
        return raw.stream()
                .map(one -> {
                    int[] ids = one.stems().stream()
                            .mapToInt(stem -> Arrays.binarySearch(sorted, stem))
                            .toArray();
                    float rarity = 0;
                    for (int id : ids) {
                        rarity += rarities[id];
                    }
                    return new Passage(one.code(), one.kind(), one.text(), rarity, negates(one.text()));
                })
                .toList();
    }

    private boolean negates(String text) {
        return speech.negation().matcher(text).find();
    }

    /** For each stem the passages that have it. */
    int[][] passagesWith(String[] sorted) {
        var with = new ArrayList<List<Integer>>();
        for (int i = 0; i < sorted.length; i++) {
            with.add(new ArrayList<>());
        }
        for (int passage = 0; passage < raw.size(); passage++) {
            for (String stem : raw.get(passage).stems()) {
                with.get(Arrays.binarySearch(sorted, stem)).add(passage);
            }
        }
        return arrays(with);
    }

    String[] words() {
        return weights.keySet().toArray(String[]::new);
    }

    String[] stems() {
        return new TreeSet<>(stems.values()).toArray(String[]::new);
    }

    int[] stemOf(String[] words, String[] sorted) {
        return Arrays.stream(words)
                .mapToInt(word -> Arrays.binarySearch(sorted, stems.get(word)))
                .toArray();
    }

    int[][] wordsOf(int[] stemOf, int count) {
        var words = new ArrayList<List<Integer>>();
        for (int i = 0; i < count; i++) {
            words.add(new ArrayList<>());
        }
        for (int word = 0; word < stemOf.length; word++) {
            words.get(stemOf[word]).add(word);
        }
        return arrays(words);
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int[][] postings(String[] words) {
        return Arrays.stream(words).map(word -> flat(weights.get(word))).toArray(int[][]::new);
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
}
