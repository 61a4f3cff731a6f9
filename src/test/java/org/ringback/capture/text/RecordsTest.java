package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Messages within the records of databases, servers and tools, each counted once. */
class RecordsTest {

    private static final Endpoint SOURCE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint DESTINATION = new Endpoint("192.0.2.2", 5061);

    /** 2024-05-06T10:15:00.25Z. */
    private static final long TIME = 1_714_990_500_250_000L;

    private static void isWhole(Collected found) {
        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.unusable).isEmpty();
        assertThat(Collected.text(found.messages.getFirst()).replace("\r", "")).endsWith("m=audio 4000 RTP/AVP 8\n");
        assertThat(Collected.header(found.messages.getLast(), "CSeq")).isEqualTo("1 INVITE");
    }

    private static String escaped(String message) {
        return wire(message).replace("\"", "\\\"").replace("\r\n", "\\r\\n");
    }

    private static String rows(String message, boolean offsets) {
        byte[] bytes = wire(message).getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder rows = new StringBuilder();
        for (int from = 0; from < bytes.length; from += 16) {
            rows.append(offsets ? String.format(Locale.ROOT, "|%08x|", from) : " ");
            StringBuilder text = new StringBuilder();
            for (int at = from; at < from + 16; at++) {
                rows.append(at < bytes.length ? String.format(Locale.ROOT, " %02x", bytes[at]) : "   ");
                text.append(at < bytes.length && bytes[at] >= ' ' ? (char) bytes[at] : '.');
            }
            rows.append(offsets ? " |" + text + "|\n" : "  " + text + "\n");
        }
        return rows.toString();
    }

    @Test
    void pointsOfInfluxDb() {
        String point = "sip,src=192.0.2.1,dst=192.0.2.2,method=INVITE srcport=5060i,dstport=5061i,msg=\"MESSAGE\""
                + " 1714990500250000000\n";
        Collected found = Collected.of(point.replace("MESSAGE", escaped(INVITE)) + point.replace("MESSAGE", BUSY));

        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
        assertThat(found.messages).allMatch(message -> message.source().equals(SOURCE));
        assertThat(found.messages).allMatch(message -> message.destination().equals(DESTINATION));
    }

    @Test
    void recordsOfLync() {
        String record =
                "TL_INFO(TF_PROTOCOL) [0]0B5C.0D50::05/06/2024-10:15:00.250.0000a1b2 (SIPStack) $$begin_record\n"
                        + "Trace-Correlation-Id: 7\n"
                        + "Direction: WAY\n"
                        + "Peer: 192.0.2.2:5061\n"
                        + "Message-Type: request\n"
                        + "Start-Line: ";
        Collected found = Collected.of(record.replace("WAY", "outgoing")
                + INVITE.replace("v=0", "Message-Body: v=0")
                + "$$end_record\n\n"
                + record.replace("WAY", "incoming")
                + BUSY.strip()
                + "\n$$end_record\n");

        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
        assertThat(found.messages).extracting(Captured::destination).containsExactly(DESTINATION, Endpoint.LOG_WRITER);
    }

    @Test
    void statementsWithFunctions() {
        String insert = "INSERT INTO trace VALUES(1,'2024-05-06 10:15:00.250',replace(replace('MESSAGE','\\r"
                + "',char(13)),'\\n"
                + "',char(10)));\n";
        Collected found =
                Collected.of(insert.replace("MESSAGE", escaped(INVITE)) + insert.replace("MESSAGE", escaped(BUSY)));

        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
    }

    @Test
    void aStatementIsNotReadAgainForEachOfItsBrackets() {
        String insert =
                "INSERT INTO trace VALUES (1,'" + escaped(BUSY) + "')" + ")".repeat(2000) + "(),(2)".repeat(2000);

        assertThat(Collected.of(insert + ";\n").messages).hasSize(1);
        assertThat(Collected.of(insert.replace("SIP/2.0 486", "no SIP/2.0 at 486") + ";\n").messages)
                .hasSizeLessThan(2);
    }

    @Test
    void rowsOfDigitsUnderALineThatSaysWhoSentThem() {
        Collected bars = Collected.of("2024-05-06 10:15:00.250 sent to 192.0.2.2:5061\n+------------------------+\n"
                + rows(INVITE, true) + "+------------------------+\n2024-05-06 10:15:00.250 sent to 192.0.2.2:5061\n"
                + rows(BUSY, true));
        Collected bare = Collected.of("U 2024/05/06 10:15:00.250000 192.0.2.1:5060 -> 192.0.2.2:5061 #1\n"
                + rows(INVITE, false) + "#\nU 2024/05/06 10:15:00.250000 192.0.2.1:5060 -> 192.0.2.2:5061 #2\n"
                + rows(BUSY, false));

        isWhole(bars);
        isWhole(bare);
        assertThat(bars.messages).allMatch(message -> message.destination().equals(DESTINATION));
        assertThat(bare.messages).allMatch(message -> message.source().equals(SOURCE));
        assertThat(bare.messages).allMatch(message -> message.time() == TIME);
    }

    @Test
    void rowsOfDigitsThatAreNoMessageStay() {
        String rows = rows("MESSAGES of some other kind, but none of SIP\n".repeat(4), false);

        assertThat(Collected.of(rows + BUSY + rows).startLines()).containsExactly("SIP/2.0 486 Busy Here");
    }

    @Test
    void bytesWithColonsBetween() {
        String hex = java.util.HexFormat.ofDelimiter(":").formatHex(wire(BUSY).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Collected.of("data: " + hex + "\n").startLines()).containsExactly("SIP/2.0 486 Busy Here");
        assertThat(Collected.of(BUSY + "fingerprint: " + hex.replace("53:49", "53:00") + "\n").messages)
                .hasSize(1);
    }

    @Test
    void fieldsOfTshark() {
        String row = "1714990500.250000000\t192.0.2.1\t192.0.2.2\t";
        Collected found = Collected.of(row + field(INVITE) + row + field(BUSY));

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
        assertThat(found.messages).allMatch(message -> message.source().host().equals("192.0.2.1"));
    }

    /** The start line in a field, the headers in the next one. */
    private static String field(String message) {
        String head = message.substring(0, message.indexOf("\n\n") + 1);
        return head.replaceFirst("\n", "\t").replace("\n", "\\r\\n") + "\n";
    }

    @Test
    void stringsThatGoOnBehindABackslash() {
        Collected found = Collected.of(continued(INVITE) + continued(BUSY));

        isWhole(found);
    }

    private static String continued(String message) {
        return "- message: \"" + message.strip().replace("\n", "\\r\\n\\\n    ") + "\\r\\n\"\n";
    }

    @Test
    void aMarkThatClosesAQuotation() {
        Collected found = Collected.of("we got '" + INVITE.strip() + "',\nand then '" + BUSY.strip() + "'.\n");

        isWhole(found);
        assertThat(Collected.header(found.messages.getLast(), "Content-Length")).isEqualTo("0");
    }

    @Test
    void headsAndFeetThatComeAgainOnEachPage() {
        String page = "\nTrace of call 4711\nPage NUMBER of 9\n\fExample GmbH - confidential\n\n";
        String text = INVITE + BUSY;
        int first = text.indexOf("From");
        int second = text.lastIndexOf("From");
        Collected found = Collected.of(text.substring(0, first)
                + page.replace("NUMBER", "1")
                + text.substring(first, second)
                + page.replace("NUMBER", "2")
                + text.substring(second));

        isWhole(found);
        assertThat(Collected.header(found.messages.getLast(), "From")).isEqualTo("<sip:alice@example.com>;tag=a");
    }

    @Test
    void rowsOfMarkdownWithBreaks() {
        String head = "| # | Source | Message |\n|---|---|---|\n";
        Collected found =
                Collected.of(head + "| 1 | 192.0.2.1 | " + INVITE.strip().replace("\n", "<br>")
                        + " |\n| 2 | 192.0.2.2 | " + BUSY.strip().replace("\n", "<br>") + " |\n");

        isWhole(found);
        assertThat(Collected.header(found.messages.getLast(), "Content-Length")).isEqualTo("0");
    }

    @Test
    void aWordInBracketsBehindTheLastHeaderIsTheLogAgain() {
        String answer = BUSY.strip() + "\n[sip] SipSetStatus(IDLE)\n[TX]\n";
        Collected found = Collected.of("[TX]\n" + INVITE.strip() + "\n[RX]\n" + answer);

        isWhole(found);
        assertThat(Collected.text(found.messages.getLast())).doesNotContain("SipSetStatus");
    }
}
