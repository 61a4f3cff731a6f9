package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.AsteriskTest.micros;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Logs of phones and test programs. */
class UserAgentsTest {

    @Test
    void pjsua() {
        Collected found =
                Collected.of("23:59:59.595   pjsua_core.c  .RX 365 bytes Request msg INVITE/cseq=1 (rdata0x1) from TCP"
                        + " 192.0.2.1:5060:\n" + wire(INVITE) + "\n--end msg--\n"
                        + "00:00:00.100   pjsua_core.c  .TX " + wire(TRYING).length()
                        + " bytes Response msg 100/INVITE/cseq=1 (tdta0x2) to UDP 192.0.2.1:5060:\n" + wire(TRYING)
                        + "\n--end msg--\n");

        assertThat(found.messages).extracting(Collected::text).containsExactly(wire(INVITE), wire(TRYING));
        assertThat(found.messages).extracting(Captured::transport).containsExactly(Transport.TCP, Transport.UDP);
        assertThat(found.messages)
                .extracting(Captured::time)
                .as("times of day go on past midnight")
                .containsExactly(micros("0004-01-01T23:59:59.595Z"), micros("0004-01-02T00:00:00.100Z"));
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void sipp() {
        String dashes = "-".repeat(47);
        Collected found = Collected.of(dashes + " 2026-03-01 10:00:01.250000\nUDP message sent ("
                + wire(INVITE).length()
                + " bytes):\n\n" + wire(INVITE) + "\n" + dashes + " 2026-03-01 10:00:01.260000\nTCP message received ["
                + wire(TRYING).length() + "] bytes :\n\n" + wire(TRYING) + "\n");

        assertThat(found.messages).extracting(Collected::text).containsExactly(wire(INVITE), wire(TRYING));
        assertThat(found.messages).extracting(Captured::transport).containsExactly(Transport.UDP, Transport.TCP);
        assertThat(found.messages.getLast().time()).isEqualTo(micros("2026-03-01T10:00:01.260Z"));
        assertThat(found.messages.getLast().source()).isEqualTo(Endpoint.UNKNOWN);
    }

    @Test
    void baresipWithColors() {
        Collected found = Collected.of("baresip is ready.\n\u001b[36;1m#\nTLS 192.0.2.1:5061 -> 192.0.2.2:5061\n"
                + wire(INVITE) + "\u001b[;m\n\u001b[36;1m#\n10:00:01.250#UDP 192.0.2.2:5060 -> 192.0.2.1:5060\n"
                + wire(TRYING)
                + "\u001b[;m\ncall: closed\n");

        assertThat(found.messages).extracting(Collected::text).containsExactly(wire(INVITE), wire(TRYING));
        assertThat(found.messages.getFirst().transport()).isEqualTo(Transport.TLS);
        assertThat(found.messages.getFirst().source()).isEqualTo(new Endpoint("192.0.2.1", 5061));
        assertThat(found.messages.getFirst().time()).isEqualTo(Captured.NO_TIME);
    }

    @Test
    void broadworks() {
        Collected found = Collected.of("2026.03.01 10:00:01:250 CET | Info | Sip | +1 | Service\n\n\tudp "
                + wire(TRYING).length() + " Bytes OUT to 192.0.2.1:5060\n\n" + TRYING);

        assertThat(found.only().destination()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(found.only().time()).isEqualTo(micros("2026-03-01T09:00:01.250Z"));
    }
}
