package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** A message of which the log makes one line, behind what it says about it. */
class OneLineTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theAddressesBeforeARequestAreItsOwnToo(boolean request) {
        String message = Samples.wire(request ? Samples.INVITE : Samples.BUSY).replace("\r\n", "\\r\\n");

        Captured only = Collected.of("2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060 " + message + "\n")
                .only();

        assertThat(only.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(only.destination()).isEqualTo(new Endpoint("192.0.2.2", 5060));
        assertThat(only.time()).isEqualTo(1_772_359_201_250_000L);
    }
}
