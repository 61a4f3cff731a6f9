package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Two codes are compared, swapped and followed through a switch of the language. */
class ComparisonModelTest {

    private final Session session = Sessions.fresh();
    private final ComparisonModel model = session.comparison();

    @Test
    void theComparisonFollowsTheCodes() {
        model.compare(401, 407);

        assertThat(model.comparison().get().left().number()).isEqualTo(401);
        assertThat(model.comparison().get().right().number()).isEqualTo(407);
    }

    @Test
    void swappingExchangesTheSides() {
        model.compare(401, 407);
        model.swap();

        assertThat(model.leftProperty().get()).isEqualTo(407);
        assertThat(model.rightProperty().get()).isEqualTo(401);
        assertThat(model.comparison().get().left().number()).isEqualTo(407);
    }

    @Test
    void aNewPairIsComparedOnce() {
        var shown = new ArrayList<String>();
        model.comparison()
                .subscribe(comparison -> shown.add(
                        comparison.left().number() + "-" + comparison.right().number()));
        model.compare(401, 407);
        model.swap();

        assertThat(shown).containsExactly("486-600", "401-407", "407-401");
    }

    @Test
    void aCodeCanBeComparedWithItself() {
        model.compare(486, 486);

        assertThat(model.comparison().get().sameCode()).isTrue();
    }

    @Test
    void theComparisonFollowsTheLanguage() {
        String english = model.comparison().get().title();
        Sessions.speak(session, "ru");

        assertThat(model.comparison().get().title()).isNotEqualTo(english);
        assertThat(model.comparison().get().left().language().tag()).isEqualTo("ru");
    }
}
