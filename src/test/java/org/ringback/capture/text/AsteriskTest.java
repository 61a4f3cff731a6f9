package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

class AsteriskTest {

    @Test
    void pjsipLoggerInTheFullLog() {
        Collected found = Collected.of("[2026-03-01 10:00:00.250] VERBOSE[7] pbx.c: starting\n"
                + "[2026-03-01 10:00:01.250] VERBOSE[7] res_pjsip_logger.c: <--- Received SIP request ("
                + wire(INVITE).length() + " bytes) from UDP:192.0.2.1:5060 --->\n"
                + wire(INVITE) + "\n"
                + "[2026-03-01 10:00:01.300] VERBOSE[7] res_pjsip_logger.c: <--- Transmitting SIP response ("
                + wire(TRYING).length() + " bytes) to TLS:[2001:DB8:0::1]:5061 --->\n"
                + wire(TRYING) + "\n");

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        Captured invite = found.messages.getFirst();
        assertThat(Collected.text(invite)).isEqualTo(wire(INVITE));
        assertThat(invite.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(invite.destination()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(invite.transport()).isEqualTo(Transport.UDP);
        assertThat(invite.time()).isEqualTo(micros("2026-03-01T10:00:01.250Z"));
        assertThat(invite.file()).isEqualTo(3);
        assertThat(invite.frame()).isEqualTo(3);
        Captured trying = found.messages.getLast();
        assertThat(trying.source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(trying.destination()).isEqualTo(new Endpoint("2001:db8::1", 5061));
        assertThat(trying.transport()).isEqualTo(Transport.TLS);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void chanSipOnTheConsole() {
        Collected found = Collected.of("\n<--- SIP read from UDP:192.0.2.1:5060 --->\n" + INVITE
                + "<------------->\n--- (8 headers 6 lines) ---\nSending to 192.0.2.1:5060 (NAT)\n"
                + "\n<--- Transmitting (NAT) to 192.0.2.1:5060 --->\n" + TRYING + "\n<------------>\n"
                + "Reliably Transmitting (no NAT) to 192.0.2.1:5060:\n" + BUSY + "\n---\n"
                + "Retransmitting #1 (no NAT) to 192.0.2.1:5060:\n" + BUSY + "\n---\n");

        assertThat(found.startLines())
                .containsExactly(
                        "INVITE sip:bob@example.com SIP/2.0",
                        "SIP/2.0 100 Trying",
                        "SIP/2.0 486 Busy Here",
                        "SIP/2.0 486 Busy Here");
        assertThat(Collected.text(found.messages.getFirst())).isEqualTo(INVITE);
        assertThat(found.messages.getFirst().source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(found.messages)
                .filteredOn(message -> !message.destination().equals(Endpoint.LOG_WRITER))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.transport()).isEqualTo(Transport.UNKNOWN));
        assertThat(found.messages)
                .allSatisfy(message -> assertThat(message.time()).isEqualTo(Captured.NO_TIME));
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void chanSipInTheFullLogHasTheTimeOnTheLineBefore() {
        Collected found = Collected.of("[2026-03-01 10:00:01,473] VERBOSE[13892] chan_sip.c: \n"
                + "<--- SIP read from TCP:192.0.2.1:5060 --->\n" + TRYING + "\n"
                + "<------------->\n"
                + "[2026-03-01 10:00:01,500] VERBOSE[13892]"
                + " chan_sip.c: Reliably Transmitting (NAT)"
                + " to 192.0.2.1:5060:\n"
                + BUSY + "\n---\n");

        assertThat(found.messages)
                .extracting(Captured::time)
                .containsExactly(micros("2026-03-01T10:00:01.473Z"), micros("2026-03-01T10:00:01.500Z"));
        assertThat(found.messages.getFirst().transport()).isEqualTo(Transport.TCP);
    }

    @Test
    void linesOfOtherThreadsInBetweenAreLeftOut() {
        String logged = "[2026-03-01 10:00:01.250] VERBOSE[9] app.c: something else: yes\n";
        Collected found = Collected.of("<--- SIP read from UDP:192.0.2.1:5060 --->\n"
                + INVITE.replace("CSeq", logged + "CSeq").replace("s=-\n", "s=-\n" + logged));

        assertThat(Collected.text(found.only())).isEqualTo(INVITE);
    }

    static long micros(String time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
    }
}
