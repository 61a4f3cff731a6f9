package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** Files that have more of everything than is remembered. */
@BesideOthers
class HostileMediaTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;

    private final Datagrams datagrams = new Datagrams(0);

    private void stray(int ssrc) {
        datagrams.send(BEGIN, ALICE, BOB, Talker.rtp(false, 0, 1, 1, ssrc, new byte[20]));
    }

    @Test
    void sourcesOfOnePacketEachMakeRoomForOneStream() {
        for (int i = 0; i < 100_000; i++) {
            stray(i);
        }
        new Talker(datagrams, BOB, ALICE, BEGIN).ssrc(-7).packets(50);
        for (int i = 0; i < 100_000; i++) {
            stray(i);
        }
        MediaSeen seen = datagrams.seen();

        assertThat(seen.streams())
                .singleElement()
                .extracting(MediaStream::packets)
                .isEqualTo(50L);
        assertThat(seen.doubtful().size()).isLessThan(Limits.STREAMS);
    }

    @Test
    void moreStreamsThanAreRememberedAreTold() {
        for (int i = 0; i < Limits.STREAMS + 1000; i++) {
            new Talker(datagrams, ALICE, BOB, BEGIN).ssrc(i).size(1).packets(3);
        }
        MediaSeen seen = datagrams.seen();

        assertThat(seen.complete()).isFalse();
        assertThat(seen.passedOver())
                .containsExactly(new PassedOver(0, PassedOver.Kind.STREAMS, Limits.STREAMS, 3000, BEGIN));
        assertThat(seen.streams().size()).isEqualTo(Limits.STREAMS);
    }

    @Test
    void aFileWithAThousandStreamsIsComplete() {
        for (int i = 0; i < 1000; i++) {
            new Talker(datagrams, ALICE, new Endpoint("192.0.2.2", 10_000 + i), BEGIN)
                    .size(1)
                    .packets(3);
        }

        assertThat(datagrams.seen().complete()).isTrue();
        assertThat(datagrams.seen().streams().size()).isEqualTo(1000);
    }

    /** Each is let go of when it is told, and told again to whoever asks again. */
    @Test
    void whatIsToldAtTheEndIsWhatWasToldBefore() {
        for (int i = 0; i < 9000; i++) {
            new Talker(datagrams, ALICE, BOB, BEGIN).ssrc(i).size(1).packets(3);
        }
        List<MediaStream> before = datagrams.seen().streams();
        datagrams.end();

        assertThat(datagrams.seen().streams())
                .hasSize(9000)
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(datagrams.seen()).isSameAs(datagrams.seen());
    }

    @Test
    void morePortsThanAreCountedAreTold() {
        for (int i = 0; i < 50_000; i++) {
            datagrams.send(BEGIN, ALICE, new Endpoint("192.0.2." + (i >> 15), 10_000 + (i & 0x7FFF)), new byte[20]);
        }

        assertThat(datagrams.seen().passedOver())
                .containsExactly(new PassedOver(0, PassedOver.Kind.FLOWS, Limits.FLOWS, 50_000 - Limits.FLOWS, BEGIN));
        assertThat(datagrams.seen().flows().size()).isEqualTo(Limits.FLOWS);
    }

    @Test
    void moreReportersThanAreRememberedAreTold() {
        for (int i = 0; i < Limits.REPORTERS + 5; i++) {
            datagrams.send(
                    BEGIN,
                    ALICE,
                    BOB,
                    new Reporter().receiver(i, i, 0, i, 0, 0, 0).done());
        }

        assertThat(datagrams.seen().passedOver())
                .containsExactly(new PassedOver(0, PassedOver.Kind.REPORTERS, Limits.REPORTERS, 5, BEGIN));
    }

    @Test
    void aStreamIsNotToldWhatThousandsReport() {
        new Talker(datagrams, ALICE, BOB, BEGIN).ssrc(77).packets(10);
        for (int i = 0; i < 2 * Limits.REPORTERS; i++) {
            datagrams.send(
                    BEGIN,
                    new Endpoint("198.51.100." + i % 200, 10_000 + i),
                    ALICE,
                    new Reporter().receiver(88, 77, 0, i, 0, 0, 0).done());
        }

        assertThat(datagrams.only().reports()).hasSize(16);
    }

    /** Names and numbers that a table would keep in one place, for 31 times the one is as much as the other. */
    @Test
    void reportersThatLookAlikeToATableCostNoMoreThanOthers() {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 8000; i++) {
                var reporter = new Endpoint("198.51.100.1", 10_000 + i);
                int about = -31 * reporter.text().hashCode();
                datagrams.send(
                        BEGIN,
                        reporter,
                        ALICE,
                        new Reporter().receiver(88, about, 0, round, 0, 0, 0).done());
            }
        }

        assertThat(datagrams.seen().flows().size()).isEqualTo(8000);
    }
}
