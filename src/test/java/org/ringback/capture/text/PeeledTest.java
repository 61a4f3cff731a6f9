package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;

/** What collectors, pages, mails and terminals put around messages, and what only looks like that. */
class PeeledTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 5060);
    private static final long TIME = Instant.parse("2026-03-01T10:00:01.250Z").toEpochMilli() * 1000;

    private static void isWhole(Captured message, String expected) {
        assertThat(Collected.text(message).replace("\r", "").strip()).isEqualTo(expected.strip());
        assertThat(message.time()).isEqualTo(TIME);
    }

    private static void isFromAlice(Captured message, String expected) {
        isWhole(message, expected);
        assertThat(message.source()).isEqualTo(ALICE);
        assertThat(message.destination()).isEqualTo(BOB);
    }

    private static String escaped(String message) {
        return wire(message).replace("\r", "\\r").replace("\n", "\\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mar  1 10:00:01 sbc CEF:0|Maker|SBC|9|200|SIP|3|rt=1772359201250 src=192.0.2.1 spt=5060 dst=192.0.2.2"
                        + " dpt=5060 proto=UDP msg=",
                "CEF:0|Maker|SBC|9|a\\|b|SIP|3|src=192.0.2.1 dst=192.0.2.2 spt=5060 dpt=5060 proto=UDP"
                        + " start=1772359201250 cs1Label=SIP cs1=",
                "<13>LEEF:1.0|Maker|SBC|9|SIP|devTime=2026-03-01 10:00:01.250\tsrc=192.0.2.1\tsrcPort=5060\t"
                        + "dst=192.0.2.2\tdstPort=5060\tproto=UDP\tmsg=",
                "LEEF:2.0|Maker|SBC|9|SIP|^|devTime=1772359201250^src=192.0.2.1^srcPort=5060^dst=192.0.2.2^dstPort=5060"
                        + "^proto=udp^payload=",
            })
    void anEventOfASecurityToolNamesItsHosts(String head) {
        for (String text : new String[] {escaped(INVITE), escaped(INVITE).replace("=", "\\=")}) {
            Captured found = Collected.of(head + text + "\n").only();
            isFromAlice(found, INVITE);
            assertThat(found.transport()).isEqualTo(Transport.UDP);
        }
    }

    @Test
    void anEventWithoutAMessageStaysALine() {
        assertThat(Collected.of("CEF:0|Maker|SBC|9|200|login|3|src=192.0.2.9 msg=admin\n" + TRYING)
                        .only()
                        .source())
                .isEqualTo(Endpoint.UNKNOWN);
    }

    @Test
    void theJournalWithAllItsFields() {
        String lines = ("<--- Received SIP request (" + INVITE.length() + " bytes) from UDP:192.0.2.1:5060 --->\n"
                        + INVITE)
                .replace("\n", "\n            ");
        Captured found = Collected.of("Sun 2026-03-01 10:00:01.250000 UTC [s=1f;i=2;b=3;m=4;t=5;x=6]\n"
                        + "    _TRANSPORT=stdout\n    MESSAGE=" + lines + "\n    PRIORITY=6\n")
                .only();
        isWhole(found, INVITE);
        assertThat(found.source()).isEqualTo(ALICE);
        assertThat(found.destination()).isEqualTo(Endpoint.LOG_WRITER);
    }

    @Test
    void namesMayStandOverTheirValues() {
        Captured found = Collected.of("@timestamp\n\t\nMar 1, 2026 @ 10:00:01.250\n\t\nhost\n\t\npbx\n\t\nmessage\n\t\n"
                        + "<--- Received SIP request (" + INVITE.length() + " bytes) from UDP:192.0.2.1:5060 --->\n"
                        + INVITE)
                .only();
        isWhole(found, INVITE);
        assertThat(found.source()).isEqualTo(ALICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[01/03/26, 11:42:10] Bob: ", "01.03.26, 11:42 - Bob Bloggs: ", "[11:42, 01/03/2026] Bob: "})
    void theTimeOfAChatIsNotThatOfTheMessage(String stamp) {
        Captured found = Collected.of(
                        stamp + "<--- Received SIP request (9 bytes) from UDP:192.0.2.1:5060 --->\n" + INVITE)
                .only();
        assertThat(found.time()).isEqualTo(Captured.NO_TIME);
        assertThat(found.source()).isEqualTo(ALICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[01/03/2026, 10:00:01.250] NOTICE: ",
                "[2026-03-01 10:00:01.250] pbx[7]: ",
                "[01.03.2026, 10:00:01.250] VERBOSE[7] x.c: "
            })
    void theTimeOfALogIs(String stamp) {
        isWhole(
                Collected.of(stamp + "<--- Received SIP request (9 bytes) from UDP:192.0.2.1:5060 --->\n" + INVITE)
                        .only(),
                INVITE);
    }

    @Test
    void aMailMayBeSavedInBase64() {
        String log = "2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\n" + INVITE;
        String coded = Base64.getMimeEncoder().encodeToString(log.getBytes(StandardCharsets.ISO_8859_1));
        isFromAlice(
                Collected.of("Subject: trace\nContent-Transfer-Encoding: base64\nContent-Type: text/plain\n\n" + coded
                                + "\n--end--\n")
                        .only(),
                INVITE);
    }

    @Test
    void ofTwoPanesTheLeftOneHoldsTheMessage() {
        StringBuilder screen = new StringBuilder();
        for (String line : ("2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\n" + INVITE).split("\n", -1)) {
            screen.append(String.format("%-70s\u00e2\u0094\u0082 top - 10:00%n", line));
        }
        isFromAlice(Collected.of(screen.toString()).only(), INVITE);
        // A bar in a header is none of a pane.
        assertThat(Collected.text(
                        Collected.of(INVITE.replace("alice@", "a | b@")).only()))
                .contains("<sip:a | b@example.com>");
    }

    @Test
    void aPageMayEndInTheMidstOfHeaders() {
        String cut = INVITE.replace("Call-ID", "\nTicket 7    Page 3 of 9\n\fCall-ID");
        assertThat(Collected.header(Collected.of(cut).only(), "Call-ID")).isEqualTo("sample-1");
    }

    @Test
    void grepPrintsAPathWithoutADot() {
        StringBuilder log = new StringBuilder();
        for (String line : ("[2026-03-01 10:00:01.250] 192.0.2.1:5060 -> 192.0.2.2:5060\n" + INVITE).split("\n", -1)) {
            log.append("/var/log/full")
                    .append(line.contains("SIP") ? ':' : '-')
                    .append(line)
                    .append('\n');
        }
        isFromAlice(Collected.of(log.toString()).only(), INVITE);
    }

    @Test
    void aPageHasTheFirstLineBehindItsTag() {
        isFromAlice(
                Collected.of("<!DOCTYPE html><html><body><h1>Trace</h1><pre class=\"brush: plain; toolbar: false\">"
                                + "2026-03-01 10:00:01.250 192.0.2.1:5060 -&gt; 192.0.2.2:5060\n"
                                + INVITE.replace("<", "&lt;").replace(">", "&gt;") + "</pre></body></html>\n")
                        .only(),
                INVITE);
    }

    @Test
    void aTableOfAPageIsReadByTheHeadsOfItsColumns() {
        String cell = INVITE.replace("<", "&lt;").replace(">", "&gt;");
        String oneLine = "<table><tr><th>#</th><th>Dst IP</th><th>Dst Port</th><th>Src IP</th><th>Src Port</th>"
                + "<th>Timestamp</th><th>Payload</th></tr><tr><td>1</td><td>192.0.2.2</td><td>5060</td>"
                + "<td>192.0.2.1</td><td>5060</td><td>2026-03-01 10:00:01.250</td><td><pre>" + cell
                + "</pre></td></tr></table>\n";
        isFromAlice(Collected.of(oneLine).only(), INVITE);
        String lines = "<table>\n<tr>\n <th>Time</th>\n <th>To</th>\n <th>From</th>\n <th>Message</th>\n</tr>\n<tr>\n"
                + " <td>2026-03-01 10:00:01.250</td>\n <td>192.0.2.2:5060</td>\n <td>192.0.2.1:5060</td>\n <td>"
                + cell.strip().replace("\n", "<br>\n") + "</td>\n</tr>\n</table>\n";
        isFromAlice(Collected.of(lines).only(), INVITE);
    }

    @Test
    void aTableThatNamesNothingIsText() {
        String cell = TRYING.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
        assertThat(Collected.of("<table><tr><th>Step</th><th>Seen</th></tr><tr><td>1</td><td>" + cell
                                + "</td></tr></table>\n")
                        .startLines())
                .containsExactly("SIP/2.0 100 Trying");
    }

    @Test
    void aRecordMayNameTheOtherSideAndTheDirection() {
        String csv = "timestamp,direction,remote_ip,remote_port,message\n"
                + "2026-03-01 10:00:01.250,sent,192.0.2.2,5060,\"" + INVITE + "\"\n"
                + "2026-03-01 10:00:01.260,received,192.0.2.2,5060,\"" + BUSY + "\"\n";
        Collected found = Collected.of(csv);
        assertThat(found.messages).extracting(Captured::source).containsExactly(Endpoint.LOG_WRITER, BOB);
        assertThat(found.messages).extracting(Captured::destination).containsExactly(BOB, Endpoint.LOG_WRITER);
    }

    @Test
    void whatIsTakenApartAndPrintedAsItIsCountsOnce() {
        String raw = "b'" + escaped(INVITE) + "'\n\n";
        Collected found = Collected.of("SENT:\n" + INVITE.lines().findFirst().orElseThrow()
                + "\n\nHeaders:\nVia: [{'type': 'SIP/2.0/UDP'}]\nCSeq: {'check': 1}\n\nBody:\ncontent: None\n\nRaw:\n"
                + raw);
        assertThat(found.only().source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(Collected.header(found.only(), "Call-ID")).isEqualTo("sample-1");
    }

    @Test
    void aListOfLinesIsAText() {
        StringBuilder json = new StringBuilder("[\n \"2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\",\n");
        INVITE.lines()
                .forEach(line ->
                        json.append(" \"").append(line.replace("\"", "\\\"")).append("\",\n"));
        isFromAlice(Collected.of(json + " \"\"\n]\n").only(), INVITE);
    }

    @Test
    void aPageMayEndBehindAStartLine() {
        String cut = TRYING.replace("100 Trying\n", "100 Trying\n\nPage 1 of 5\n\f\n");
        assertThat(Collected.header(Collected.of(cut).only(), "Call-ID")).isEqualTo("sample-1");
    }

    @Test
    void aStatusLineWithoutHeadersIsTold() {
        Collected found = Collected.of(
                "2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\nSIP/2.0 200 OK\n\nx\n" + TRYING);
        assertThat(found.startLines()).containsExactly("SIP/2.0 100 Trying");
        assertThat(found.unusable).containsExactly(new Unusable(3, 2, Unusable.Reason.LOST_START_LINE, ""));
    }

    @Test
    void aTableWithHeadsInAnyLanguageIsReadByItsCells() {
        String csv = "Zeitstempel;Quell-IP;Quell-Port;Ziel-IP;Ziel-Port;Nachricht\n"
                + "01.03.2026 10:00:01.250;192.0.2.1;5060;192.0.2.2;5060;\"" + INVITE + "\"\n";
        isFromAlice(Collected.of(csv).only(), INVITE);
    }

    @Test
    void aListOfNamesAndValuesStandsAboveItsMessage() {
        isFromAlice(
                Collected.of("<dl><dt>Time</dt><dd>2026-03-01 10:00:01.250</dd><dt>Source</dt><dd>192.0.2.1:5060</dd>"
                                + "<dt>Destination</dt><dd>192.0.2.2:5060</dd></dl><pre>"
                                + INVITE.replace("<", "&lt;").replace(">", "&gt;") + "</pre>\n")
                        .only(),
                INVITE);
    }

    @Test
    void aRecordMayOnlySayWhatWasDone() {
        String text = escaped(INVITE);
        assertThat(Collected.of("{\"type\":\"send\",\"time\":1772359201.250,\"data\":\"" + text + "\"}\n")
                        .only()
                        .source())
                .isEqualTo(Endpoint.LOG_WRITER);
        // A call is outbound, too, whose responses come in.
        assertThat(Collected.of("{\"direction\":\"outbound\",\"time\":1772359201.250,\"data\":\"" + text + "\"}\n")
                        .only()
                        .source())
                .isEqualTo(Endpoint.UNKNOWN);
    }

    @Test
    void aRecordInXmlHasAnElementForEachField() {
        isFromAlice(
                Collected.of("<rows><row>\n<time>2026-03-01T10:00:01.250Z</time>\n<source>192.0.2.1:5060</source>\n"
                                + "<destination>192.0.2.2:5060</destination>\n<raw>"
                                + INVITE.strip().replace("<", "&lt;").replace(">", "&gt;") + "</raw>\n</row></rows>\n")
                        .only(),
                INVITE);
    }

    @Test
    void theBlankThatALineBeginsWithIsItsOwnBehindItsNumber() {
        String folded = TRYING.replace("CSeq", "Subject: a\n b\nCSeq");
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String line : folded.split("\n", -1)) {
            numbered.append(++number).append(':').append(line).append('\n');
        }
        assertThat(Collected.text(Collected.of(numbered.toString()).only())).contains("Subject: a\n b\nCSeq");
        assertThat(Collected.text(
                        Collected.of(numbered.toString().replace(":", ": ").replace(":  ", ": "))
                                .only()))
                .contains("CSeq: 1 INVITE");
    }

    @Test
    void aLineThatWasAddedMayBeginWithItsTime() {
        String added = ("10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\n" + INVITE)
                .lines()
                .reduce("", (text, line) -> text + "+" + line + "\n");
        assertThat(Collected.of(added).only().time()).isNotEqualTo(Captured.NO_TIME);
    }
}
