package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The way back and forward leads through pages and sections alike. */
class HistoryTest {

    private final Session session = Sessions.fresh();
    private final History history = session.history();

    private int page() {
        return session.handbook().codeProperty().get();
    }

    private Section section() {
        return session.sectionProperty().get();
    }

    @Test
    void thereIsNoWayBackAtFirst() {
        assertThat(page()).isEqualTo(486);
        assertThat(history.canGoBackProperty().get()).isFalse();
        assertThat(history.canGoForwardProperty().get()).isFalse();

        history.back();
        history.forward();
        assertThat(page()).isEqualTo(486);
        assertThat(section()).isEqualTo(Section.HANDBOOK);
    }

    @Test
    void backAndForwardWalkTheWay() {
        session.open(600);
        session.open(603);

        history.back();
        assertThat(page()).isEqualTo(600);
        history.back();
        assertThat(page()).isEqualTo(486);
        assertThat(history.canGoBackProperty().get()).isFalse();
        history.forward();
        history.forward();
        assertThat(page()).isEqualTo(603);
        assertThat(history.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void anotherPageForgetsTheWayForward() {
        session.open(600);
        history.back();
        session.open(404);

        assertThat(history.canGoForwardProperty().get()).isFalse();
        history.back();
        assertThat(page()).isEqualTo(486);
    }

    @Test
    void theOpenPageOpenedAgainIsNoStep() {
        session.open(486);

        assertThat(history.canGoBackProperty().get()).isFalse();
    }

    @Test
    void fromACodeOfACallTheWayLeadsBackToTheCallsAndForwardToTheCodeAgain() {
        session.sectionProperty().set(Section.CALLS);
        session.open(503);
        session.open(480);

        history.back();
        assertThat(page()).isEqualTo(503);
        history.back();
        assertThat(section()).isEqualTo(Section.CALLS);
        history.forward();
        assertThat(section()).isEqualTo(Section.HANDBOOK);
        assertThat(page()).isEqualTo(503);
        history.forward();
        assertThat(page()).isEqualTo(480);
    }

    @Test
    void theCodeOfACallThatWasOpenBeforeIsAStepToo() {
        session.sectionProperty().set(Section.CALLS);
        session.open(486);

        history.back();
        assertThat(section()).isEqualTo(Section.CALLS);
        history.forward();
        assertThat(section()).isEqualTo(Section.HANDBOOK);
    }

    @Test
    void fromAComparisonTheWayLeadsBackToThePage() {
        session.open(603);
        session.compareOpenPageWith(607);

        history.back();
        assertThat(section()).isEqualTo(Section.HANDBOOK);
        assertThat(page()).isEqualTo(603);
        history.forward();
        assertThat(section()).isEqualTo(Section.COMPARISON);
    }

    @Test
    void theWayBackEndsWhereItBegan() {
        session.sectionProperty().set(Section.CALLS);

        history.back();
        history.back();
        assertThat(section()).isEqualTo(Section.HANDBOOK);
        assertThat(history.canGoForwardProperty().get()).isTrue();
    }

    @Test
    void eachComparisonIsAStep() {
        session.compare(404, 480);
        session.comparison().compare(404, 603);
        session.comparison().swap();

        history.back();
        history.back();
        assertThat(session.comparison().rightProperty().get()).isEqualTo(480);
        history.back();
        assertThat(section()).isEqualTo(Section.HANDBOOK);
        history.forward();
        history.forward();
        history.forward();
        assertThat(session.comparison().leftProperty().get()).isEqualTo(603);
    }

    @Test
    void thePageThatWasOpenByChanceWhenSomebodySearchedIsNoStep() {
        session.sectionProperty().set(Section.CALLS);
        session.search("603");
        session.open(603);
        assertThat(section()).isEqualTo(Section.HANDBOOK);
        history.back();
        assertThat(section()).isEqualTo(Section.CALLS);
        history.forward();
        assertThat(page()).isEqualTo(603);
    }
}
