package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** What streams carry, how it spreads over time, and what is no RTP. */
class CarriedTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;

    private final Datagrams datagrams = new Datagrams(3);
    private final Talker alice = new Talker(datagrams, ALICE, BOB, BEGIN);

    @Test
    void eachPayloadTypeHasItsSpan() {
        alice.packets(50).type(8).packets(30).type(0).packets(1);
        MediaStream stream = datagrams.only();

        assertThat(stream.payloads())
                .containsExactly(
                        new MediaStream.Payload(
                                0,
                                51,
                                new Moment(BEGIN, 1),
                                new Moment(BEGIN + 80 * 20_000L, 81),
                                51,
                                List.of(new MediaStream.Length(160, 51)),
                                160),
                        new MediaStream.Payload(
                                8,
                                30,
                                new Moment(BEGIN + 50 * 20_000L, 51),
                                new Moment(BEGIN + 79 * 20_000L, 80),
                                30,
                                List.of(new MediaStream.Length(160, 30)),
                                160));
        assertThat(stream.mainPayload()).isZero();
        assertThat(stream.file()).isEqualTo(3);
        assertThat(stream.bytes()).isEqualTo(81 * 160);
    }

    @Test
    void theLengthsOfPayloadsAreCounted() {
        alice.size(20)
                .packets(10)
                .size(160)
                .packets(30)
                .size(7)
                .packets(1)
                .size(8)
                .packets(1)
                .size(9)
                .packets(1);

        assertThat(datagrams.only().payloads().getFirst().lengths())
                .startsWith(new MediaStream.Length(160, 30), new MediaStream.Length(20, 10))
                .hasSize(4);
    }

    @Test
    void ofVeryManyPayloadTypesNoneIsLost() {
        for (int type = 0; type < 60; type++) {
            alice.type(type).packets(2);
        }

        assertThat(datagrams.only().payloads()).hasSize(8);
        assertThat(datagrams.only().payloads().stream()
                        .mapToLong(MediaStream.Payload::packets)
                        .sum())
                .isEqualTo(120);
    }

    @Test
    void oneValueAgainAndAgainIsSilence() {
        alice.silent(0xFF).packets(40).silent(0xD5).packets(40).silent(-1).packets(20);

        assertThat(datagrams.only().constant()).isEqualTo(80);
    }

    @Test
    void oneByteThatDiffersIsNoSilence() {
        for (int i = 0; i < 20; i++) {
            byte[] payload = new byte[160];
            payload[i] = 1;
            datagrams.send(BEGIN, ALICE, BOB, Talker.rtp(false, 0, i, 160 * i, 1, payload));
        }

        assertThat(datagrams.only().constant()).isZero();
    }

    @Test
    void aPartIsOneSecond() {
        alice.packets(150).loses(50).packets(100);
        Timeline timeline = datagrams.only().timeline();

        assertThat(timeline.begin()).isEqualTo(BEGIN + 40_000);
        assertThat(timeline.width()).isEqualTo(1_000_000);
        assertThat(IntStream.range(0, timeline.parts()).map(timeline::packets)).containsExactly(50, 50, 48, 2, 50, 48);
        assertThat(IntStream.range(0, timeline.parts()).map(timeline::lost).sum())
                .isEqualTo(50);
    }

    @Test
    void aDayHasNoMorePartsThanASong() {
        for (int hour = 0; hour < 24; hour++) {
            alice.packets(100).loses(3).pauses(3_600_000_000L);
        }
        Timeline timeline = datagrams.only().timeline();

        assertThat(timeline.parts()).isLessThanOrEqualTo(128);
        assertThat(IntStream.range(0, timeline.parts()).map(timeline::packets).sum())
                .isEqualTo(2398);
        assertThat(IntStream.range(0, timeline.parts()).map(timeline::lost).sum())
                .isEqualTo(69);
    }

    @Test
    void aClockThatJumpsBackStaysWithinBounds() {
        alice.packets(100).at(0).packets(100).at(253_000_000_000_000_000L).packets(100);

        assertThat(datagrams.only().timeline().parts()).isLessThanOrEqualTo(128);
        assertThat(datagrams.only().packets()).isEqualTo(300);
    }

    @Test
    void streamsWithoutTimesHaveNoTimeline() {
        alice.timeless().packets(100);

        assertThat(datagrams.only().timeline().parts()).isZero();
        assertThat(datagrams.only().first().time()).isEqualTo(Captured.NO_TIME);
    }

    @Test
    void contributorsExtensionAndPaddingAreNoPayload() {
        for (int i = 0; i < 3; i++) {
            byte[] packet = ByteBuffer.allocate(12 + 8 + 12 + 160 + 4)
                    .put((byte) 0xB2)
                    .put((byte) 0)
                    .putShort((short) i)
                    .putInt(160 * i)
                    .putInt(7)
                    .putLong(0)
                    .putInt(0xBEDE0002)
                    .putLong(0)
                    .put(new byte[163])
                    .put((byte) 4)
                    .array();
            datagrams.send(BEGIN, ALICE, BOB, packet);
        }

        assertThat(datagrams.only().bytes()).isEqualTo(480);
    }

    @Test
    void whatTheCaptureCutCountsAsItWasSent() {
        byte[] packet = Talker.rtp(false, 0, 0, 0, 7, new byte[4]);
        for (int i = 0; i < 3; i++) {
            packet[3] = (byte) i;
            datagrams.cut(BEGIN, ALICE, BOB, packet.clone(), 156);
        }

        assertThat(datagrams.only().bytes()).isEqualTo(480);
    }

    @Test
    void whatLooksLikeRtpBetweenServicesIsNone() {
        new Talker(datagrams, new Endpoint("192.0.2.1", 53), BOB, BEGIN).packets(20);
        new Talker(datagrams, new Endpoint("192.0.2.1", 123), new Endpoint("192.0.2.2", 123), BEGIN).packets(20);

        assertThat(datagrams.seen().empty()).isTrue();
    }

    @Test
    void aHeaderThatDoesNotFitIsNoRtp() {
        for (int i = 0; i < 20; i++) {
            byte[] packet = Talker.rtp(false, 0, i, 160 * i, 7, new byte[20]);
            packet[0] = (byte) (i % 2 == 0 ? 0x8F : 0x40);
            datagrams.send(BEGIN, ALICE, BOB, packet);
        }

        assertThat(datagrams.seen().streams()).isEmpty();
        assertThat(datagrams.seen().flows()).singleElement().satisfies(flow -> {
            assertThat(flow.kind()).isEqualTo(MediaFlow.Kind.OTHER);
            assertThat(flow.packets()).isEqualTo(20);
        });
    }

    @Test
    void keepAlivesAreNothing() {
        datagrams.send(BEGIN, ALICE, BOB, new byte[0]);
        datagrams.send(BEGIN, ALICE, BOB, new byte[] {'\r', '\n', '\r', '\n'});
        datagrams.send(BEGIN, ALICE, BOB, new byte[4]);

        assertThat(datagrams.seen().empty()).isTrue();
    }

    @Test
    void stunAndDtlsAreKnownByTheirFirstBytes() {
        datagrams.send(
                BEGIN,
                ALICE,
                BOB,
                ByteBuffer.allocate(20)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putInt(0x2112A442)
                        .array());
        datagrams.send(
                BEGIN,
                BOB,
                ALICE,
                ByteBuffer.allocate(13)
                        .put((byte) 22)
                        .put((byte) 0xFE)
                        .put((byte) 0xFD)
                        .array());

        assertThat(datagrams.seen().flows())
                .extracting(MediaFlow::kind)
                .containsExactly(MediaFlow.Kind.STUN, MediaFlow.Kind.DTLS);
    }

    @Test
    void ipv6IsWrittenShort() {
        new Talker(datagrams, new Endpoint("2001:db8::1", 4000), new Endpoint("2001:db8::2", 6000), BEGIN).packets(3);

        assertThat(datagrams.only().source()).isEqualTo(new Endpoint("2001:db8::1", 4000));
    }
}
