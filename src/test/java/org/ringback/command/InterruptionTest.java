package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Ctrl+C does to an answer. */
class InterruptionTest {

    @Test
    @Timeout(15)
    void nobodyWaitsForAnAnswerThatDoesNotEnd() {
        var told = new AtomicInteger();
        try (var interruption = new Interruption(told::incrementAndGet)) {
            interruption.answering();
            interruption.stop();
            assertThat(interruption.requested()).isTrue();
            assertThat(told).hasValue(1);
        }
    }

    @Test
    @Timeout(30)
    void whatWasReadIsNotWaitedForWithoutEnd() {
        var told = new AtomicInteger();
        try (var interruption = new Interruption(told::incrementAndGet)) {
            interruption.stop();
            assertThat(told).hasValue(1);
        }
    }

    @Test
    @Timeout(10)
    void whatWasFoundUntilThenIsPrintedBeforeTheProgramEnds() throws InterruptedException {
        Thread system;
        var told = new AtomicInteger();
        try (var interruption = new Interruption(told::incrementAndGet)) {
            system = Thread.ofPlatform().start(interruption::stop);
            while (!interruption.requested()) {
                Thread.onSpinWait();
            }
            interruption.answering();
            assertThat(system.isAlive()).isTrue();
        }
        system.join();
        assertThat(system.isAlive()).isFalse();
        assertThat(told).hasValue(0);
    }
}
