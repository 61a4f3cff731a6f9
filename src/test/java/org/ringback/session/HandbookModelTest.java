package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages open, and the way back and forward is kept. */
class HandbookModelTest {

    private final Session session = Sessions.fresh();
    private final HandbookModel handbook = session.handbook();

    private int open() {
        return handbook.codeProperty().get();
    }

    @Test
    void thereIsNoWayBackAtFirst() {
        assertThat(open()).isEqualTo(486);
        assertThat(handbook.canGoBackProperty().get()).isFalse();
        assertThat(handbook.canGoForwardProperty().get()).isFalse();

        handbook.back();
        handbook.forward();
        assertThat(open()).isEqualTo(486);
    }

    @Test
    void backAndForwardWalkTheWay() {
        handbook.open(600);
        handbook.open(603);

        handbook.back();
        assertThat(open()).isEqualTo(600);
        handbook.back();
        assertThat(open()).isEqualTo(486);
        assertThat(handbook.canGoBackProperty().get()).isFalse();
        handbook.forward();
        handbook.forward();
        assertThat(open()).isEqualTo(603);
        assertThat(handbook.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void anotherPageForgetsTheWayForward() {
        handbook.open(600);
        handbook.back();
        handbook.open(404);

        assertThat(handbook.canGoForwardProperty().get()).isFalse();
        handbook.back();
        assertThat(open()).isEqualTo(486);
    }

    @Test
    void theOpenPageOpenedAgainIsNoStep() {
        handbook.open(486);

        assertThat(handbook.canGoBackProperty().get()).isFalse();
    }

    @Test
    void thePageFollowsTheCodeAndTheLanguage() {
        handbook.open(404);
        String english = handbook.entry().get().definition().gist();
        Sessions.speak(session, "ru");

        assertThat(handbook.entry().get().number()).isEqualTo(404);
        assertThat(handbook.entry().get().definition().gist()).isNotEqualTo(english);
        assertThat(session.openPage()).isEqualTo(handbook.entry().get());
    }
}
