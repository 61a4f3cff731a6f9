package org.ringback.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.sip.SipMessage;

/** Bodies as logs write them: what is missing in them because of that, and what was cut off. */
class LoggedBodyTest {

    private static final String SENT = """
        v=0\r
        o=- 1 1 IN IP4 203.0.113.104\r
        s= \r
        c=IN IP4 203.0.113.104\r
        t=0 0\r
        m=audio 4000 RTP/SAVP 0 101\r
        a=rtpmap:101 telephone-event/8000\r
        a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r
        """;

    private static SipMessage logged(String body) {
        String text = "INVITE sip:bob@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-1\n"
                + "Content-Type: application/sdp\nContent-Length: " + SENT.length() + "\n\n" + body;
        return SipMessage.parse(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String lines() {
        return SENT.replace("\r", "");
    }

    @Test
    void linesWithoutCarriageReturnsAreWhole() {
        assertThat(LoggedBody.isWhole(logged(lines()))).isTrue();
    }

    @Test
    void soTheyAreWithoutTheLastLineEndAndWithoutBlanksAtTheEnds() {
        assertThat(LoggedBody.isWhole(logged(lines().replace("s= ", "s=").stripTrailing())))
                .isTrue();
    }

    @Test
    void whatStandsAsItWasSentIsWholeOnlyToItsEnd() {
        assertThat(LoggedBody.isWhole(logged(SENT))).isTrue();
        // As many characters as a log without carriage returns lacks.
        assertThat(LoggedBody.isWhole(logged(SENT.substring(0, SENT.length() - 8))))
                .isFalse();
    }

    @Test
    void aLineThatIsNotThereIsMissed() {
        String cut = lines().substring(0, lines().indexOf("a=crypto"));

        assertThat(LoggedBody.isWhole(logged(cut))).isFalse();
        assertThat(LoggedBody.isCut(logged(cut))).isTrue();
    }

    @Test
    void longerNamesForAddressesHideTheLastLine() {
        String grown = lines().replace("203.0.113.104", "[removed-by-the-support-of-the-customer]");

        assertThat(LoggedBody.isWhole(logged(grown))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.x.x.x", "192.0.2.1", "203.0.113.xxx", "*", "<IP>"})
    void otherAddressesCutNothingOff(String address) {
        assertThat(LoggedBody.isCut(logged(lines().replace("203.0.113.104", address))))
                .isFalse();
    }

    @Test
    void aMessageWithoutBodySaysSoInALog() {
        String without = "SIP/2.0 200 OK\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-1\n%s\n";

        for (String length : new String[] {"Content-Length: 0\n", "l: 0\n"}) {
            assertThat(LoggedBody.isWhole(parsed(without.formatted(length)))).isTrue();
        }
        assertThat(LoggedBody.isWhole(parsed(without.formatted("")))).isFalse();
    }

    private static SipMessage parsed(String text) {
        return SipMessage.parse(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)));
    }
}
