package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Ctrl+C does to an answer. */
class InterruptionTest {

    @Test
    @Timeout(15)
    void nobodyWaitsForAnAnswerThatDoesNotEnd() {
        try (var interruption = new Interruption()) {
            interruption.answering();
            interruption.stop();
            assertThat(interruption.requested()).isTrue();
        }
    }

    @Test
    @Timeout(10)
    void whatWasFoundUntilThenIsPrintedBeforeTheProgramEnds() throws InterruptedException {
        Thread system;
        try (var interruption = new Interruption()) {
            system = Thread.ofPlatform().start(interruption::stop);
            while (!interruption.requested()) {
                Thread.onSpinWait();
            }
            interruption.answering();
            assertThat(system.isAlive()).isTrue();
        }
        system.join();
        assertThat(system.isAlive()).isFalse();
    }
}
