package org.ringback.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.language.Language;

/** Every ordered pair of codes in one language, and the texts of a comparison. */
final class AllPairs {

    static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private final Answers answers;
    private List<Comparison> compared = List.of();

    private AllPairs(Answers answers) {
        this.answers = answers;
    }

    /** One after the other, since the sentences of a language fill some forty megabytes. */
    static Stream<AllPairs> languages() {
        return LIBRARY.languages().all().stream().map(AllPairs::of);
    }

    static AllPairs english() {
        return of(LIBRARY.languages().english());
    }

    private static AllPairs of(Language language) {
        return new AllPairs(LIBRARY.answers(language));
    }

    Answers answers() {
        return answers;
    }

    boolean translated() {
        return !answers.language().equals(LIBRARY.languages().english());
    }

    /** Compared when they are first asked for. */
    synchronized List<Comparison> all() {
        if (compared.isEmpty()) {
            compared = answers.all().stream()
                    .flatMap(
                            left -> answers.all().stream().map(right -> answers.compare(left.number(), right.number())))
                    .toList();
        }
        return compared;
    }

    void forEach(BiConsumer<Comparison, String> check) {
        for (Comparison comparison : all()) {
            check.accept(
                    comparison,
                    answers.language() + " " + comparison.left().number() + "/"
                            + comparison.right().number() + ":");
        }
    }

    /** The same codes in the other order. */
    Comparison swapped(int place) {
        int count = answers.all().size();
        return all().get(place % count * count + place / count);
    }

    @Override
    public String toString() {
        return answers.language().toString();
    }

    /** Every text of a comparison that has to be one or more whole sentences. */
    static List<String> sentences(Comparison comparison) {
        var sentences = new ArrayList<>(comparison.summary());
        comparison
                .differences()
                .forEach(difference -> sentences.addAll(List.of(difference.left(), difference.right())));
        sentences.addAll(comparison.whenToUse());
        comparison.contrast().ifPresent(contrast -> {
            sentences.addAll(contrast.differences());
            sentences.add(contrast.tell());
        });
        return sentences;
    }

    static List<String> labels(Comparison comparison) {
        var labels = new ArrayList<String>();
        labels.add(comparison.title());
        comparison.differences().forEach(difference -> labels.add(difference.about()));
        comparison.agreements().forEach(agreement -> labels.addAll(List.of(agreement.about(), agreement.value())));
        return labels;
    }
}
