package org.ringback.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.language.Language;
import org.ringback.language.ProgramFiles;

/** Every ordered pair of codes in every language, compared once for all tests, and the texts of a comparison. */
final class AllPairs {

    static final Library LIBRARY = new Library(new ProgramFiles());

    private static final Map<Language, List<Comparison>> PAIRS = new ConcurrentHashMap<>();

    private static final List<Answers> LANGUAGES =
            LIBRARY.languages().all().stream().map(LIBRARY::answers).toList();

    private AllPairs() {}

    static List<Answers> languages() {
        return LANGUAGES;
    }

    static List<Answers> translations() {
        return LANGUAGES.stream()
                .filter(answers ->
                        !answers.language().equals(LIBRARY.languages().english()))
                .toList();
    }

    static List<Comparison> pairs(Answers answers) {
        return PAIRS.computeIfAbsent(
                answers.language(),
                language -> answers.all().stream()
                        .flatMap(left ->
                                answers.all().stream().map(right -> answers.compare(left.number(), right.number())))
                        .toList());
    }

    static void forEachPair(Answers answers, BiConsumer<Comparison, String> check) {
        for (Comparison comparison : pairs(answers)) {
            check.accept(
                    comparison,
                    answers.language() + " " + comparison.left().number() + "/"
                            + comparison.right().number() + ":");
        }
    }

    /** The same codes in the other order. */
    static Comparison swapped(Answers answers, int place) {
        int count = answers.all().size();
        return pairs(answers).get(place % count * count + place / count);
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
