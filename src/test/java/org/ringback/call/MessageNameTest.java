package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.sip.HeadReader;

/** A message is called by its method, or by its code and the phrase that came with it. */
class MessageNameTest {

    @ParameterizedTest
    @CsvSource({
        "INVITE sip:b@example.com SIP/2.0, INVITE",
        "SIP/2.0 486 Busy Here, 486 Busy Here",
        "SIP/2.0 486 Bu\u202E\u0007sy, 486 Bu\ufffd\ufffdsy",
        "SIP/2.0 486, 486",
        "SIP/2.0 486 Gerade besetzt, 486 Gerade besetzt"
    })
    void isWhatStandsInTheFirstLine(String line, String name) {
        var bytes = MemorySegment.ofArray(
                (line + "\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(MessageName.of(new HeadReader().read(bytes), bytes)).isEqualTo(name);
    }
}
