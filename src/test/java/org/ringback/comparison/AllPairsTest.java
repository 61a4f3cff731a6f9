package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.comparison.AllPairs.LIBRARY;
import static org.ringback.comparison.AllPairs.forEachPair;
import static org.ringback.comparison.AllPairs.pairs;
import static org.ringback.comparison.AllPairs.swapped;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;
import org.ringback.answers.Answers;
import org.ringback.handbook.Entry;

/** Every ordered pair of codes tells what differs, and the same in the other order and in every language. */
@BesideOthers
class AllPairsTest {

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void noPointIsMadeTwice(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            var points = new HashSet<String>();
            comparison.differences().forEach(difference -> {
                if (!points.add(difference.about())) {
                    complaints.add(pair + " twice: " + difference.about());
                }
            });
            comparison.agreements().forEach(agreement -> {
                if (!points.add(agreement.about())) {
                    complaints.add(pair + " a difference and an agreement: " + agreement.about());
                }
            });
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void swappingSwapsTheSidesAndNothingElse(Answers answers) {
        var complaints = new Complaints();
        var place = new AtomicInteger();
        forEachPair(answers, (comparison, pair) -> {
            var other = swapped(answers, place.getAndIncrement());
            complaints.expect(pair + " differences", comparison.differences(), exchanged(other.differences()));
            complaints.expect(pair + " agreements", comparison.agreements(), other.agreements());
            complaints.expect(pair + " contrast", comparison.contrast(), other.contrast());
            complaints.expect(
                    pair + " when to use",
                    comparison.whenToUse(),
                    other.whenToUse().reversed());
            complaints.expect(pair + " sources", Set.copyOf(addresses(comparison)), Set.copyOf(addresses(other)));
        });
        complaints.assertNone();
    }

    private static List<Difference> exchanged(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new Difference(
                        difference.about(), /* left= */ difference.right(), /* right= */ difference.left()))
                .toList();
    }

    private static List<String> addresses(Comparison comparison) {
        return comparison.learnMore().stream()
                .map(source -> source.reference().url())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void eachSideSpeaksOfItsOwnCode(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            String left = comparison.left().code().digits();
            String right = comparison.right().code().digits();
            for (var difference : comparison.differences()) {
                if (!difference.left().contains(left) || !difference.right().contains(right)) {
                    complaints.add(pair + " does not name its code: " + difference);
                }
            }
            if (!comparison.whenToUse().getFirst().contains(left)
                    || !comparison.whenToUse().getLast().contains(right)) {
                complaints.add(pair + " does not name its code: " + comparison.whenToUse());
            }
            if (!comparison.sameCode()) {
                complaints.expect(pair + " use", comparison.whenToUse().getFirst(), use(comparison, comparison.left()));
            }
        });
        complaints.assertNone();
    }

    private static String use(Comparison comparison, Entry entry) {
        return comparison
                .contrast()
                .map(contrast -> contrast.use().get(entry.number()))
                .orElse(entry.definition().use());
    }

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void everyTwoCodesDifferAndLeadFurther(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            if (comparison.sameCode()) {
                return;
            }
            if (comparison.differences().size() < 2 || comparison.learnMore().isEmpty()) {
                complaints.add(pair + " says too little: " + comparison);
            }
            complaints.expect(pair + " when to use", comparison.whenToUse().size(), 2);
            complaints.expect(
                    pair + " no source twice",
                    addresses(comparison).size(),
                    Set.copyOf(addresses(comparison)).size());
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void aCodeAndItselfGiveANoteInsteadOfNonsense(Answers answers) {
        for (Entry entry : answers.all()) {
            var comparison = answers.compare(entry.number(), entry.number());

            assertThat(comparison.sameCode()).isTrue();
            assertThat(comparison.summary())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(entry.code().digits());
            assertThat(comparison.differences()).isEmpty();
            assertThat(comparison.agreements()).isEmpty();
            assertThat(comparison.contrast()).isEmpty();
            assertThat(comparison.confusedWith())
                    .isNotEmpty()
                    .doesNotContain(entry.number())
                    .allMatch(code -> answers.find(code).isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void languagesAgreeInEverythingButWords(Answers answers) {
        var english = pairs(LIBRARY.answers(LIBRARY.languages().english())).iterator();
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            var other = english.next();
            complaints.expect(
                    pair, comparison.differences().size(), other.differences().size());
            complaints.expect(
                    pair, comparison.agreements().size(), other.agreements().size());
            complaints.expect(
                    pair, comparison.contrast().isPresent(), other.contrast().isPresent());
        });
        complaints.assertNone();
    }
}
