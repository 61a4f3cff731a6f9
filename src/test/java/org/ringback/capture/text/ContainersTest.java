package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Notebooks, recordings, mails, journals, events and pages around messages, and what only looks like one. */
class ContainersTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 5060);
    private static final long TIME = Instant.parse("2026-03-01T10:00:01.250Z").toEpochMilli() * 1000;
    private static final String HEADLINE = "2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\n";
    private static final String LOG = HEADLINE + INVITE + "\n" + HEADLINE + TRYING;

    private static void areBoth(String text) {
        Collected found = Collected.of(text);
        assertThat(found.messages)
                .extracting(message -> Collected.text(message).replace("\r", "").strip())
                .containsExactly(INVITE.strip(), TRYING.strip());
        assertThat(found.messages).allSatisfy(message -> isPlaced(message, ALICE, BOB));
        assertThat(found.unusable).isEmpty();
    }

    private static void isPlaced(Captured message, Endpoint source, Endpoint destination) {
        assertThat(message.time()).isEqualTo(TIME);
        assertThat(message.source()).isEqualTo(source);
        assertThat(message.destination()).isEqualTo(destination);
    }

    private static void isWhole(Captured message, String expected) {
        assertThat(Collected.text(message).replace("\r", "").strip()).isEqualTo(expected.strip());
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void aNotebookKeepsTheEndOfEachLine() {
        String lines =
                LOG.lines().map(line -> "      \"" + json(line) + "\\n\",\n").reduce("", String::concat);
        areBoth("{\n \"cells\": [\n  {\n   \"outputs\": [\n    {\n     \"name\": \"stdout\",\n     \"text\": [\n"
                + lines + "      \"\"\n     ]\n    }\n   ]\n  }\n ]\n}\n");
    }

    @Test
    void aRecordedTerminalPutsOutPartsOfLines() {
        StringBuilder cast = new StringBuilder("{\"version\": 2, \"width\": 80, \"height\": 24}\n");
        String log = wire("$ cat sip.log\n" + LOG);
        for (int at = 0; at < log.length(); at += 37) {
            cast.append("[")
                    .append(at / 1000.0)
                    .append(", \"o\", \"")
                    .append(json(log.substring(at, Math.min(log.length(), at + 37))))
                    .append("\"]\n");
        }
        areBoth(cast.toString());
    }

    @Test
    void whatWasTypedIntoARecordedTerminalWasNotPutOut() {
        String typed = "[0.5, \"i\", \"" + json(wire(BUSY)) + "\"]\n";
        assertThat(Collected.of(typed + "[0.6, \"o\", \"" + json(wire(INVITE)) + "\"]\n[0.7, \"o\", \"$ \"]\n")
                        .startLines())
                .containsExactly("INVITE sip:bob@example.com SIP/2.0");
    }

    @Test
    void aMailThatSaysTheSameTwiceSaysItOnce() {
        String mail = "Subject: calls\nContent-Type: multipart/alternative;\n boundary=\"b1\"\n\n--b1\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + LOG + "\n--b1\nContent-Type: text/html\n\n<html><pre>"
                + xml(LOG) + "</pre></html>\n\n--b1--\n";
        areBoth(mail);
    }

    @Test
    void aMailWithMessagesInItsHtmlAloneKeepsThem() {
        areBoth("Subject: calls\nContent-Type: multipart/alternative; boundary=b1\n\n--b1\n"
                + "Content-Type: text/plain\n\nsee HTML\n--b1\nContent-Type: text/html\n\n<html><pre>" + xml(LOG)
                + "</pre></html>\n\n--b1--\n");
    }

    @Test
    void attachedLogsOfOneMailAreAllRead() {
        String mail = "Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/plain\n\n" + HEADLINE
                + INVITE + "\n--b1\nContent-Type: text/html\n\n<pre>" + xml(HEADLINE + TRYING) + "</pre>\n--b1--\n";
        areBoth(mail);
    }

    @Test
    void pagesThatLostTheirFormFeedsAreKnownByTheirNumbers() {
        List<String> lines = new ArrayList<>();
        int page = 1;
        for (String line : LOG.lines().toList()) {
            lines.add(line);
            if (lines.size() % 13 == 9) {
                lines.addAll(List.of("", "Page " + page++ + " of 3", "Example Corp - Confidential", "Test report", ""));
            }
        }
        areBoth(String.join("\n", lines) + "\n");
    }

    @Test
    void pagesAreKnownByTheirNumbersInPortuguese() {
        List<String> lines = new ArrayList<>();
        int page = 1;
        for (String line : LOG.lines().toList()) {
            lines.add(line);
            if (lines.size() % 13 == 9) {
                lines.addAll(List.of("", "\u2013 P\u00e1gina " + page++ + " de 3 \u2013", "Example Corp", "Teste", ""));
            }
        }
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        areBoth(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aPageWithoutANumberBeforeItStays() {
        Collected found = Collected.of(INVITE.replace("a=", "Page 3\na=") + "Page 7\nnothing\n");
        assertThat(found.startLines()).hasSize(1);
    }

    @Test
    void theJournalCountsTheBytesOfManyLines() {
        String count = String.valueOf((char) (INVITE.length() & 0xFF)) + (char) (INVITE.length() >> 8) + "\0\0\0\0\0\0";
        Captured found = Collected.of("__CURSOR=s=1\n__REALTIME_TIMESTAMP=1772359201250000\n_HOSTNAME=pbx\nMESSAGE\n"
                        + count + INVITE + "\n_PID=7\n\n")
                .only();
        isWhole(found, INVITE);
        assertThat(found.time()).isEqualTo(TIME);
    }

    @Test
    void aCountInTheJournalMayLookLikeTheEndOfALine() {
        for (int length : List.of(0x030A, 0x0A37, 0x0A0A)) {
            String invite =
                    INVITE.replace("CSeq:", "Subject: " + "x".repeat(length - INVITE.length() - 10) + "\nCSeq:");
            assertThat(invite).hasSize(length);
            String count = String.valueOf((char) (length & 0xFF)) + (char) (length >> 8) + "\0\0\0\0\0\0";
            Captured found = Collected.of(
                            "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1772359201250000\n_HOSTNAME=pbx\nMESSAGE\n" + count
                                    + invite + "\n_PID=7\n\n")
                    .only();
            isWhole(found, invite);
            assertThat(found.time()).isEqualTo(TIME);
        }
    }

    @Test
    void eventsOfWindowsSayTheirTimeFarAbove() {
        String event = "<Event xmlns='e'><System><Provider Name='SBC'/><TimeCreated"
                + " SystemTime='2026-03-01T10:00:01.250000000Z'/>"
                + "<Computer>sbc</Computer></System><EventData><Data>%s</Data></EventData></Event>";
        areBoth("<Events>" + String.format(event, xml(wire(HEADLINE.substring(24) + INVITE)))
                + String.format(event, xml(wire(HEADLINE.substring(24) + TRYING))) + "</Events>\n");
        Captured bare = Collected.of(String.format(event, xml(wire(INVITE)))).only();
        isWhole(bare, INVITE);
        isPlaced(bare, Endpoint.UNKNOWN, Endpoint.UNKNOWN);
    }

    @Test
    void anEventThatIsRenderedTooSaysItOnce() {
        String event = "<Event><System><TimeCreated"
            + " SystemTime=\"2026-03-01T10:00:01.250Z\"/></System><EventData><Data>%s</Data></EventData><RenderingInfo><Message>%s</Message></RenderingInfo></Event>\n";
        assertThat(Collected.of(String.format(event, xml(INVITE), xml(INVITE)))
                        .only()
                        .time())
                .isEqualTo(TIME);
        assertThat(Collected.of(String.format(event, xml(INVITE), xml(TRYING))).startLines())
                .hasSize(2);
    }

    @Test
    void log4jSaysItsTimeInAnAttribute() {
        Captured found = Collected.of("<log4j:event logger=\"sip\" timestamp=\"1772359201250\" level=\"DEBUG\">\n"
                        + "<log4j:message><![CDATA[Received from 192.0.2.1:5060\n" + INVITE
                        + "]]></log4j:message>\n</log4j:event>\n")
                .only();
        isWhole(found, INVITE);
        isPlaced(found, ALICE, Endpoint.LOG_WRITER);
    }

    @Test
    void aMailWhosePlainTextOnlyMentionsAMessageKeepsItsHtml() {
        areBoth("Content-Type: multipart/alternative; boundary=b1\n\n--b1\nContent-Type: text/plain\n\n"
                + "It answers SIP/2.0 486 Busy Here.\n--b1\nContent-Type: text/html\n\n<pre>" + xml(LOG)
                + "</pre>\n--b1--\n");
    }

    @Test
    void powerShellWritesLineEndsAsNumbers() {
        String objects = "#< CLIXML\n<Objs Version=\"1.1.0.1\"><S S=\"Output\">"
                + xml(wire(INVITE)).replace("\r\n", "_x000D__x000A_") + "</S><S S=\"Output\">"
                + xml(wire(TRYING)).replace("\r\n", "_x000D__x000A_") + "</S></Objs>\n";
        assertThat(Collected.of(objects).messages).hasSize(2).satisfies(found -> isWhole(found.getFirst(), INVITE));
    }

    @Test
    void powerShellListsPropertiesAboveTheirMessage() {
        String text = INVITE.replace("\n", "\n" + " ".repeat(15));
        Captured found = Collected.of(
                        "TimeCreated  : 3/1/2026 10:00:01 AM\nProviderName : SBC\nId           : 4\nMessage      : "
                                + text + "\n")
                .only();
        isWhole(found, INVITE);
        assertThat(found.time()).isEqualTo(TIME - 250_000);
    }

    @Test
    void olderProgramsOfMicrosoftCountMillisecondsInJson() {
        assertThat(Collected.of("{\"TimeCreated\":\"/Date(1772359201250)/\",\"Message\":\"" + json(wire(INVITE))
                                + "\"}\n")
                        .only()
                        .time())
                .isEqualTo(TIME);
    }

    @Test
    void aRecordOfXmlInOneLineNamesItsPlaces() {
        String record =
                "<packet><ts>1772359201.250000</ts><srcip>192.0.2.1</srcip><srcport>5060</srcport><dstip>192.0.2.2</dstip><dstport>5060</dstport><payload><![CDATA[%s]]></payload></packet>\n";
        areBoth("<packets>" + String.format(record, INVITE) + String.format(record, TRYING) + "</packets>\n");
    }

    @Test
    void aTicketHasItsLogInACellBehindWords() {
        areBoth("Ticket,Created,Description\n1,2026-03-02,\"He says \"\"busy\"\".\n" + INVITE_QUOTED
                + "\"\n2,2026-03-02,\"And then:\n" + HEADLINE + TRYING + "\"\n");
    }

    private static final String INVITE_QUOTED = HEADLINE + INVITE.replace("\"", "\"\"");

    @Test
    void yamlLeavesQuotationMarksOut() {
        String lines = (INVITE + "\n" + TRYING)
                .lines()
                .map(line -> "  - " + (line.contains(": ") || line.isEmpty() ? "\"" + json(line) + "\"" : line) + "\n")
                .reduce("", String::concat);
        assertThat(Collected.of("lines:\n" + lines).messages)
                .hasSize(2)
                .satisfies(found -> isWhole(found.getFirst(), INVITE));
    }

    @Test
    void arrowsOfManyShapesPointToTheRight() {
        for (String arrow : List.of("\u27f6", "\u2794", "\u27a1", "\u279c", "\u21e8", "\ud83e\udc52")) {
            String text = LOG.replace("->", arrow);
            areBoth(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void bytesOfAnArrayStandInRowsOfThirtyTwo() {
        String text = HEADLINE + rows(INVITE, "0x%02x,", 32) + "\n" + HEADLINE + rows(TRYING, "0x%02x,", 32);
        areBoth(text);
    }

    @Test
    void wideDumpsHaveAGapInTheirMiddle() {
        byte[] bytes = wire(TRYING).getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder dump = new StringBuilder(HEADLINE);
        for (int at = 0; at < bytes.length; at += 32) {
            int end = Math.min(bytes.length, at + 32);
            String digits = HexFormat.ofDelimiter(" ").formatHex(bytes, at, end);
            String halves = digits.length() > 47 ? digits.substring(0, 47) + " " + digits.substring(47) : digits;
            dump.append(String.format(java.util.Locale.ROOT, "%04x  %-96s  %s%n", at, halves, "."));
        }
        isWhole(Collected.of(dump.toString()).only(), TRYING);
    }

    private static String rows(String message, String format, int width) {
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (byte value : wire(message).getBytes(StandardCharsets.ISO_8859_1)) {
            rows.append(String.format(java.util.Locale.ROOT, format, value)).append(++count % width == 0 ? "\n" : " ");
        }
        return rows.append('\n').toString();
    }

    @Test
    void pythonEscapesItsOwnQuotationMarks() {
        String warned = BUSY.replace("Content-Length", "Warning: 399 pbx \"trunk 'two' down\"\nContent-Length");
        Captured found = Collected.of("10:00:01 DEBUG received: b'"
                        + wire(warned).replace("'", "\\'").replace("\r", "\\r").replace("\n", "\\n") + "'\n")
                .only();
        isWhole(found, warned);
    }

    @Test
    void manyRecordsOfXmlStandInOneLine() {
        String record =
                "<packet><ts>1772359201.250000</ts><srcip>192.0.2.1</srcip><srcport>5060</srcport><dstip>192.0.2.2</dstip>"
                    + "<dstport>5060</dstport><payload>%s</payload></packet>";
        String both = String.format(record, xml(wire(INVITE))) + String.format(record, xml(wire(TRYING)));
        areBoth("<packets>" + both.replace("\r\n", "&#13;&#10;") + "</packets>\n");
        String many = both.repeat(6).replace("\r\n", "&#13;&#10;");
        assertThat(Collected.of("<packets>" + many + "</packets>\n").messages)
                .hasSize(12)
                .allSatisfy(message -> isPlaced(message, ALICE, BOB));
    }

    @Test
    void aPageNumberMayStandBeforeItsWord() {
        List<String> lines = new ArrayList<>();
        int page = 1;
        for (String line : LOG.lines().toList()) {
            lines.add(line);
            if (lines.size() % 10 == 7) {
                lines.addAll(List.of(page++ + " | Page", ""));
            }
        }
        areBoth(String.join("\n", lines) + "\n");
    }

    @Test
    void quotationMarksMayAllBeDoubled() {
        String named = INVITE.replace("From: ", "From: \"Alice\" ").replace("To: ", "To: \"Bob, desk\" ");
        isWhole(
                Collected.of("var m = @\"" + named.replace("\"", "\"\"") + "\";\n")
                        .only(),
                named);
        String empty = INVITE.replace("From: ", "Authorization: Digest opaque=\"\", cnonce=\"\"\nFrom: \"\" ");
        isWhole(Collected.of(empty).only(), empty);
    }

    @Test
    void visualBasicJoinsItsLines() {
        String lines = INVITE.lines()
                .map(line -> "    \"" + line + "\" & vbCrLf & _\n")
                .reduce("", String::concat);
        isWhole(Collected.of("s = _\n" + lines + "    \"\"\n").only(), INVITE);
    }

    @Test
    void pythonPrintsBytesInPieces() {
        String lines = INVITE.lines()
                .map(line -> "         b'" + line + "\\r\\n'\n")
                .reduce("", String::concat)
                .strip();
        isWhole(
                Collected.of("{'addr': ('192.0.2.1', 5060),\n 'data': " + lines + ",\n 'n': 1}\n")
                        .only(),
                INVITE);
    }

    @Test
    void linesOfATableMayHaveNumbersInAColumnOfTheirOwn() {
        int[] number = {0};
        areBoth("line,text\n"
                + LOG.lines().map(line -> ++number[0] + "," + line + "\n").reduce("", String::concat));
    }

    @Test
    void bytesOfAMessageInACellWithoutMarks() {
        String digits = HexFormat.of().formatHex(wire(INVITE).getBytes(StandardCharsets.ISO_8859_1));
        Captured found = Collected.of("frame.time_epoch,ip.src,udp.srcport,ip.dst,udp.dstport,udp.payload\n"
                        + "1772359201.250,192.0.2.1,5060,192.0.2.2,5060," + digits + "\n")
                .only();
        isWhole(found, INVITE);
        isPlaced(found, ALICE, BOB);
    }

    @Test
    void whatDiffShowsSideBySideEndsWithItsMark() {
        areBoth(LOG.lines()
                .map(line -> String.format(java.util.Locale.ROOT, "%-80s <%n", line))
                .reduce("", String::concat));
    }

    @Test
    void formsOfPagesHaveAPlusForABlank() {
        String form = java.net.URLEncoder.encode(wire(INVITE), StandardCharsets.UTF_8);
        isWhole(Collected.of("raw=" + form + "\n").only(), INVITE);
    }

    @Test
    void theLogOfJavaSaysItsTimeAbove() {
        Captured found = Collected.of(
                        "<record>\n  <date>2026-03-01T10:00:01.250Z</date>\n  <millis>1772359201250</millis>\n"
                                + "  <message>" + xml(INVITE) + "</message>\n</record>\n")
                .only();
        isWhole(found, INVITE);
    }

    @Test
    void anArrowMayBeAnEntity() {
        areBoth("<pre>" + xml(LOG).replace("-&gt;", "&rarr;") + "</pre>\n");
        areBoth("<pre>" + xml(LOG).replace("-&gt;", "&#8594;") + "</pre>\n");
    }

    @Test
    void lineEndsInCaretsStandBehindAnySign() {
        String text = INVITE.replace("CSeq", "User-Agent: phone (7)\nCSeq");
        for (String end : List.of("^M", "^M^J")) {
            Captured found = Collected.of(
                            "2026-03-01 10:00:01,250 Level=\"INFO\" Src-address=\"192.0.2.1\" Src-port=\"5060\" "
                                    + "Dst-address=\"192.0.2.2\" Dst-port=\"5060\" Detail=\"" + text.replace("\n", end)
                                    + "\"\n")
                    .only();
            isWhole(found, text);
        }
    }
}
