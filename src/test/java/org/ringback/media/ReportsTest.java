package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;

/** What RTCP reports of streams, and what only looks like RTCP. */
class ReportsTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final Endpoint ALICE_REPORTS = new Endpoint("192.0.2.1", 4001);
    private static final Endpoint BOB_REPORTS = new Endpoint("192.0.2.2", 6001);
    private static final long BEGIN = 1_795_341_600_000_000L;

    private final Datagrams datagrams = new Datagrams(0);

    ReportsTest() {
        new Talker(datagrams, ALICE, BOB, BEGIN).ssrc(77).packets(100);
    }

    private void bobReports(long after, Reporter report) {
        datagrams.send(BEGIN + after, BOB_REPORTS, ALICE_REPORTS, report.done());
    }

    private void alices(long after, Reporter report) {
        datagrams.send(BEGIN + after, ALICE_REPORTS, BOB_REPORTS, report.done());
    }

    private List<ReceiverReport> reports() {
        return datagrams.only().reports();
    }

    @Test
    void theLastReportThatCountsOnIsKnown() {
        bobReports(1_000_000, new Reporter().received(88, 77, 1040));
        bobReports(2_000_000, new Reporter().received(88, 77, 1090));
        bobReports(6_000_000, new Reporter().received(88, 77, 1090));

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.advanced()).isEqualTo(new Moment(BEGIN + 2_000_000, 102)));
    }

    @Test
    void whoseCountNeverGoesOnIsKnownByTheFirstReport() {
        bobReports(1_000_000, new Reporter().received(88, 77, 1040));
        bobReports(6_000_000, new Reporter().received(88, 77, 1040));

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.advanced()).isEqualTo(report.first()));
    }

    @Test
    void reportsOfOneReceiverAreTakenTogether() {
        bobReports(1_000_000, new Reporter().receiver(88, 77, 64, 10, 300, 0, 0).names(88));
        bobReports(6_000_000, new Reporter().sender(88, 1).receiver(88, 77, 12, 12, 100, 0, 0));

        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.reporter()).isEqualTo(BOB_REPORTS);
            assertThat(report.reports()).isEqualTo(2);
            assertThat(report.worstShare()).isEqualTo(0.25);
            assertThat(report.lost()).isEqualTo(12);
            assertThat(report.highestJitter()).isEqualTo(300);
            assertThat(report.first().frame()).isEqualTo(101);
            assertThat(report.last()).isEqualTo(new Moment(BEGIN + 6_000_000, 102));
            assertThat(report.roundTrip()).isEmpty();
            assertThat(report.voip()).isEmpty();
        });
    }

    @Test
    void duplicatesMakeLossNegative() {
        bobReports(0, new Reporter().receiver(88, 77, 0, -3, 0, 0, 0));

        assertThat(reports()).singleElement().extracting(ReceiverReport::lost).isEqualTo(-3L);
    }

    @Test
    void theWayThereAndBackIsTheTimeWithoutTheDelayAtTheOtherEnd() {
        datagrams.send(
                BEGIN,
                ALICE_REPORTS,
                BOB_REPORTS,
                new Reporter().sender(77, 0x12345678).done());
        bobReports(1_150_000, new Reporter().receiver(88, 77, 0, 0, 0, 0x12345678, 65_536));
        bobReports(6_090_000, new Reporter().receiver(88, 77, 0, 0, 0, 0x12345678, 6 * 65_536));

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.roundTrip()).hasValue(90_000L));
    }

    @Test
    void anEchoOfAReportThatWasNotCapturedSaysNothing() {
        datagrams.send(
                BEGIN, ALICE_REPORTS, BOB_REPORTS, new Reporter().sender(77, 5).done());
        bobReports(1_000_000, new Reporter().receiver(88, 77, 0, 0, 0, 6, 0));
        bobReports(2_000_000, new Reporter().receiver(88, 77, 0, 0, 0, 5, -1));

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.roundTrip()).isEmpty());
    }

    @Test
    void whatADeviceMeasuredIsToldWithItsUnits() {
        bobReports(
                0,
                new Reporter()
                        .receiver(88, 77, 0, 0, 0, 0, 0)
                        .quality(88, 77, new int[] {64, 128, 32, 8}, new int[] {120, 3000, 150, 80}, 93, 41, 39));

        assertThat(reports().getFirst().voip())
                .hasValue(new VoipMetrics(
                        0.25,
                        0.5,
                        Optional.of(new VoipMetrics.Period(0.125, 120)),
                        Optional.of(new VoipMetrics.Period(0.03125, 3000)),
                        OptionalInt.of(150),
                        OptionalInt.of(80),
                        OptionalInt.of(93),
                        OptionalDouble.of(4.1),
                        OptionalDouble.of(3.9),
                        OptionalInt.of(40)));
    }

    @ParameterizedTest
    @ValueSource(ints = {127, 128, 200, 255})
    void whatADeviceDoesNotKnowIsNotTold(int unknown) {
        bobReports(0, new Reporter().quality(88, 77, new int[4], new int[4], unknown, unknown, unknown));

        assertThat(reports().getFirst().voip()).hasValueSatisfying(voip -> {
            assertThat(voip.rFactor()).isEmpty();
            assertThat(voip.mosListening()).isEmpty();
            assertThat(voip.mosConversational()).isEmpty();
            assertThat(voip.roundTrip()).isEmpty();
            assertThat(voip.endSystem()).isEmpty();
            assertThat(voip.bursts()).isEmpty();
            assertThat(voip.gaps()).isEmpty();
        });
    }

    @Test
    void whoLeavesSaysSo() {
        alices(3_000_000, new Reporter().goodbye("teardown", 5, 77));
        alices(4_000_000, new Reporter().goodbye("again", 77));

        assertThat(datagrams.only().goodbye()).hasValue(new Goodbye(new Moment(BEGIN + 3_000_000, 101), "teardown"));
    }

    @Test
    void whoLeavesNeedsNoReason() {
        alices(0, new Reporter().receiver(77, 88, 0, 0, 0, 0, 0).goodbye("", 77));

        assertThat(datagrams.only().goodbye()).map(Goodbye::reason).hasValue("");
    }

    @Test
    void nobodyLeavesForAnother() {
        bobReports(0, new Reporter().goodbye("", 77));
        alices(0, new Reporter().goodbye("", 78));

        assertThat(datagrams.only().goodbye()).isEmpty();
    }

    @Test
    void aReasonThatIsLongerThanItsPacketEndsWithIt() {
        byte[] lying = new Reporter().goodbye("cut", 77).done();
        lying[8] = (byte) 200;
        datagrams.send(BEGIN, ALICE_REPORTS, BOB_REPORTS, lying);

        assertThat(datagrams.only().goodbye()).map(Goodbye::reason).hasValue("cut");
    }

    @Test
    void thatAReporterGoesOnIsKnownWhateverHeReports() {
        bobReports(0, new Reporter().receiver(88, 77, 0, 0, 0, 0, 0));
        bobReports(9_000_000, new Reporter().receiver(88, 99, 0, 0, 0, 0, 0));

        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.last().time()).isEqualTo(BEGIN);
            assertThat(report.heard().time()).isEqualTo(BEGIN + 9_000_000);
        });
    }

    @Test
    void nobodyReportsOnHimself() {
        datagrams.send(
                BEGIN,
                ALICE_REPORTS,
                BOB_REPORTS,
                new Reporter().receiver(77, 77, 9, 9, 9, 0, 0).done());

        assertThat(reports()).isEmpty();
    }

    @Test
    void reportsOnAnotherSourceAreNotOfThisStream() {
        bobReports(0, new Reporter().receiver(88, 78, 9, 9, 9, 0, 0));

        assertThat(reports()).isEmpty();
        assertThat(datagrams.seen().flows())
                .singleElement()
                .extracting(MediaFlow::kind)
                .isEqualTo(MediaFlow.Kind.RTCP);
    }

    @Test
    void reportsOnThePortOfTheSoundAreNoSound() {
        datagrams.send(
                BEGIN,
                BOB,
                ALICE,
                new Reporter().receiver(88, 77, 1, 1, 1, 0, 0).names(88).done());

        assertThat(datagrams.seen().doubtful()).isEmpty();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void encryptedReportsAreTold() {
        byte[] plain =
                new Reporter().receiver(88, 77, 64, 10, 300, 0, 0).names(88).done();
        byte[] encrypted = Arrays.copyOf(plain, plain.length + 14);
        var random = new SplittableRandom(3711);
        for (int i = 8; i < encrypted.length; i++) {
            encrypted[i] = (byte) random.nextInt();
        }
        datagrams.send(BEGIN, BOB_REPORTS, ALICE_REPORTS, encrypted);

        assertThat(reports()).isEmpty();
        assertThat(datagrams.seen().flows())
                .singleElement()
                .extracting(MediaFlow::kind)
                .isEqualTo(MediaFlow.Kind.SRTCP);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 8, 100, 16_383, 65_535})
    void aLengthThatLiesReadsNothingBehindTheEnd(int length) {
        byte[] lying = new Reporter().receiver(88, 77, 64, 10, 300, 0, 0).done();
        lying[2] = (byte) (length >>> 8);
        lying[3] = (byte) length;
        datagrams.send(BEGIN, BOB_REPORTS, ALICE_REPORTS, lying);

        assertThat(reports()).isEmpty();
    }

    @Test
    void moreBlocksThanThereAreAreNotRead() {
        byte[] lying = new Reporter().receiver(88, 77, 64, 10, 300, 0, 0).done();
        lying[0] |= 0x1F;
        datagrams.send(BEGIN, BOB_REPORTS, ALICE_REPORTS, lying);

        assertThat(reports())
                .singleElement()
                .extracting(ReceiverReport::reports)
                .isEqualTo(1);
    }
}
