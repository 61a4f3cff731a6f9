package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.VoiceQuality;

/**
 * Datagrams that may be RTP, RTCP, a report on quality or anything else, one after the other. The input: for each its ports and time (one byte), how
 * many of its bytes are missing (one byte), its length (two bytes), its bytes.
 */
class MediaFuzzTest {

    private static final List<Endpoint> ENDS = List.of(
            new Endpoint("192.0.2.1", 4000),
            new Endpoint("192.0.2.1", 4001),
            new Endpoint("192.0.2.2", 6000),
            new Endpoint("2001:db8::1", 6001));

    private static final String CHECK =
            "000100182112a442000000000000000000000001002400040000000100060008626f62623a616c69";

    private static final String CONFLICT = "011100082112a4420000000000000000000000010009000400000457";

    static Stream<byte[]> datagrams() {
        var speech = ByteBuffer.allocate(2048);
        for (int i = 0; i < 12; i++) {
            speech.put(one(0x02, 0, Talker.rtp(i == 0, 96, 65_530 + i, 960 * i, 77, new byte[40])));
        }
        var keys = ByteBuffer.allocate(1024);
        for (int i = 0; i < 8; i++) {
            byte[] event = {5, (byte) (i > 5 ? 0x8A : 0x0A), 0, (byte) (20 * i)};
            keys.put(one(0x02, 0, Talker.rtp(false, 101, i, 7, 77, event)));
        }
        byte[] reports = new Reporter()
                .sender(77, 5)
                .receiver(88, 77, 64, 10, 300, 5, 9)
                .quality(88, 77, 1, 1, 90, 40)
                .names(88)
                .goodbye("over", 88, 77)
                .done();
        byte[] told = """
            PUBLISH sip:c@example.com SIP/2.0
            Content-Type: application/vq-rtcpxr

            VQSessionReport: CallTerm
            CallID: 1
            LocalID: <sip:a@example.com>
            LocalAddr: IP=192.0.2.1 PORT=4000 SSRC=0x1
            LocalMetrics:
            PacketLoss: NLR=5.0 JDR=2.0
            BurstGapLoss: BLD=25.0 BD=140 GLD=2.0 GD=500 GMIN=16
            Delay: RTD=200 ESD=140 IAJ=2
            QualityEst: RLQ=90 RCQ=85 MOSLQ=4.2 MOSCQ=4.3
            RemoteMetrics:
            QualityEst: MOSLQ=127
            """.getBytes(StandardCharsets.UTF_8);
        byte[] measured = new Reporter()
                .quality(88, 77, new int[] {5, 20, 32, 2}, new int[] {120, 3000, 150, 80}, 93, 41, 39)
                .goodbye("", 77)
                .done();
        return Stream.of(
                handshake(),
                one(0x0D, 0, HexFormat.of().parseHex(CHECK)),
                one(0x07, 0, HexFormat.of().parseHex(CONFLICT)),
                one(0x0D, 0, told),
                one(0x0D, 0, measured),
                Arrays.copyOf(speech.array(), speech.position()),
                Arrays.copyOf(keys.array(), keys.position()),
                one(0x0D, 0, reports),
                one(0x0D, 7, Arrays.copyOf(reports, 40)),
                one(0x02, 100, Talker.rtp(false, 0, 1, 1, 77, new byte[10])),
                one(
                        0x02,
                        0,
                        ByteBuffer.allocate(20).putInt(1).putInt(0x2112A442).array()));
    }

    /** What two sides of DTLS say, from a capture without Ethernet. */
    private static byte[] handshake() {
        try {
            ByteBuffer capture = ByteBuffer.wrap(Files.readAllBytes(Path.of("src/test/resources/media/dtls12.pcap")))
                    .order(ByteOrder.LITTLE_ENDIAN);
            var input = ByteBuffer.allocate(capture.capacity());
            for (int at = 24; at < capture.capacity(); at += 16 + capture.getInt(at + 8)) {
                int datagram = at + 16 + 28;
                boolean client = capture.get(at + 16 + 15) == 2;
                input.put(one(
                        client ? 0x02 : 0x08,
                        0,
                        Arrays.copyOfRange(capture.array(), datagram, at + 16 + capture.getInt(at + 8))));
            }
            return Arrays.copyOf(input.array(), input.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] one(int ports, int missing, byte[] datagram) {
        return ByteBuffer.allocate(4 + datagram.length)
                .put((byte) ports)
                .put((byte) missing)
                .putShort((short) datagram.length)
                .put(datagram)
                .array();
    }

    @MethodSource("datagrams")
    @FuzzTest
    void measuresAnything(byte[] input) {
        var datagrams = new Datagrams(0);
        long sent = 0;
        long time = 0;
        for (int at = 0; input.length - at >= 4; sent++) {
            int ends = input[at];
            int from = at + 4;
            int to = Math.min(
                    input.length,
                    from + Short.toUnsignedInt(ByteBuffer.wrap(input).getShort(at + 2)));
            time += 20_000L * (ends >> 4);
            VoiceQuality.in(MemorySegment.ofArray(Arrays.copyOfRange(input, from, to)))
                    .ifPresent(MediaFuzzTest::check);
            datagrams.cut(
                    (ends & 0xF0) == 0x70 ? Captured.NO_TIME : time,
                    ENDS.get(ends >> 2 & 3),
                    ENDS.get(ends & 3),
                    Arrays.copyOfRange(input, from, to),
                    input[at + 1] & 0x7F);
            at = to;
        }
        check(datagrams.seen(), sent);
    }

    private static void check(VoiceQuality report) {
        assertThat(report.callId()).isNotEmpty();
        Stream.of(report.local(), report.remote()).flatMap(Optional::stream).forEach(told -> {
            assertThat(told.lost().orElse(0)).isBetween(0.0, 1.0);
            assertThat(told.discarded().orElse(0)).isBetween(0.0, 1.0);
            assertThat(told.mosListening().orElse(1)).isBetween(1.0, 5.0);
            assertThat(told.mosConversational().orElse(1)).isBetween(1.0, 5.0);
            assertThat(told.jitter().orElse(0)).isNotNegative();
            assertThat(told.empty()).isFalse();
        });
    }

    private static void check(VoipMetrics voip) {
        assertThat(voip.lossShare()).isBetween(0.0, 1.0);
        assertThat(voip.rFactor().orElse(0)).isBetween(0, 100);
        assertThat(voip.mosListening().orElse(1)).isBetween(1.0, 5.0);
        voip.bursts().ifPresent(bursts -> assertThat(bursts.length()).isPositive());
    }

    private static void check(MediaSeen seen, long sent) {
        LongStream streams =
                Stream.concat(seen.streams().stream(), seen.doubtful().stream()).mapToLong(MediaStream::packets);
        LongStream flows = seen.flows().stream().mapToLong(MediaFlow::packets);
        assertThat(LongStream.concat(streams, flows).sum()).isLessThanOrEqualTo(sent);
        for (MediaStream stream : seen.streams()) {
            MediaStream.Loss loss = stream.loss();
            assertThat(loss.share()).isBetween(0.0, 1.0);
            assertThat(loss.expected() - loss.lost()).isBetween(1L, stream.packets());
            assertThat(loss.longestHole()).isLessThanOrEqualTo(loss.lost());
            assertThat(loss.holes()).isLessThanOrEqualTo(loss.lost());
            assertThat(stream.pace().highestJitter())
                    .isGreaterThanOrEqualTo(stream.pace().meanJitter());
            assertThat(stream.length()).isNotNegative();
            assertThat(stream.bytes()).isNotNegative();
            assertThat(stream.constant()).isLessThanOrEqualTo(stream.packets());
            stream.reports().forEach(report -> report.voip().ifPresent(MediaFuzzTest::check));
            stream.goodbye().ifPresent(said -> assertThat(said.packet().frame()).isBetween(1L, sent));
        }
    }
}
