package org.ringback.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Entry;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.Reference;
import org.ringback.handbook.ResponseCode;
import org.ringback.handbook.Rfcs;
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
                summary(left, right, contrast),
                contrast,
                contrasts.filled(left.number(), right.number()),
                differences(left, right),
                agreements(left.code(), right.code()),
                whenToUse(left, right, contrast),
                learnMore(List.of(left, right)),
                List.of());
    }

    private List<String> summary(Entry left, Entry right, Optional<Contrast> contrast) {
        var summary = new ArrayList<String>();
        if (contrast.isPresent()) {
            summary.add(contrast.get().heart());
        } else {
            summary.add(explained(left));
            summary.add(explained(right));
        }
        summary.add(classes(left.code(), right.code()));
        return summary;
    }

    private String explained(Entry entry) {
        return texts.get(
                ComparisonText.PHRASE_EXPLAINED,
                entry.code().title(),
                entry.definition().phrase());
    }

    private String classes(ResponseCode left, ResponseCode right) {
        String leftClass = facets.value(Aspect.CLASS, left);
        return left.codeClass() == right.codeClass()
                ? texts.get(ComparisonText.SAME_CLASS, leftClass)
                : texts.get(
                        ComparisonText.OTHER_CLASS,
                        left.digits(),
                        leftClass,
                        right.digits(),
                        facets.value(Aspect.CLASS, right));
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
        if (!aspect.same(left, right)) {
            differences.add(
                    new Difference(texts.get(aspect), facets.sentence(aspect, left), facets.sentence(aspect, right)));
        }
    }

    private List<Agreement> agreements(ResponseCode left, ResponseCode right) {
        var agreements = new ArrayList<Agreement>();
        for (Aspect aspect : Aspect.values()) {
            String value = facets.shared(aspect, left);
            if (aspect.same(left, right) && !value.isEmpty()) {
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

    private List<Source> learnMore(List<Entry> entries) {
        Map<Reference, List<Integer>> codes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.code().references().stream()
                    .limit(SOURCES_PER_CODE)
                    .forEach(reference -> codes.computeIfAbsent(reference, key -> new ArrayList<>())
                            .add(entry.number()));
        }
        return codes.entrySet().stream()
                .map(source ->
                        new Source(source.getKey(), rfcs.title(source.getKey().rfc()), List.copyOf(source.getValue())))
                .toList();
    }
}
