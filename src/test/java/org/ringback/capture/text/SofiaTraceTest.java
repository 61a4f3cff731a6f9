package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.AsteriskTest.micros;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.indented;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;

/** Traces of sofia-sip, above all of FreeSWITCH. */
class SofiaTraceTest {

    private static final String DASHES = "   " + "-".repeat(72) + "\n";

    @Test
    void consoleWithIndentedMessages() {
        Collected found = Collected.of("recv 365 bytes from udp/[192.0.2.1]:5060 at 23:59:59.900000:\n"
                + DASHES + indented(INVITE, "   ") + DASHES
                + "2026-03-01 23:59:59.950000 [NOTICE] switch_channel.c:1104 New Channel\n"
                + "send 223 bytes to udp/[2001:db8::7]:5080 at 00:00:00.100000:\n"
                + DASHES + indented(TRYING, "   ") + DASHES);

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        Captured invite = found.messages.getFirst();
        assertThat(Collected.text(invite)).isEqualTo(INVITE);
        assertThat(invite.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(invite.time()).as("the date of the log's other lines").isEqualTo(micros("2026-03-01T23:59:59.900Z"));
        Captured trying = found.messages.getLast();
        assertThat(trying.destination()).isEqualTo(new Endpoint("2001:db8::7", 5080));
        assertThat(trying.source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(trying.time()).as("past midnight").isEqualTo(micros("2026-03-02T00:00:00.100Z"));
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void logFileWithDateInTheFrame() {
        Collected found = Collected.of("2026-03-01 10:00:00.000001 [INFO] recv 223 bytes from tls/192.0.2.1:5061 at"
                + " 2026-03-01 09:59:59.999999:\n" + DASHES + indented(TRYING, "   ") + DASHES);

        assertThat(found.only().time()).isEqualTo(micros("2026-03-01T09:59:59.999999Z"));
        assertThat(found.only().transport()).isEqualTo(Transport.TLS);
        assertThat(found.only().source()).isEqualTo(new Endpoint("192.0.2.1", 5061));
    }

    @Test
    void dumpFileWithVerticalTabs() {
        Collected found = Collected.of(frame("recv", "udp", wire(INVITE))
                + frame("sent", "udp", wire(TRYING))
                + frame("recv", "tcp", "\n")
                + frame("recv", "tcp", wire(BUSY) + wire(TRYING)));

        assertThat(found.startLines())
                .containsExactly(
                        "INVITE sip:bob@example.com SIP/2.0",
                        "SIP/2.0 100 Trying",
                        "SIP/2.0 486 Busy Here",
                        "SIP/2.0 100 Trying");
        assertThat(Collected.text(found.messages.getFirst())).isEqualTo(wire(INVITE));
        assertThat(found.messages)
                .extracting(Captured::transport)
                .containsExactly(Transport.UDP, Transport.UDP, Transport.TCP, Transport.TCP);
        assertThat(found.messages.getLast().source()).isEqualTo(new Endpoint("192.0.2.9", 5060));
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void dumpFileWithAMessageOverSeveralFrames() {
        String message = wire(INVITE);
        Collected found = Collected.of(frame("recv", "tcp", message.substring(0, 100))
                + frame("sent", "udp", wire(TRYING))
                + frame("recv", "tcp", message.substring(100, 250))
                + frame("recv", "tcp", message.substring(250) + wire(BUSY)));

        assertThat(found.startLines())
                .containsExactly("SIP/2.0 100 Trying", "INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(Collected.text(found.messages.get(1))).isEqualTo(message);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void dumpFileThatEndsWithinAMessage() {
        Collected found = Collected.of(frame("recv", "tcp", wire(INVITE).substring(0, 200)));

        assertThat(Collected.text(found.only())).isEqualTo(wire(INVITE).substring(0, 200));
        assertThat(found.reasons()).containsExactly(Reason.UNFINISHED_MESSAGE);
    }

    private static String frame(String verb, String transport, String bytes) {
        String direction = verb.equals("recv") ? "from" : "to";
        return verb + " " + bytes.length() + " bytes " + direction + " " + transport
                + "/192.0.2.9:5060 at 10:00:00.000000:\n" + bytes + "\u000B\n";
    }
}
