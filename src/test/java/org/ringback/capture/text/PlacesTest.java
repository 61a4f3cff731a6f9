package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** From where to where, as lines before a message say it in words and with arrows; and what only looks like that. */
class PlacesTest {

    private static final Endpoint OWN = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint PEER = new Endpoint("198.51.100.9", 5080);

    private static Captured after(String line) {
        return Collected.of(line + "\n" + INVITE).only();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEBUG UDP read from 192.0.2.1:5060 <- 198.51.100.9:5080:",
                "[SIP] RX (UDP) 192.0.2.1:5060 <-- 198.51.100.9:5080",
                "192.0.2.1:5060 <-(SIP over UDP)- 198.51.100.9:5080",
                "1787 03012026 100001.250000:1.01.00.389.MAJOR .SIPSG: received msg from IP/port:198.51.100.9/5080,"
                        + " Local IP/port:192.0.2.1/5060\n"
                        + "RAW PDU:",
                "1772359201.250\t198.51.100.9\t5080\t192.0.2.1\t5060\t",
                "x,198.51.100.9,192.0.2.1,5080,5060",
                "3\t2026-03-01 10:00:01.250\t198.51.100.9:5080 > 192.0.2.1:5060",
                "2026-03-01 10:00:01,250 DEBUG Incoming message 192.0.2.1:5060 \u00e2\u0086\u0090 198.51.100.9:5080",
                "2026-03-01 10:00:01 - IN: my=192.0.2.1:5060, peer=198.51.100.9:5080, UDP",
                "recv local 192.0.2.1:5060 remote udp:198.51.100.9:5080",
                "---2026-03-01 10:00:01 udp:198.51.100.9:5080 => udp:192.0.2.1:5060---",
                "Mar 01 2026 10:00:01 SBC SIP(d):[UDP] 198.51.100.9:5080-->192.0.2.1:5060",
            })
    void theSourceMayStandOnTheRight(String line) {
        assertThat(after(line).source()).isEqualTo(PEER);
        assertThat(after(line).destination()).isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECEIVE MESSAGE FROM NETWORK (198.51.100.9:5080 [UDP])",
                "RECEIVE << 198.51.100.9:5080",
                "SIP-SM Rcvd message from <198.51.100.9:5080> via UDP",
                "Info on incoming INVITE from Line:10001<<9999:\n  Recv Req INVITE from 198.51.100.9:5080 tid=1:",
                "Mar  1 10:00:01.250: //1/AB/SIP/Msg/ccsipDisplayMsg:\n"
                        + "Received: SIP UDP message from 198.51.100.9:5080",
                "2026-03-01 10:00:01,250 Received from ('198.51.100.9', 5080):",
                "[2026-03-01 10:00:01] <--- 198.51.100.9:5080 UDP",
                "Mar  1 10:00:01 192.0.2.1 [0:5060]<<198.51.100.9:5080(485)",
                "2026-03-01 10:00:01 [SIP] Rx UDP 198.51.100.9 5080:",
                "recv from 198.51.100.9, port 5080 (485 bytes)",
                "recv from 198.51.100.9/5080",
                "recv from 198.51.100.9[5080]",
            })
    void theOtherSideAlone(String line) {
        assertThat(after(line).source()).isEqualTo(PEER);
        assertThat(after(line).destination()).isEqualTo(Endpoint.LOG_WRITER);
    }

    @Test
    void arrowsAtTheEndOfALineCountWhereNoWordSaysMore() {
        assertThat(after("received text message:=========>>>>>>>>").destination())
                .isEqualTo(Endpoint.LOG_WRITER);
        assertThat(after("10:00:01 [0,UDP] 9 bytes >>>>>").source()).isEqualTo(Endpoint.LOG_WRITER);
    }

    @Test
    void theLineThatAnnouncesMayBeginTheMessage() {
        String line = "Mar  1 10:00:01 proxy kamailio[7]: udp:198.51.100.9:5080 -> udp:192.0.2.1:5060 ";
        Collected escaped =
                Collected.of(line + wire(INVITE).replace("\r", "#015").replace("\n", "#012") + "\n");
        assertThat(escaped.only().source()).isEqualTo(PEER);
        Collected named = Collected.of("Request received: udp:192.0.2.1:5060<-udp:198.51.100.9:5080: "
                + INVITE.lines().findFirst().orElseThrow() + "\n" + INVITE);
        assertThat(named.only().source()).isEqualTo(PEER);
        assertThat(named.unusable).isEmpty();
    }

    @Test
    void pythonNamesTheOtherSideBehindTheBytes() {
        String bytes = wire(INVITE).replace("\r", "\\r").replace("\n", "\\n");
        Captured found = Collected.of("2026-03-01 10:00:01,250 DEBUG sent b'" + bytes + "' to ('198.51.100.9', 5080)\n")
                .only();
        assertThat(found.source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(found.destination()).isEqualTo(PEER);
    }

    @Test
    void severalAddressesThatAreNoPairSayNothing() {
        assertThat(after("peers 198.51.100.9 and 192.0.2.1 are up").source()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(after("UDP -> see below").source()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(after("route 198.51.100.0/24 is in the table").source()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(after("recv from 198.51.100.9 485 bytes").source()).isNotEqualTo(new Endpoint("198.51.100.9", 485));
    }

    @Test
    void aWrappedHeaderBehindAStartLineOfNgrep() {
        String dotted = ("U 2026/03/01 10:00:01.250000 198.51.100.9:5080 -> 192.0.2.1:5060 #1\n"
                        + TRYING.replace("\n", ".\n").replace("Via: SIP/2.0/UDP ", "Via: SIP/2.0/UDP\n"))
                .lines()
                .reduce("", (text, line) -> text + "> " + line + "\n");
        assertThat(Collected.of(dotted).startLines()).containsExactly("SIP/2.0 100 Trying");
    }

    @Test
    void aDumpThatIsQuotedHasTheLineBreakOfItsAddressInIt() {
        String dump = "04:05:06.007000 IP 10.9.8.7.5060 > 203.0.113.66.5080: SIP: INVITE sip:bob@example.com SIP/2.0\n"
                + "E.....@.@...\n\t....qB........" + INVITE;
        String quoted = dump.lines().reduce("", (text, line) -> text + ">> " + line + "\n");
        assertThat(Collected.of(quoted).startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0");
    }
}
