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

/** What the scripts of Kamailio and OpenSIPS log, and what syslog and containers make of it. */
class SyslogTest {

    @Test
    void escapedAsRsyslogDoesIt() {
        Collected found =
                Collected.of("Mar  1 10:00:01 proxy kamailio[321]: INFO: <script>: received from udp:192.0.2.1:5060"
                        + " to 192.0.2.2:5060: " + escaped(wire(INVITE), "#015", "#012") + "\n"
                        + "Mar  1 10:00:02 proxy kamailio[321]: INFO: <script>: sent #012" + escaped(BUSY, "", "#012")
                        + "#012\n");

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        Captured invite = found.messages.getFirst();
        assertThat(Collected.text(invite)).isEqualTo(wire(INVITE));
        assertThat(invite.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(invite.destination()).isEqualTo(new Endpoint("192.0.2.2", 5060));
        assertThat(invite.transport()).isEqualTo(Transport.UDP);
        assertThat(invite.time()).isEqualTo(micros("0004-03-01T10:00:01Z"));
        assertThat(invite.frame()).isEqualTo(1);
        assertThat(Collected.text(found.messages.getLast())).isEqualTo(BUSY);
        assertThat(found.messages.getLast().frame()).isEqualTo(2);
    }

    @Test
    void escapedWithBackslashes() {
        Collected found = Collected.of(
                "{\"time\":\"2026-03-01T10:00:01.5+01:00\",\"msg\":\"" + escaped(wire(TRYING), "\\r", "\\n") + "\"}\n");

        assertThat(Collected.text(found.only())).isEqualTo(wire(TRYING));
    }

    @Test
    void prefixOnEveryLine() {
        StringBuilder log = new StringBuilder();
        int second = 8;
        for (String line : INVITE.split("\n", -1)) {
            log.append("Mar  1 10:00:0")
                    .append(second)
                    .append(" proxy opensips[99]: ")
                    .append(line)
                    .append('\n');
            second = 9;
            log.append("Mar  1 10:00:09 proxy cron[1]: nothing to do\n");
        }
        Collected found = Collected.of(log.toString());

        assertThat(Collected.text(found.only())).isEqualTo(INVITE);
        assertThat(found.only().time()).isEqualTo(micros("0004-03-01T10:00:08Z"));
    }

    @Test
    void wordsOfTheScriptBetweenPrefixAndStartLine() {
        String prefix = "app_1  | ";
        Collected found = Collected.of(prefix + "from tcp:192.0.2.1:5060 got "
                + indented(TRYING, prefix).substring(prefix.length()));

        assertThat(Collected.text(found.only())).isEqualTo(TRYING);
        assertThat(found.only().source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(found.only().transport()).isEqualTo(Transport.TCP);
    }

    @Test
    void carriageReturnEscapedAtTheEndOfEveryLine() {
        Collected found = Collected.of(indented(TRYING, "h k[1]: ").replace("\n", "#015\n"));

        assertThat(Collected.text(found.only())).isEqualTo(wire(TRYING));
    }

    @Test
    void messagePrintedBelowTheScriptsLine() {
        Collected found = Collected.of(" 1(15) INFO: {1 1 INVITE x} <script>: reply from tls:[2001:db8::1]:5061\n"
                + wire(TRYING) + "\n 1(15) INFO: done\n");

        assertThat(Collected.text(found.only())).isEqualTo(wire(TRYING));
        assertThat(found.only().source()).isEqualTo(new Endpoint("2001:db8::1", 5061));
        assertThat(found.only().destination()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(found.only().transport()).isEqualTo(Transport.TLS);
        assertThat(found.only().time()).isEqualTo(Captured.NO_TIME);
    }

    private static String escaped(String message, String cr, String lf) {
        return message.replace("\r", cr).replace("\n", lf);
    }
}
