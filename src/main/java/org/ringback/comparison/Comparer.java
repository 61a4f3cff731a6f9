package org.ringback.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.CodeOutcome;
import org.ringback.handbook.Entry;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.Reference;
import org.ringback.handbook.ResponseCode;
import org.ringback.handbook.Rfcs;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;

/** Makes comparisons in one language. Nothing is stored per pair but the contrasts that people wrote. */
public final class Comparer {

    /** What a reader asks first, then the rest. */
    private static final List<Aspect> AFTER_MEANING = List.of(
            Aspect.STANDING,
            Aspect.FINALITY,
            Aspect.SENDERS,
            Aspect.RETRY,
            Aspect.SCOPE,
            Aspect.DIALOG,
            Aspect.FORKS,
            Aspect.METHODS,
            Aspect.REQUEST_HEADERS,
            Aspect.HEADERS,
            Aspect.BODY,
            Aspect.LOCAL_ORIGIN,
            Aspect.TO_Q850,
            Aspect.FROM_Q850);

    /** Where "none" tells nothing about the pair. */
    private static final Set<Aspect> ONLY_OF_BOTH =
            EnumSet.of(Aspect.BODY, Aspect.HEADERS, Aspect.TO_Q850, Aspect.FROM_Q850);

    private static final int SOURCES_PER_CODE = 4;

    private final Handbook handbook;
    private final Contrasts contrasts;
    private final Rfcs rfcs;
    private final Texts texts;
    private final FacetTexts facets;
    private final Map<Integer, Half> halves = new ConcurrentHashMap<>();

    public Comparer(Handbook handbook, Contrasts contrasts, Rfcs rfcs, Texts texts) {
        this.handbook = handbook;
        this.contrasts = contrasts;
        this.rfcs = rfcs;
        this.texts = texts;
        this.facets = new FacetTexts(texts);
    }

    /**
     * Compares two codes in the order given.
     *
     * @throws IllegalArgumentException if one of the numbers is not in the handbook
     */
    public Comparison compare(int leftNumber, int rightNumber) {
        Entry left = handbook.entry(leftNumber);
        Entry right = handbook.entry(rightNumber);
        return leftNumber == rightNumber ? withItself(left) : ofTwo(left, right);
    }

    private Comparison withItself(Entry entry) {
        String code = entry.code().digits();
        return new Comparison(
                entry,
                entry,
                texts.get(ComparisonText.SAME_TITLE, code),
                List.of(texts.get(ComparisonText.SAME_NOTE, code)),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(entry.definition().use()),
                learnMore(List.of(entry), Set.of()),
                suggestions(entry));
    }

    private List<Integer> suggestions(Entry entry) {
        var confused = contrasts.confusedWith(entry.number());
        return confused.isEmpty() ? entry.code().related() : List.copyOf(confused);
    }

    private Comparison ofTwo(Entry left, Entry right) {
        var contrast = contrasts.of(left.number(), right.number());
        Half one = half(left.code());
        Half other = half(right.code());
        Set<Aspect> different = different(one, other);
        return new Comparison(
                left,
                right,
                texts.get(
                        ComparisonText.TITLE, left.code().title(), right.code().title()),
                List.of(contrast.map(Contrast::heart).orElseGet(() -> made(left, right))),
                contrast,
                contrasts.filled(left.number(), right.number()),
                differences(left, right, different),
                agreements(one, other),
                whenToUse(left, right, contrast),
                learnMore(List.of(left, right), different),
                List.of());
    }

    private Half half(ResponseCode code) {
        return halves.computeIfAbsent(code.number(), missing -> new Half(code, facets));
    }

    /** Where there is something to say of both; that one of them says nothing is worth no row of its own. */
    private static Set<Aspect> different(Half left, Half right) {
        Set<Aspect> different = EnumSet.noneOf(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            if (!left.same(aspect, right)
                    && left.concerns(aspect)
                    && right.concerns(aspect)
                    && (!ONLY_OF_BOTH.contains(aspect) || (left.says(aspect) && right.says(aspect)))) {
                different.add(aspect);
            }
        }
        return different;
    }

    /** One sentence that says what separates the two, by what became of the request. */
    private String made(Entry left, Entry right) {
        CodeOutcome one = left.code().outcome();
        CodeOutcome other = right.code().outcome();
        if (one == other) {
            return ofBoth(one, left, right);
        }
        if (interim(left.code(), right.code())) {
            return ofBoth(ComparisonText.INTERIM_AND_FINAL, left, right);
        }
        return interim(right.code(), left.code())
                ? ofBoth(ComparisonText.INTERIM_AND_FINAL, right, left)
                : ofBoth(ComparisonText.EACH_SAYS, left, right);
    }

    private static boolean interim(ResponseCode one, ResponseCode other) {
        return one.outcome() == CodeOutcome.PENDING && other.outcome() != CodeOutcome.NOT_SENT;
    }

    private String ofBoth(TextKey pattern, Entry first, Entry second) {
        return texts.get(
                pattern,
                first.code().digits(),
                first.definition().says(),
                second.code().digits(),
                second.definition().says());
    }

    private List<Difference> differences(Entry left, Entry right, Set<Aspect> different) {
        var differences = new ArrayList<Difference>();
        if (different.contains(Aspect.CLASS)) {
            differences.add(difference(Aspect.CLASS, left, right));
        }
        differences.add(new Difference(
                texts.get(Point.MEANING),
                left.definition().gist(),
                right.definition().gist()));
        differences.add(new Difference(
                texts.get(Point.SEEN),
                left.definition().seenInShort(),
                right.definition().seenInShort()));
        AFTER_MEANING.stream()
                .filter(different::contains)
                .forEach(aspect -> differences.add(difference(aspect, left, right)));
        return differences;
    }

    private Difference difference(Aspect aspect, Entry left, Entry right) {
        return new Difference(
                texts.get(aspect),
                half(left.code()).sentence(aspect),
                half(right.code()).sentence(aspect));
    }

    private List<Agreement> agreements(Half left, Half right) {
        var agreements = new ArrayList<Agreement>();
        for (Aspect aspect : Aspect.values()) {
            String value = left.shared(aspect);
            if (left.same(aspect, right) && !value.isEmpty() && value.equals(right.shared(aspect))) {
                agreements.add(new Agreement(texts.get(aspect), value));
            }
        }
        return agreements;
    }

    private static List<String> whenToUse(Entry left, Entry right, Optional<Contrast> contrast) {
        return List.of(use(left, contrast), use(right, contrast));
    }

    private static String use(Entry entry, Optional<Contrast> contrast) {
        return contrast.map(words -> words.use().get(entry.number()))
                .orElse(entry.definition().use());
    }

    private List<Source> learnMore(List<Entry> entries, Set<Aspect> different) {
        Map<Reference, List<Integer>> codes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.code().references().stream()
                    .limit(SOURCES_PER_CODE)
                    .forEach(reference -> codes.computeIfAbsent(reference, key -> new ArrayList<>())
                            .add(entry.number()));
        }
        // What the differences rest on.
        AFTER_MEANING.stream()
                .filter(different::contains)
                .flatMap(aspect -> aspect.basis().stream())
                .forEach(reference -> codes.computeIfAbsent(
                        reference, key -> entries.stream().map(Entry::number).toList()));
        return codes.entrySet().stream()
                .map(source ->
                        new Source(source.getKey(), rfcs.title(source.getKey().rfc()), List.copyOf(source.getValue())))
                .toList();
    }
}
