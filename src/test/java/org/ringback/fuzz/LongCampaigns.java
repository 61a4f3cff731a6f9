package org.ringback.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign for each target, only for who names this class: it takes minutes. */
class LongCampaigns {

    static Stream<String> targets() {
        return Stream.of(
                "org.ringback.sip.MessageFuzzTest",
                "org.ringback.capture.CaptureFuzzTest",
                "org.ringback.capture.DatagramFuzzTest",
                "org.ringback.capture.StreamFuzzTest",
                "org.ringback.capture.GzipFuzzTest",
                "org.ringback.capture.HexDumpFuzzTest",
                "org.ringback.network.NetworkFuzzTest",
                "org.ringback.capture.text.LogFuzzTest",
                "org.ringback.call.CallFuzzTest",
                "org.ringback.diagnosis.DiagnosisFuzzTest",
                "org.ringback.media.MediaFuzzTest",
                "org.ringback.pseudonym.PseudonymFuzzTest");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aLongCampaignFindsNothing(String name) throws ReflectiveOperationException, IOException {
        long number = Long.getLong("number", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("minutes", 5));
        assertThat(new FuzzCampaign(FuzzTarget.of(name)).run(number, time)).isEmpty();
    }
}
