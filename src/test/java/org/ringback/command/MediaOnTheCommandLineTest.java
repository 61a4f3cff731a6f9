package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ringback media}: the streams of captures, and what was said. */
class MediaOnTheCommandLineTest {

    private static final String CAPTURES = "src/test/resources/captures/";
    private static final String RELAYED = CAPTURES + "sipnab-sip-call-rtp-g711";
    private static final String REPORTED = "src/test/resources/media/quality-report.pcap";
    private static final String WIDE = CAPTURES + "sipnab-sip-rtp-g722.pcap";

    @TempDir
    private Path folder;

    private static JsonNode json(String line) throws IOException {
        return JsonMapper.builder().build().readTree(Run.of(line).out());
    }

    @Test
    void listsTheStreamsWithWhatWasLost() {
        Run run = Run.of("media " + RELAYED);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("200.57.7.204:8000", "200.57.7.196:40376", "PCMA", "548", "0.0 %")
                .contains("Lost means: not seen where the capture was made.");
    }

    @Test
    void saysInJsonWhoseAStreamIsAndHowThatIsKnown() throws IOException {
        JsonNode streams = json("media --format json " + RELAYED).at("/streams");

        assertThat(streams).hasSize(5);
        assertThat(streams.at("/0/callId").textValue()).isEqualTo("12013223@200.57.7.195");
        assertThat(streams.at("/0/basis").textValue()).isEqualTo("announced");
        assertThat(streams.at("/1/basis").textValue()).isEqualTo("same-source");
        assertThat(streams.at("/0/packets").intValue()).isEqualTo(548);
        assertThat(streams.at("/0/jitterMeanMs").doubleValue()).isBetween(2.4, 2.6);
        assertThat(streams.at("/4/callId").isNull()).isTrue();
    }

    @Test
    void theListOfCallsTellsWhichWaysMediaWereCaptured() throws IOException {
        assertThat(json("calls --format json " + RELAYED).at("/calls").findValuesAsText("media"))
                .contains("both-ways");
        assertThat(json("calls --format json " + WIDE).at("/calls/0/media").textValue())
                .isEqualTo("one-way");
        assertThat(json("calls --format json " + CAPTURES + "gen-refused.pcap")
                        .at("/calls/0/media")
                        .isNull())
                .as("nobody answered")
                .isTrue();
        assertThat(Run.of("calls --format csv " + RELAYED).out())
                .startsWith("start,")
                .contains(",callId,media\r\n", ",both-ways\r\n");
        assertThat(Run.of("calls --format csv " + CAPTURES + "gen-asterisk.pcap")
                        .out())
                .contains(",not-captured\r\n");
    }

    @Test
    void leavesOutWhatIsOfOtherCalls() throws IOException {
        assertThat(json("media --format json --call 12013223@200.57.7.195 " + RELAYED)
                        .at("/streams"))
                .hasSize(4);
    }

    @Test
    void givesALineForEachStreamToSpreadsheets() {
        assertThat(Run.of("media --format csv " + WIDE).out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("start,source,destination,ssrc,codec,");
    }

    /** The same capture, with each packet twice, as where two interfaces were captured. */
    private String twice(String capture) throws IOException {
        byte[] once = Files.readAllBytes(Path.of(capture));
        var order = once[0] == (byte) 0xD4 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer from = ByteBuffer.wrap(once).order(order);
        ByteBuffer to = ByteBuffer.allocate(2 * once.length).order(order);
        to.put(once, 0, 24);
        for (int at = 24; at < once.length; ) {
            int length = 16 + from.getInt(at + 8);
            to.put(once, at, length).put(once, at, length);
            at += length;
        }
        Path file = folder.resolve("twice.pcap");
        Files.write(file, Arrays.copyOf(to.array(), to.position()));
        return file.toString();
    }

    @Test
    void whatWasCapturedTwiceIsCountedOnceAndToldSo() throws IOException {
        JsonNode once = json("media --format json " + WIDE).at("/streams/0");
        JsonNode twice = json("media --format json " + twice(WIDE)).at("/streams/0");

        assertThat(once.at("/copies").intValue()).isZero();
        for (String same : new String[] {"/packets", "/bytes", "/expected", "/lost", "/duplicates", "/payloads"}) {
            assertThat(twice.at(same)).as(same).isEqualTo(once.at(same));
        }
        assertThat(twice.at("/copies").intValue()).isEqualTo(once.at("/packets").intValue());
        assertThat(Run.of("media " + twice(WIDE)).out())
                .contains("stand in the capture more than once")
                .contains(": 1.");
        assertThat(Run.of("media " + WIDE).out()).doesNotContain("more than once");
        assertThat(Run.of("media --format csv " + twice(WIDE)).out().lines().findFirst())
                .hasValueSatisfying(names ->
                        assertThat(names).endsWith(",callId,copies,clockDriftPpm,delayGrowthMs,delayGrowthLengthMs"));
    }

    @Test
    void saysWhatDevicesMeasuredThemselvesAndWhichOne() {
        assertThat(Run.of("media " + REPORTED).out().replace('\u00a0', ' '))
                .contains(
                        "Measured by the devices themselves, not here:",
                        "alice to bob",
                        "Bob <sip:bob@example.com> measured itself: MOS 2.9 for listening, MOS 2.4 for talking",
                        "lost on the way 2.0 %, too late to be played 8.0 %",
                        "The other side measured, as Bob <sip:bob@example.com> tells: MOS 4.2 for listening",
                        "Report: packet 608: PUBLISH (");
    }

    @Test
    void saysInJsonWhatDevicesMeasuredThemselves() throws IOException {
        JsonNode all = json("media --format json " + REPORTED);

        JsonNode voip = all.at("/streams/0/reports/0/voip");
        assertThat(voip.at("/mosListening").doubleValue()).isEqualTo(2.9);
        assertThat(voip.at("/bursts/lengthMs").intValue()).isEqualTo(120);
        assertThat(all.at("/streams/0/goodbye/reason").textValue()).isEqualTo("teardown");
        assertThat(all.at("/streams/1/goodbye").isNull()).isTrue();
        JsonNode report = all.at("/qualityReports/0");
        assertThat(report.at("/callId").textValue()).isEqualTo("call-1");
        assertThat(report.at("/measuredBy").textValue()).isEqualTo("Bob <sip:bob@example.com>");
        assertThat(report.at("/side").textValue()).isEqualTo("callee");
        assertThat(report.at("/local/rConversational").intValue()).isEqualTo(48);
        assertThat(report.at("/local/discardedShare").doubleValue()).isEqualTo(0.08);
        assertThat(report.at("/remote/mosConversational").isNull()).isTrue();
    }

    @Test
    void leavesOutWhatWasMeasuredOfOtherCalls() throws IOException {
        assertThat(json("media --format json --call other " + REPORTED).at("/qualityReports"))
                .isEmpty();
    }

    @Test
    void writesWhatWasSaid() throws IOException {
        Path file = folder.resolve("call.wav");

        Run run = Run.of("media --wav " + file + " " + WIDE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replace('\u00a0', ' ')).contains("8.5 s of sound. The caller is left, the callee right.");
        ByteBuffer wave = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(wave.getShort(22)).as("channels").isEqualTo((short) 2);
        assertThat(wave.getInt(24)).as("samples in a second").isEqualTo(16_000);
        int loudest = 0;
        for (int at = 44; at + 2 <= wave.limit(); at += 2) {
            loudest = Math.max(loudest, Math.abs(wave.getShort(at)));
        }
        assertThat(loudest).as("somebody speaks").isGreaterThan(3000);
    }

    @Test
    void asksWhichCallIsMeant() {
        Run run = Run.of("media --wav " + folder.resolve("call.wav") + " " + CAPTURES + "sipnab-b2bua-asterisk.pcapng");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Several calls in these files have media.", "--call M2Q0ZDc1ZGM1");
        assertThat(folder.resolve("call.wav")).doesNotExist();
    }

    @Test
    void saysThatThereIsNothingToHear() {
        Run run = Run.of("media --wav " + folder.resolve("call.wav") + " resources/sample/sample.pcap");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is nothing to hear");
    }

    @Test
    void saysThatThereIsNoMedia() {
        Run run = Run.of("media resources/sample/sample.pcap");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("There is no RTP in these files.\n");
    }
}
