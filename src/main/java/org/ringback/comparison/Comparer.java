package org.ringback.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                learnMore(List.of(entry)),
                suggestions(entry));
    }

    private List<Integer> suggestions(Entry entry) {
        var confused = contrasts.confusedWith(entry.number());
        return confused.isEmpty() ? entry.code().related() : List.copyOf(confused);
    }

    private Comparison ofTwo(Entry left, Entry right) {
        var contrast = contrasts.of(left.number(), right.number());
        return new Comparison(
                left,
                right,
                texts.get(
                        ComparisonText.TITLE, left.code().title(), right.code().title()),
                List.of(contrast.map(Contrast::heart).orElseGet(() -> made(left, right))),
                contrast,
                contrasts.filled(left.number(), right.number()),
                differences(left, right),
                agreements(left.code(), right.code()),
                whenToUse(left, right, contrast),
                learnMore(List.of(left, right)),
                List.of());
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

    private List<Difference> differences(Entry left, Entry right) {
        var differences = new ArrayList<Difference>();
        addIfDifferent(differences, Aspect.CLASS, left.code(), right.code());
        differences.add(new Difference(
                texts.get(Point.MEANING),
                left.definition().gist(),
                right.definition().gist()));
        differences.add(new Difference(
                texts.get(Point.SEEN),
                left.definition().seenInShort(),
                right.definition().seenInShort()));
        for (Aspect aspect : AFTER_MEANING) {
            addIfDifferent(differences, aspect, left.code(), right.code());
        }
        return differences;
    }

    private void addIfDifferent(List<Difference> differences, Aspect aspect, ResponseCode left, ResponseCode right) {
        if (differ(aspect, left, right)) {
            differences.add(
                    new Difference(texts.get(aspect), facets.sentence(aspect, left), facets.sentence(aspect, right)));
        }
    }

    /** Whether there is something to say of both; that one of them says nothing is worth no row of its own. */
    private boolean differ(Aspect aspect, ResponseCode left, ResponseCode right) {
        if (aspect.same(left, right) || !aspect.concerns(left) || !aspect.concerns(right)) {
            return false;
        }
        return !ONLY_OF_BOTH.contains(aspect)
                || (!facets.value(aspect, left).isEmpty()
                        && !facets.value(aspect, right).isEmpty());
    }

    private List<Agreement> agreements(ResponseCode left, ResponseCode right) {
        var agreements = new ArrayList<Agreement>();
        for (Aspect aspect : Aspect.values()) {
            String value = facets.shared(aspect, left);
            if (aspect.same(left, right) && !value.isEmpty() && value.equals(facets.shared(aspect, right))) {
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

    /** What the differences rest on. */
    private List<Reference> bases(ResponseCode left, ResponseCode right) {
        return AFTER_MEANING.stream()
                .filter(aspect -> differ(aspect, left, right))
                .map(Aspect::basis)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Source> learnMore(List<Entry> entries) {
        Map<Reference, List<Integer>> codes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.code().references().stream()
                    .limit(SOURCES_PER_CODE)
                    .forEach(reference -> codes.computeIfAbsent(reference, key -> new ArrayList<>())
                            .add(entry.number()));
        }
        if (entries.size() > 1) {
            bases(entries.getFirst().code(), entries.getLast().code())
                    .forEach(reference -> codes.computeIfAbsent(
                            reference,
                            key -> entries.stream().map(Entry::number).toList()));
        }
        return codes.entrySet().stream()
                .map(source ->
                        new Source(source.getKey(), rfcs.title(source.getKey().rfc()), List.copyOf(source.getValue())))
                .toList();
    }
}
