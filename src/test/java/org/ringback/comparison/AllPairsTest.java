package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;
import org.ringback.handbook.Entry;

/** Every ordered pair of codes tells what differs, and the same in the other order and in every language. */
@ParameterizedClass
@MethodSource("org.ringback.comparison.AllPairs#languages")
@BesideOthers
class AllPairsTest {

    private static final List<Shape> ENGLISH =
            AllPairs.english().all().stream().map(Shape::of).toList();

    @Parameter
    private AllPairs pairs;

    @Test
    void noPointIsMadeTwice() {
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
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

    @Test
    void swappingSwapsTheSidesAndNothingElse() {
        var complaints = new Complaints();
        var place = new AtomicInteger();
        pairs.forEach((comparison, pair) -> {
            var other = pairs.swapped(place.getAndIncrement());
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

    @Test
    void eachSideSpeaksOfItsOwnCode() {
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
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

    @Test
    void everyTwoCodesDifferAndLeadFurther() {
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
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

    @Test
    void aCodeAndItselfGiveANoteInsteadOfNonsense() {
        var answers = pairs.answers();
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

    @Test
    void languagesAgreeInEverythingButWords() {
        var english = ENGLISH.iterator();
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
            var other = english.next();
            complaints.expect(pair, Shape.of(comparison), other);
        });
        complaints.assertNone();
    }

    /** What a comparison has in every language alike. */
    private record Shape(int differences, int agreements, boolean contrast) {

        static Shape of(Comparison comparison) {
            return new Shape(
                    comparison.differences().size(),
                    comparison.agreements().size(),
                    comparison.contrast().isPresent());
        }
    }
}
