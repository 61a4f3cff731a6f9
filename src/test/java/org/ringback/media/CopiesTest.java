package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Packets that a capture holds twice, and packets that came twice. */
class CopiesTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;
    private static final int PACKETS = 200;

    private final Datagrams datagrams = new Datagrams(0);

    private static byte[] packet(int number) {
        byte[] payload = new byte[160];
        payload[0] = (byte) number;
        payload[159] = (byte) (3 * number);
        return Talker.rtp(false, 0, number, 160 * number, 7, payload);
    }

    /** Every packet, and again so much later, if it comes again, with another identification. */
    private MediaStream twice(IntUnaryOperator identification, IntUnaryOperator again, long later) {
        for (int i = 0; i < PACKETS; i++) {
            datagrams.identification(identification.applyAsInt(i));
            datagrams.send(BEGIN + 20_000L * i, ALICE, BOB, packet(i));
            if (again.applyAsInt(i) > Integer.MIN_VALUE) {
                datagrams.identification(again.applyAsInt(i));
                datagrams.send(BEGIN + 20_000L * i + later, ALICE, BOB, packet(i));
            }
        }
        return datagrams.only();
    }

    @Test
    void whatWasCapturedTwiceIsCountedOnce() {
        MediaStream stream = twice(i -> 100 + i, i -> 100 + i, 50);

        assertThat(stream.copies()).isEqualTo(PACKETS);
        assertThat(stream.packets()).isEqualTo(PACKETS);
        assertThat(stream.bytes()).isEqualTo(160L * PACKETS);
        assertThat(stream.loss().duplicates()).isZero();
        assertThat(stream.loss().lost()).isZero();
        assertThat(stream.payloads().getFirst().packets()).isEqualTo(PACKETS);
        assertThat(stream.timeline().packets(0)).isBetween(45, 50);
    }

    @Test
    void manySystemsNumberNoPacketThatMayNotBeFragmented() {
        assertThat(twice(_ -> 0, _ -> 0, 50).copies()).isEqualTo(PACKETS);
    }

    @Test
    void whatWasSentTwiceHasAnotherIdentification() {
        MediaStream stream = twice(i -> 2 * i, i -> 2 * i + 1, 50);

        assertThat(stream.copies()).isZero();
        assertThat(stream.packets()).isEqualTo(2 * PACKETS);
        assertThat(stream.loss().duplicates()).isEqualTo(PACKETS);
    }

    @Test
    void aNetworkThatDoublesSomePacketsIsNoSecondCapture() {
        MediaStream stream = twice(i -> 100 + i, i -> i % 5 == 0 ? 100 + i : Integer.MIN_VALUE, 50);

        assertThat(stream.copies()).isZero();
        assertThat(stream.packets()).isEqualTo(PACKETS + PACKETS / 5);
        assertThat(stream.loss().duplicates()).isEqualTo(PACKETS / 5);
        assertThat(stream.payloads().getFirst().packets()).isEqualTo(PACKETS + PACKETS / 5);
    }

    @Test
    void whatComesAgainMuchLaterIsNoCopy() {
        assertThat(twice(i -> 100 + i, i -> 100 + i, 8_000).copies()).isZero();
    }

    @Test
    void withoutAnIdentificationNobodyKnows() {
        MediaStream stream = twice(_ -> -1, _ -> -1, 50);

        assertThat(stream.copies()).isZero();
        assertThat(stream.loss().duplicates()).isEqualTo(PACKETS);
    }

    @Test
    void aConnectionRepeatsWhatItSent() {
        datagrams.over(Transport.TCP);

        assertThat(twice(i -> 100 + i, i -> 100 + i, 50).copies()).isZero();
    }

    @Test
    void threeTimesIsTwoTooMany() {
        for (int i = 0; i < PACKETS; i++) {
            datagrams.identification(i);
            for (int time = 0; time < 3; time++) {
                datagrams.send(BEGIN + 20_000L * i + 10L * time, ALICE, BOB, packet(i));
            }
        }

        assertThat(datagrams.only().packets()).isEqualTo(PACKETS);
        assertThat(datagrams.only().copies()).isEqualTo(2 * PACKETS);
    }
}
