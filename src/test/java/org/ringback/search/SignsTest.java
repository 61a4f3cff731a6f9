package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.search.terms.Term;

/** What a text is known by. */
class SignsTest {

    private static Term word(String word) {
        return new Term(word, word, false);
    }

    private static Term filler(String word) {
        return new Term(word, word, true);
    }

    @Test
    void aWordIsKnownByItselfAndByItsPieces() {
        // "tone"; " to", "ton", "one", "ne ", " ton", "tone", "one "
        assertThat(Signs.of(List.of(word("tone"))).names()).hasSize(8);
    }

    @Test
    void aFillerHasNoPieces() {
        assertThat(Signs.of(List.of(filler("with"))).names()).hasSize(1);
    }

    @Test
    void aWordKnowsItsNextTwo() {
        List<Term> text = List.of(filler("a"), filler("b"), filler("c"));

        assertThat(Signs.ofWords(text).names()).as("each").hasSize(3);
        assertThat(Signs.of(text).names()).as("and ab, bc, ac").hasSize(6);
    }

    @Test
    void whatComesTwiceIsOneSign() {
        Signs once = Signs.ofWords(List.of(word("busy")));

        assertThat(Signs.ofWords(List.of(word("busy"), word("busy"))).names()).isEqualTo(once.names());
    }

    @Test
    void namesAreInOrder() {
        assertThat(Signs.of(List.of(word("engaged"), word("signal"))).names()).isSorted();
    }
}
