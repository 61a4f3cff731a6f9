package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Lines that no product has alone, by which a person sees at once who sent a message to whom. */
class SidesToldTest {

    private static final Endpoint OWN = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint PEER = new Endpoint("198.51.100.2", 5080);

    private static Captured under(String line) {
        return Collected.of((line + "\n" + INVITE + "\n").getBytes(StandardCharsets.UTF_8))
                .only();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:15:00 Local-ip=\"192.0.2.1\"  Local-port=\"5060\"  Dst-ip=\"198.51.100.2\"  Dst-port=\"5080\" Sent",
                "10:15:00 Sending PDU INVITE to: rem=udp$198.51.100.2:5080,local=udp$192.0.2.1:5060,if=eth0",
                "10:15:00 INFO :: Sending Packet - 198.51.100.2:5080 (From Local Address: 192.0.2.1:5060) 905 bytes:",
                "10:15:00 - OUT: my=192.0.2.1%12:5060 peer=198.51.100.2 port=5080 UDP, sipiface=none:",
                "10:15:00 SIP --> Local 192.0.2.1:5060 Remote 198.51.100.2:5080 UDP",
                "10:15:00 DEBUG [SipThread-1] UdpTransport - >>> /192.0.2.1:5060 -> /198.51.100.2:5080",
                "10:15:00 src=192.0.2.1 sport=5060 dst=198.51.100.2 dport=5080 len=905",
                "10:15:00 SRC=192.0.2.1 DST=198.51.100.2 PROTO=UDP SPT=5060 DPT=5080",
                "10:15:00 192.0.2.1:5060 \u2500\u2500> 198.51.100.2:5080",
                "10:15:00 192.0.2.1:5060 \u2014(905B UDP)\u2192 198.51.100.2:5080",
                "10:15:00 DEBUG LoggingHandler - [id: 0xd0, L:/192.0.2.1:5060 - R:/198.51.100.2:5080] WRITE: 905B",
                "192.000.002.001.05060-198.051.100.002.05080: "
            })
    void bothAreNamed(String line) {
        assertThat(under(line).source()).isEqualTo(OWN);
        assertThat(under(line).destination()).isEqualTo(PEER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:15:00 SIP-Nachricht gesendet an 198.51.100.2:5080",
                "10:15:00 Message SIP envoy\u00e9 \u00e0 198.51.100.2:5080 :",
                "10:15:00 Enviado a 198.51.100.2:5080:",
                "10:15:00 \u041e\u0442\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u043e \u043d\u0430 198.51.100.2:5080"
                        + " (UDP)",
                "10:15:00 \u53d1\u9001\u5230 198.51.100.2:5080",
                "10:15:00,123: T: 198.51.100.2:5080 (UDP)",
                "-> Mon May  6 10:15:00 2024\n"
                        + " SEND MESSAGE TO NETWORK (198.51.100.2:5080 [UDP]) (BUFF LEN = 905)\n"
                        + "----utf8----"
            })
    void whoWroteTheLogHasSentIt(String line) {
        assertThat(under(line).source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(under(line).destination()).isEqualTo(PEER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:15:00 SIP-Nachricht empfangen von 198.51.100.2:5080",
                "10:15:00 Message SIP re\u00e7u de 198.51.100.2:5080 :",
                "10:15:00 \u041f\u043e\u043b\u0443\u0447\u0435\u043d\u043e \u043e\u0442 198.51.100.2:5080 (UDP)",
                "10:15:00 \u6536\u5230 198.51.100.2:5080",
                "10:15:00,123: R: 198.51.100.2:5080 (UDP)"
            })
    void whoWroteTheLogHasReceivedIt(String line) {
        assertThat(under(line).source()).isEqualTo(PEER);
        assertThat(under(line).destination()).isEqualTo(Endpoint.LOG_WRITER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:15:00 192.0.2.1:5060 and 198.51.100.2:5080 \u2192 198.51.100.7:5080",
                "10:15:00 Local 192.0.2.1:5060 Remote 198.51.100.2:5080 UDP",
                "10:15:00 src=192.0.2.1 dst=198.51.100.2 sport=5060"
            })
    void whatDoesNotSayWhoSentItIsNotGuessed(String line) {
        Captured found = under(line);

        assertThat(found.source()).isNotEqualTo(Endpoint.LOG_WRITER);
        assertThat(found.destination()).isNotEqualTo(Endpoint.LOG_WRITER);
    }

    @Test
    void callsOfTheSystem() {
        String address =
                ", 365, 0, {sa_family=AF_INET, sin_port=htons(5080), sin_addr=inet_addr(\"198.51.100.2\")}, 16)\n";
        Collected found = Collected.of("sendto(12, \"" + escaped(INVITE) + "\"" + address + "recvfrom(12, \""
                + escaped(BUSY) + "\"" + address);

        assertThat(found.messages).extracting(Captured::destination).containsExactly(PEER, Endpoint.LOG_WRITER);
        assertThat(found.messages).extracting(Captured::source).containsExactly(Endpoint.LOG_WRITER, PEER);
    }

    @Test
    void marksOfCurlSayTheSideAndThoseOfAQuotationDoNot() {
        String sent = Samples.indented(INVITE, "> ");
        String received = Samples.indented(BUSY, "< ");

        assertThat(Collected.of(sent + received).messages)
                .extracting(Captured::source)
                .containsExactly(Endpoint.LOG_WRITER, Endpoint.UNKNOWN);
        assertThat(Collected.of(sent + Samples.indented(BUSY, "> ")).messages)
                .extracting(Captured::source)
                .containsExactly(Endpoint.UNKNOWN, Endpoint.UNKNOWN);
    }

    private static String escaped(String message) {
        return message.replace("\n", "\\r\\n");
    }
}
