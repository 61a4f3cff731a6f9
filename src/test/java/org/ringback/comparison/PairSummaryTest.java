package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.comparison.AllPairs.LIBRARY;
import static org.ringback.comparison.AllPairs.forEachPair;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.answers.Answers;

/** Every ordered pair of codes begins with what separates them, in every language. */
class PairSummaryTest {

    /** Longer ones are not read by somebody with an angry user on the phone. */
    private static final int LONGEST_SUMMARY = 300;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
    private static final Pattern PHRASE_LABEL = Pattern.compile("(?:^|[.;] )\\d{3}(?: \\p{Lu}\\S*)*: ");

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
    void oneSentenceSaysWhatSeparatesTwoCodes(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            if (comparison.sameCode()) {
                return;
            }
            complaints.expect(pair + " summary", comparison.summary().size(), 1);
            String summary = comparison.summary().getFirst();
            if (!summary.contains(comparison.left().code().digits())
                    || !summary.contains(comparison.right().code().digits())) {
                complaints.add(pair + " does not name both codes: " + summary);
            }
            if (PHRASE_LABEL.matcher(summary).find()) {
                complaints.add(pair + " puts a label where a sentence belongs: " + summary);
            }
            if (comparison.contrast().isEmpty()
                    && (summary.length() > LONGEST_SUMMARY
                            || SENTENCE_END.splitAsStream(summary).count() > 1)) {
                complaints.add(pair + " is not one short sentence: " + summary);
            }
            if (comparison
                    .left()
                    .definition()
                    .says()
                    .equals(comparison.right().definition().says())) {
                complaints.add(pair + " says the same of both: " + summary);
            }
        });
        complaints.assertNone();
    }

    @Test
    void theTwoCodesWithWhichThisProgramBeganReadInMeaning() {
        var english = LIBRARY.answers(LIBRARY.languages().english());

        assertThat(english.compare(200, 604).summary().getFirst()).contains("worked", "exists nowhere", "stop trying");
    }
}
