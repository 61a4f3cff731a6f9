package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.BrokenRule;
import org.ringback.diagnosis.Diagnosis;

/** What went wrong, on standard output; the exit code tells a script whether a call failed. */
class DiagnoseOnTheCommandLineTest {

    private static final long START = 1_795_341_600_000_000L;

    @TempDir
    private Path folder;

    /** A capture in which a connection to port 5060 is asked for, and refused. */
    private static final String SYN_AND_RESET = """
        d4c3b2a1020004000000000000000000ffff000001000000c06045670000000036000000360000000200000000020200
        000000010800450000280001000040068e7dc000020ac63364149c4113c400000001000000005002fa0000000000c060
        45671027000036000000360000000200000000020200000000010800450000280001000040068e7dc6336414c000020a
        13c49c4100000000000000025014fa0000000000
        """;

    private static String text(String start, String call, String cseq, String toTag) {
        return start + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + call
                + "\r\nFrom: <sip:100@example.com>;tag=a\r\nTo: <sip:200@example.com>"
                + (toTag.isEmpty() ? "" : ";tag=" + toTag)
                + "\r\nCall-ID: call-" + call + "\r\nCSeq: " + cseq + "\r\nContent-Length: 0\r\n\r\n";
    }

    /** A canceled call: nobody failed, and the 487 is explained. */
    private PacketFile canceled() {
        return new PacketFile()
                .message(START, 1, 2, text("INVITE sip:200@x SIP/2.0", "1", "1 INVITE", ""))
                .message(START + 100_000, 2, 1, text("SIP/2.0 180 Ringing", "1", "1 INVITE", "b"))
                .message(START + 5_000_000, 1, 2, text("CANCEL sip:200@x SIP/2.0", "1", "1 CANCEL", ""))
                .message(START + 5_001_000, 2, 1, text("SIP/2.0 200 OK", "1", "1 CANCEL", "b"))
                .message(START + 5_002_000, 2, 1, text("SIP/2.0 487 Request Terminated", "1", "1 INVITE", "b"))
                .message(START + 5_003_000, 1, 2, text("ACK sip:200@x SIP/2.0", "1", "1 ACK", "b"));
    }

    private String healthy() throws IOException {
        return canceled().writeTo(folder.resolve("healthy.pcap")).toString();
    }

    private String failing() throws IOException {
        return canceled()
                .message(START + 9_000_000, 1, 2, text("INVITE sip:200@x SIP/2.0", "2", "1 INVITE", ""))
                .message(START + 9_100_000, 2, 1, text("SIP/2.0 503 Service Unavailable", "2", "1 INVITE", "c"))
                .message(START + 9_110_000, 1, 2, text("ACK sip:200@x SIP/2.0", "2", "1 ACK", "c"))
                .writeTo(folder.resolve("failing.pcap"))
                .toString();
    }

    private static Run diagnose(Locale language, String... arguments) {
        return Run.withArguments(
                language,
                Stream.concat(Stream.of("diagnose"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void aMistakeInOneRuleCostsOneFindingOfOneCallAndIsToldInALine() {
        Path log = Path.of("/log/ringback.log");
        String sample = "resources/sample/sample.pcap";
        Run whole = Run.withRules(new Diagnosis(), log, "diagnose", sample);
        Run spared = Run.withRules(BrokenRule.amongAll("busy-"), log, "diagnose", sample);
        String told = "Checks that broke off because of a mistake in Ringback: 1. A finding may be missing.";

        assertThat(whole.err()).isEmpty();
        assertThat(spared.exitCode()).isEqualTo(whole.exitCode());
        assertThat(spared.out().replaceAll("\\s+", " "))
                .isEqualTo(whole.out().replaceAll("\\s+", " ") + "! " + told + " ");
        assertThat(spared.err())
                .isEqualTo(
                        "ringback: " + told + " Details for its developers, with nothing of your calls: " + log + "\n");
    }

    @Test
    void inJsonNothingElseIsMissingEither() {
        Path log = Path.of("/log/ringback.log");
        String[] asked = {"diagnose", "resources/sample/sample.pcap", "--format", "json"};
        Run spared = Run.withRules(BrokenRule.amongAll("busy-"), log, asked);

        assertThat(spared.out())
                .isEqualTo(Run.withRules(new Diagnosis(), log, asked).out());
        assertThat(spared.err().lines()).hasSize(1);
    }

    @Test
    void nothingFailed() throws IOException {
        Run run = diagnose(Locale.US, healthy());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Failed: 0.").contains("Nothing failed");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html"})
    void aCallFailed(String format) throws IOException {
        Run run = diagnose(Locale.US, failing(), "--format", format);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Failed: 1.").contains("INVITE from 100 to 200: rejected (503)", "call-2");
    }

    @Test
    void theNetworkFailedThoughNoCallIsThere() throws IOException {
        Path capture = folder.resolve("refused.pcap");
        Files.write(capture, HexFormat.of().parseHex(SYN_AND_RESET.replace("\n", "")));

        Run run = diagnose(Locale.US, capture.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Finding: connection-refused");
    }

    @Test
    void aCaptureCountsPacketsAndALogLines() throws IOException {
        String log = "src/test/resources/captures/gen-refused.ngrep.txt";

        assertThat(diagnose(Locale.US, failing()).out()).contains("packet 8: 503 Service Unavailable");
        assertThat(diagnose(Locale.US, log).out())
                .contains("line 45: 486 Busy Here")
                .doesNotContain("packet ");
        assertThat(diagnose(Locale.US, log, "--lang", "ru").out()).contains("строка 45: 486 Busy Here");
    }

    @Test
    void speaksRussian() throws IOException {
        Run run = diagnose(Locale.US, failing(), "--lang", "ru");

        assertThat(run.out()).contains("Что пошло не так", "INVITE от 100 к 200: отклонён (503)");
    }

    @Test
    void writesJsonForScripts() throws IOException {
        Run run = diagnose(Locale.US, failing(), "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode json = JsonMapper.builder().build().readTree(run.out());
        assertThat(json.path("language").asText()).isEqualTo("en");
        assertThat(json.path("messages").asInt()).isEqualTo(9);
        assertThat(json.path("failed").asInt()).isEqualTo(1);
        JsonNode canceled = json.path("calls").path(0);
        assertThat(canceled.path("failed").asBoolean()).isFalse();
        assertThat(canceled.path("ending").asText()).isEqualTo("canceled");
        JsonNode finding = canceled.path("findings").path(0);
        assertThat(finding.path("id").asText()).isEqualTo("canceled-call");
        assertThat(finding.path("weight").asText()).isEqualTo("normal");
        assertThat(finding.path("certainty").asText()).isEqualTo("certain");
        assertThat(finding.path("what").asText()).startsWith("192.0.2.1:5060 canceled the call");
        assertThat(finding.path("url").asText()).isEqualTo("https://www.rfc-editor.org/rfc/rfc3261#section-9.2");
        assertThat(finding.path("evidence").path(1).path("message").asText()).isEqualTo("487 Request Terminated");
        assertThat(finding.path("evidence").path(1).path("frame").asInt()).isEqualTo(5);
        JsonNode failed = json.path("calls").path(1);
        assertThat(failed.path("failed").asBoolean()).isTrue();
        assertThat(failed.path("code").asInt()).isEqualTo(503);
    }

    private static String text(String start, String call, String cseq, String toTag, String header) {
        return text(start, call, cseq, toTag).replace("Content-Length", header + "\r\nContent-Length");
    }

    /** What the caller hears is what the trunk said to the second leg; another call fails between them. */
    private String throughB2bua() throws IOException {
        return new PacketFile()
                .message(START, 1, 2, text("INVITE sip:200@x SIP/2.0", "1", "1 INVITE", ""))
                .message(START + 5_000, 4, 2, text("INVITE sip:200@x SIP/2.0", "other", "1 INVITE", ""))
                .message(
                        START + 10_000,
                        2,
                        3,
                        text("INVITE sip:200@y SIP/2.0", "2", "1 INVITE", "", "X-Call-ID: call-1"))
                .message(START + 20_000, 3, 2, text("SIP/2.0 503 Service Unavailable", "2", "1 INVITE", "c"))
                .message(START + 21_000, 2, 3, text("ACK sip:200@y SIP/2.0", "2", "1 ACK", "c"))
                .message(START + 30_000, 2, 1, text("SIP/2.0 503 Service Unavailable", "1", "1 INVITE", "d"))
                .message(START + 31_000, 1, 2, text("ACK sip:200@x SIP/2.0", "1", "1 ACK", "d"))
                .message(START + 40_000, 2, 4, text("SIP/2.0 404 Not Found", "other", "1 INVITE", "e"))
                .message(START + 41_000, 4, 2, text("ACK sip:200@x SIP/2.0", "other", "1 ACK", "e"))
                .writeTo(folder.resolve("b2bua.pcap"))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html"})
    void legsOfOneCallAreOneEntry(String format) throws IOException {
        String out = diagnose(Locale.US, throughB2bua(), "--format", format).out();

        assertThat(out).contains("Failed: 3.").containsOnlyOnce("Legs of one call stand together in one entry.");
        assertThat(out.indexOf("Leg A")).isPositive().isLessThan(out.indexOf("Leg B"));
        assertThat(out.indexOf("call-2")).isLessThan(out.indexOf("rejected (404)"));
        assertThat(out).containsOnlyOnce("Belongs to this call because").containsOnlyOnce("(legs A, B; ");
    }

    @Test
    void jsonKeepsEachLegWhereItBeganAndNamesTheOthers() throws IOException {
        JsonNode calls = JsonMapper.builder()
                .build()
                .readTree(
                        diagnose(Locale.US, throughB2bua(), "--format", "json").out())
                .path("calls");

        assertThat(calls.findValuesAsText("callId")).startsWith("call-1");
        JsonNode link = calls.path(2).path("links").path(0);
        assertThat(link.path("callId").asText()).isEqualTo("call-1");
        assertThat(link.path("reason").asText()).isEqualTo("call-id-header");
        assertThat(link.path("confidence").asText()).isEqualTo("high");
        assertThat(link.path("evidence").asText()).isEqualTo("call-1");
        assertThat(calls.path(0).path("links").path(0).path("callId").asText()).isEqualTo("call-2");
    }

    @Test
    void aFileThatIsNoUseIsOneLineAndTheOthersAreUsed() throws IOException {
        String empty = Files.createFile(folder.resolve("empty.pcap")).toString();

        Run run = diagnose(Locale.US, empty, healthy());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("ringback: " + empty + ": the file is empty.\n");
        assertThat(run.out()).contains("Failed: 0.");
    }

    @Test
    void nothingIsSaidOfNothing() throws IOException {
        String empty = Files.createFile(folder.resolve("empty.pcap")).toString();

        Run run = diagnose(Locale.US, empty);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void asksForAFile() {
        Run run = diagnose(Locale.US);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("ringback: Which file? For example: ringback diagnose call.pcap\n");
    }

    @Test
    void connectionsThatNeverCameAboutAreToldWithoutAnyMessage() {
        Run run = Run.of("diagnose src/test/resources/network/tcp-refused.pcap");

        assertThat(run.out())
                .contains("There are no SIP messages in it.", "What failed beside the calls", "connection-refused")
                .doesNotContain("What struck several calls", "Struck:");
    }
}
