package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Progress is for people who wait, and for them only. */
class ProgressBarTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5);

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, clock::get);
    }

    private void millis(long millis) {
        clock.addAndGet(millis * 1_000_000);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void comesAfterASecondAndGoesWithoutATrace() {
        ProgressBar bar = bar(true);
        millis(999);
        bar.show(10, 100);
        assertThat(shown()).isEmpty();

        millis(1);
        bar.show(50, 100);
        bar.show(51, 100);
        assertThat(shown()).isEqualTo("\r[" + "#".repeat(20) + " ".repeat(20) + "] 50 %");

        millis(100);
        bar.show(200, 100);
        assertThat(shown()).endsWith("\r[" + "#".repeat(40) + "] 100 %");

        bar.clear();
        assertThat(shown()).endsWith(" \r");
    }

    @Test
    void whereNobodyWaitsNothingIsShown() {
        ProgressBar bar = bar(false);
        millis(5000);
        bar.show(50, 100);
        bar.clear();
        assertThat(shown()).isEmpty();

        ProgressBar quick = bar(true);
        quick.show(100, 100);
        quick.clear();
        assertThat(shown()).isEmpty();
    }

    @Test
    void filesWithoutALengthHaveNoProgress() {
        ProgressBar bar = bar(true);
        millis(5000);
        bar.show(0, 0);
        assertThat(shown()).isEmpty();
    }
}
