package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Captured;

/** Logs of any bytes. */
class LogFuzzTest {

    @MethodSource("org.ringback.Seeds#logs")
    @FuzzTest
    void readsAnything(byte[] log) {
        Collected found = Collected.of(log);
        assertThat(found.messages.size() + found.unusable.size()).isPositive();
        for (Captured message : found.messages) {
            assertThat(message.bytes().byteSize()).isBetween(1L, (long) MessageCollector.LARGEST);
            assertThat(message.frame()).isPositive();
        }
    }
}
