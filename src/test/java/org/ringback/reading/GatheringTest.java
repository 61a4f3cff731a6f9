package org.ringback.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ringback.call.CallAssembler;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

final class GatheringTest {

    /** So many that some are read by the thread that adds them, for it has nothing else to do here. */
    private static final int MESSAGES = 40_000;

    private static final int CALLS = 400;

    @Test
    void keepsTheOrderWhoeverReadsTheHeads() {
        try (var gathering = new Gathering()) {
            for (int number = 0; number < MESSAGES; number++) {
                gathering.add(message(number));
            }
            CallAssembler calls = gathering.calls();
            assertThat(calls.tally().messages()).isEqualTo(MESSAGES);
            assertThat(calls.tally().callIds()).isEqualTo(CALLS);
            assertThat(calls.calls()).hasSize(CALLS).allSatisfy(call -> {
                assertThat(call.messages()).hasSize(MESSAGES / CALLS);
                assertThat(call.messages()).allSatisfy(message -> {
                    assertThat(message.head().callId()).isEqualTo(call.callId());
                    assertThat(message.head().cseq())
                            .isEqualTo(message.captured().frame());
                });
                assertThat(call.messages())
                        .extracting(message -> message.captured().frame())
                        .isSorted();
            });
        }
    }

    private static Captured message(int number) {
        String text = String.format(Locale.ROOT, """
            OPTIONS sip:b@example.com SIP/2.0
            Via: SIP/2.0/UDP a.example;branch=z9hG4bK%d
            From: <sip:a@example.com>;tag=1
            To: <sip:b@example.com>
            Call-ID: %d
            CSeq: %d OPTIONS

            """, number, number % CALLS, number);
        return new Captured(
                MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)),
                Captured.NO_TIME,
                Endpoint.UNKNOWN,
                Endpoint.UNKNOWN,
                Transport.UDP,
                0,
                number);
    }
}
