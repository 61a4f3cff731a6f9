package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.search.terms.Terms;

/** What was said about a code speaks for it when somebody says something like it. */
class EvidenceTest {

    private static final int BUSY = 0;
    private static final int PASSWORD = 1;

    private final Terms terms = new Terms("en", List.of());
    private final EvidenceBuilder builder = new EvidenceBuilder(3);

    private void learn(int code, String text) {
        builder.learn(code, 1, () -> Signs.of(terms.of(text)));
    }

    private float[] speaks(String text) {
        var speaks = new float[3];
        builder.learned().add(Signs.of(terms.of(text)), 1, speaks);
        return speaks;
    }

    @Test
    void whatIsSaidAboutOneCodeSpeaksForIt() {
        learn(BUSY, "the line is engaged");
        learn(PASSWORD, "the phone has a wrong password");

        float[] speaks = speaks("engaged all day long");

        assertThat(speaks[BUSY]).isPositive();
        assertThat(speaks[PASSWORD]).isLessThan(speaks[BUSY]);
    }

    @Test
    void whatIsSaidAboutBothSpeaksForNeither() {
        learn(BUSY, "customer hears a tone");
        learn(PASSWORD, "customer cannot log in");
        learn(PASSWORD, "device forgot everything");

        assertThat(speaks("customer")[BUSY]).isLessThan(speaks("tone")[BUSY]);
    }

    @Test
    void wordsThatAreAlikeShareTheirPieces() {
        learn(BUSY, "engaged");
        learn(PASSWORD, "password");

        assertThat(speaks("passwort")[PASSWORD]).isGreaterThan(speaks("passwort")[BUSY]);
    }

    @Test
    void theOrderOfWordsSaysSomething() {
        learn(BUSY, "no answer");
        learn(BUSY, "answer yes");
        learn(PASSWORD, "yes no answer");

        assertThat(speaks("no answer")[BUSY]).isGreaterThan(speaks("answer no")[BUSY]);
    }

    @Test
    void aCodeAboutWhichMuchIsSaidDoesNotWinByWordsOfAStory() {
        List.of("monday", "office", "router", "customer", "lunch", "engaged").forEach(said -> learn(BUSY, said));
        learn(PASSWORD, "password");

        float[] speaks = speaks("monday in the office: password");

        assertThat(speaks[PASSWORD]).isGreaterThan(speaks[BUSY]);
    }

    @Test
    void aTextWithoutAnythingKnownSpeaksForNothing() {
        learn(BUSY, "engaged");
        learn(PASSWORD, "password");

        assertThat(speaks("zzzz")).containsOnly(0);
    }

    @Test
    void aCodeThatIsNotAmongThemIsRefused() {
        assertThatThrownBy(() -> learn(-1, "engaged")).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> learn(3, "engaged")).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void moreCodesThanAByteHoldsAreRefused() {
        assertThatThrownBy(() -> new EvidenceBuilder(257)).isInstanceOf(IllegalArgumentException.class);
    }
}
