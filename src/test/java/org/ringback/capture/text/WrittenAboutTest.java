package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable.Reason;

/** What stands in the lines above a message, beside it or around it says when it was sent and where. */
class WrittenAboutTest {

    private static final Endpoint SOURCE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint DESTINATION = new Endpoint("192.0.2.2", 5061);

    /** 2024-05-06T10:15:00Z. */
    private static final long TIME = 1_714_990_500_000_000L;

    private static Collected twice(String shape, UnaryOperator<String> writing) {
        return Collected.of(shape.replace("MESSAGE", writing.apply(Samples.INVITE))
                + shape.replace("MESSAGE", writing.apply(Samples.BUSY)));
    }

    private static void isWhole(Collected found) {
        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.unusable).isEmpty();
        assertThat(found.callIds()).isOne();
        assertThat(Collected.text(found.messages.getFirst()).replace("\r", "")).endsWith("m=audio 4000 RTP/AVP 8\n");
    }

    private static void saysAll(Collected found) {
        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
        assertThat(found.messages).allMatch(message -> message.source().equals(SOURCE));
        assertThat(found.messages).allMatch(message -> message.destination().equals(DESTINATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "====================\n"
                        + "tag: rcv\n"
                        + "pid: 7\n"
                        + "time: 1714990500.000000\n"
                        + "date: Mon May 06 10:15:00 2024\n"
                        + "proto: udp ipv4\n"
                        + "srcip: 192.0.2.1\n"
                        + "srcport: 5060\n"
                        + "dstip: 192.0.2.2\n"
                        + "dstport: 5061\n"
                        + "~~~~~~~~~~~~~~~~~~~~\n"
                        + "MESSAGE||||||||||||||||||||\n",
                "TimeStamp   : 06.05.2024 10:15:00\n"
                        + "Source      : 192.0.2.1:5060\n"
                        + "Destination : 192.0.2.2:5061\n"
                        + "Message     :\n"
                        + "MESSAGE\n",
                "2024-05-06 10:15:00 192.0.2.1:5060 192.0.2.2:5061\nMESSAGE\n",
                "2024-05-06 10:15:00 | 192.0.2.1:5060 | 192.0.2.2:5061 | MESSAGE\n",
                "<m at=\"2024-05-06 10:15:00\" from=\"192.0.2.1:5060\" to=\"192.0.2.2:5061\">MESSAGE</m>\n",
                "{noformat:title=2024-05-06 10:15:00 192.0.2.1:5060 -> 192.0.2.2:5061}\nMESSAGE\n{noformat}\n",
                "#1 192.0.2.1:5060 --> 192.0.2.2:5061 (2024-05-06 10:15:00)\n\nMESSAGE\n"
            })
    void addressesAreWrittenInManyWays(String shape) {
        saysAll(twice(shape, UnaryOperator.identity()));
    }

    @Test
    void yamlIndentsTheMessage() {
        saysAll(twice(
                "  - time: 2024-05-06T10:15:00Z\n"
                        + "    source: 192.0.2.1:5060\n"
                        + "    destination: 192.0.2.2:5061\n"
                        + "    raw: |\n"
                        + "MESSAGE\n",
                message -> Samples.indented(message, "      ")));
    }

    @Test
    void headersOfTheMessageBeforeAreNotAboutTheNext() {
        Collected found = Collected.of(Samples.INVITE
                + Samples.TRYING.replace("\n\n", "\n").replace("Content-Length: 0\n", "")
                + Samples.BUSY);

        assertThat(found.messages).hasSize(3);
        assertThat(found.messages).allMatch(message -> message.source().equals(Endpoint.UNKNOWN));
    }

    @Test
    void theOnlyAddressIsTheOtherSide() {
        String received = "2024-05-06 10:15:00 RX incoming from: [ V4 192.0.2.1:5060 UDP target ]\nMESSAGE\n";
        String wrapped = "2024-05-06 10:15:00 Received UDP message from socket 7 (UDP_CH\n192.0.2.1:5060):\nMESSAGE\n";
        String apart = "2024-05-06 10:15:00 SIP message received from 192.0.2.1 port 5060 over UDP\nMESSAGE\n";
        for (String shape : new String[] {received, wrapped, apart}) {
            Collected found = twice(shape, UnaryOperator.identity());
            isWhole(found);
            assertThat(found.messages).allMatch(message -> message.source().equals(SOURCE));
            assertThat(found.messages).allMatch(message -> message.destination().equals(Endpoint.LOG_WRITER));
            assertThat(found.messages).allMatch(message -> message.time() == TIME);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-06 10:15:00 received on 192.0.2.1:5060\nMESSAGE\n",
                "2024-05-06 10:15:00 received, local 192.0.2.1:5060\nMESSAGE\n",
                "2024-05-06 10:15:00 received 192.0.2.1:5060 after 192.0.2.9:5060 failed\nMESSAGE\n"
            })
    void anAddressOfTheSystemItselfIsNotTheOtherSide(String shape) {
        assertThat(twice(shape, UnaryOperator.identity()).messages)
                .hasSize(2)
                .allMatch(message -> message.source().equals(Endpoint.UNKNOWN));
    }

    @Test
    void aProgramsNameLooksLikeAHeader() {
        Collected found = twice(
                "MESSAGE",
                message -> Samples.indented(message, "flutter:  SIP_LOG 2024-05-06 10:15:00.000000  ")
                        .replace("  INVITE sip", "  \u00e2\u0086\u0092 INVITE sip")
                        .replace("  SIP/2.0 486", "  \u00e2\u0086\u0090 SIP/2.0 486"));
        isWhole(found);
        assertThat(found.messages.getFirst().source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(found.messages.getLast().destination()).isEqualTo(Endpoint.LOG_WRITER);
    }

    @Test
    void codedMessagesAreDecoded() {
        UnaryOperator<String> base64 =
                message -> Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.ISO_8859_1));
        UnaryOperator<String> digits =
                message -> HexFormat.of().formatHex(message.getBytes(StandardCharsets.ISO_8859_1));
        UnaryOperator<String> percent = message ->
                URLEncoder.encode(message, StandardCharsets.ISO_8859_1).replace("+", "%20");
        String line = "2024-05-06 10:15:00 192.0.2.1:5060 -> 192.0.2.2:5061 MESSAGE\n";
        saysAll(twice(line, base64));
        saysAll(twice(line, digits));
        saysAll(twice(line, percent));
        saysAll(twice(
                "{\"time\":1714990500,\"src\":\"192.0.2.1:5060\",\"dst\":\"192.0.2.2:5061\",\"payload\":\"MESSAGE\"}\n",
                base64));
    }

    @Test
    void aLongWordIsNoMessage() {
        String word = "SU5WSVRF".repeat(40);
        assertThat(Collected.of("key " + word + "\n" + Samples.BUSY).messages).hasSize(1);
    }

    @Test
    void forumsAndTrackersMarkLines() {
        isWhole(twice(
                "[code]MESSAGE[/code]\n", message -> message.replaceAll("(?m)^(\\S.*)$", "[color=#f00]$1[/color]")));
        isWhole(twice("MESSAGE", message -> message.replace("<", "\\<").replace(">", "\\>")));
        isWhole(twice("[4:21 PM] Joe: ```MESSAGE```\n:thumbsup: 1\n", message -> message));
        isWhole(twice("<m data=\"MESSAGE\"/>\n", message -> message.replace("\n", "&#13;&#10;")));
    }

    @Test
    void aZoneOfSeveralMeaningsIsToldOnce() {
        Collected found =
                twice("2024-05-06 10:15:00 CST 192.0.2.1:5060 -> 192.0.2.2:5061\nMESSAGE\n", message -> message);

        assertThat(found.reasons()).containsExactly(Reason.UNCLEAR_ZONE);
        assertThat(found.unusable.getFirst().detail()).isEqualTo("CST");
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
    }

    @Test
    void aDumpOfADatabaseNamesItsColumnsAtItsTop() {
        String row = "1\t2024-05-06 10:15:00\tudp:192.0.2.1:5060\tudp:192.0.2.2:5061\tMESSAGE\n";
        Collected found = Collected.of("COPY public.sip_trace (id, time_stamp, fromip, toip, msg) FROM stdin;\n"
                + row.replace("MESSAGE", Samples.INVITE.replace("\n", "\\r\\n"))
                + row.replace("MESSAGE", Samples.BUSY.replace("\n", "\\r\\n"))
                + "\\.\n");
        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.messages).allMatch(message -> message.source().equals(SOURCE));
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
    }

    @Test
    void aBackslashMayStandBeforeAMarkInACell() {
        String quoted = Samples.BUSY
                .replace("From: <", "From: \\\"Al \\\" B\\\" <")
                .replace("To: ", "Reason: SIP;text=\\\"x\\\"\nTo: ");
        Collected found = Collected.of(
                "time,src,dst,message\n2024-05-06T10:15:00Z,192.0.2.1:5060,192.0.2.2:5061,\"" + quoted + "\"\n");
        assertThat(Collected.header(found.only(), "From")).isEqualTo("\"Al \" B\" <sip:alice@example.com>;tag=a");
        assertThat(Collected.header(found.only(), "Reason")).isEqualTo("SIP;text=\"x\"");
        assertThat(found.only().source()).isEqualTo(SOURCE);
    }

    @Test
    void linesMayBeAList() {
        UnaryOperator<String> list = message -> message.lines()
                .map(line ->
                        line.startsWith("From") ? "\"" + line.replace("<", "\\\"A' B\\\" <") + "\"" : "'" + line + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        Collected found = twice("2024-05-06 10:15:00 received: MESSAGE\n", list);
        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
        assertThat(Collected.header(found.messages.getFirst(), "From"))
                .isEqualTo("\"A' B\" <sip:alice@example.com>;tag=a");

        isWhole(twice(
                "MESSAGE\n",
                message -> message.lines()
                        .map(line -> "'" + line + "\\r\\n'")
                        .collect(Collectors.joining(" +\n    ", "const raw = ", ";"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x0d\\x0a", "\\u000D\\u000A", "\\015\\012"})
    void endsOfLineAreEscapedAsNumbers(String end) {
        isWhole(twice("2024-05-06 10:15:00 MESSAGE\n", message -> message.replace("\n", end)));
    }

    @Test
    void eventsOfAwsEndWithTheirTime() {
        Collected found = twice("EVENTS\t1714990509000\tMESSAGE\t1714990500000\n", String::stripTrailing);
        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
        assertThat(Collected.header(found.messages.getLast(), "Content-Length")).isEqualTo("0");
    }

    @Test
    void aPageEndsWithinAMessage() {
        isWhole(twice(
                "MESSAGE",
                message -> message.replace("To:", "\n\fTrace of trunk 7 \u00b7 Page 3 of 9\nTo:")
                        .replace("t=0 0", "\n\ft=0 0")));
    }

    @Test
    void aStartLineBehindOtherTextEndsHeadersWithoutAnEmptyLine() {
        Collected found = Collected.of(Samples.TRYING.stripTrailing() + "\nrow 2: " + Samples.BUSY);
        assertThat(found.startLines()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 486 Busy Here");
    }

    @Test
    void theHistoryOfAsteriskCountsSeconds() {
        Collected found =
                twice("<--- History Entry 3 Received from 192.0.2.1:5060 at 1714990500 --->\nMESSAGE\n", m -> m);
        isWhole(found);
        assertThat(found.messages)
                .allMatch(message -> message.time() == TIME && message.source().equals(SOURCE));
    }

    @Test
    void cellsInQuotationMarksMayStandBetweenBars() {
        saysAll(Collected.of("\"ts\"|\"from_ip\"|\"to_ip\"|\"payload\"\n"
                + "\"2024-05-06 10:15:00\"|\"192.0.2.1:5060\"|\"192.0.2.2:5061\"|\"" + Samples.INVITE + "\"\n"
                + "\"2024-05-06 10:15:00\"|\"192.0.2.1:5060\"|\"192.0.2.2:5061\"|\"" + Samples.BUSY + "\"\n"));
    }

    @Test
    void aRuntimeCutsLines() {
        isWhole(twice(
                "MESSAGE",
                message -> message.lines()
                        .map(line -> "2024-05-06T10:15:00.000Z stdout "
                                + (line.length() < 30
                                        ? "F " + line
                                        : "P " + line.substring(0, 25) + "\n2024-05-06T10:15:00.000Z stdout F "
                                                + line.substring(25))
                                + "\n")
                        .collect(Collectors.joining())));
    }

    @Test
    void aWholeObjectMayBeEscapedOnceMore() {
        saysAll(twice(
                "\"{\\\"t\\\":1714990500,\\\"src\\\":\\\"192.0.2.1:5060\\\",\\\"dst\\\":\\\"192.0.2.2:5061\\\","
                        + "\\\"msg\\\":\\\"MESSAGE\\\"}\"\n",
                message -> message.replace("\n", "\\\\r\\\\n")));
    }

    @Test
    void theNameOfAFieldMayStandInALineOfItsOwn() {
        Collected found =
                twice("@timestamp\nMay 6, 2024 @ 10:15:00.000\nevent.original\nMESSAGE\n", message -> message);
        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
    }
}
