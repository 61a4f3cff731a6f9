package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.BOB;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.andAnother;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.media.Reporter;

/** Sound of which only the reports of RTCP tell. */
class UnseenSoundTest {

    private static final int OF_ALICE = 77;
    private static final int OF_BOB = 88;

    /** Bob's packets do not pass, and everything else between the two does. */
    private static Trace oneWay() {
        Trace trace = andAnother(answered());
        alice(trace).ssrc(OF_ALICE).packets(900);
        return trace;
    }

    /** Alice reports every five seconds what she has received of a source. */
    private static Trace aliceReports(Trace trace, int source, int... numbers) {
        for (int number : numbers) {
            aliceReportsOnce(trace, 4001, 6001, source, number);
        }
        return trace;
    }

    private static void aliceReportsOnce(Trace trace, int from, int to, int source, int number) {
        trace.after(5)
                .media("alice", from)
                .sends(
                        "bob",
                        to,
                        new Reporter().received(OF_ALICE, source, number).done());
    }

    /** Three times what she has received of Bob, between other ports than usual. */
    private static void aliceReportsBetween(Trace trace, int from, int to) {
        for (int i = 0; i < 3; i++) {
            aliceReportsOnce(trace, from, to, OF_BOB, 5000 + 250 * i);
        }
    }

    private static Trace bobReports(Trace trace, int... packets) {
        for (int sent : packets) {
            trace.after(5)
                    .media("bob", 6001)
                    .sends("alice", 4001, new Reporter().sent(OF_BOB, 1, sent).done());
        }
        return trace;
    }

    @Test
    void whatTheReceiverReportsFlowsPastTheCapture() {
        Trace trace = bye(aliceReports(oneWay(), OF_BOB, 5000, 5250, 5500), 3);

        assertThat(found(trace)).containsExactly("media-received-unseen");
        assertThat(trace.the("media-received-unseen").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(Trace.frames(trace.the("media-received-unseen"))).containsExactly(1L, 3L);
    }

    @Test
    void aSingleReportDoesNotShowThatItGoesOn() {
        Trace trace = bye(aliceReports(oneWay(), OF_BOB, 5000), 13);

        assertThat(found(trace)).containsExactly("media-received-unseen");
        assertThat(trace.the("media-received-unseen").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whatTheSenderReportsMayBeLostOrTakeAnotherWay() {
        Trace trace = bye(bobReports(oneWay(), 250, 500, 750), 3);

        assertThat(found(trace)).containsExactly("media-sent-unseen");
        assertThat(trace.the("media-sent-unseen").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whatTheReceiverSaysCountsMore() {
        assertThat(found(bye(aliceReports(bobReports(oneWay(), 250, 500), OF_BOB, 5000, 5250), 3)))
                .containsExactly("media-received-unseen");
    }

    @Test
    void reportsOnOnePortWithThePacketsTell() {
        Trace trace = oneWay();
        aliceReportsBetween(trace, 4000, 6000);

        assertThat(found(bye(trace, 3))).containsExactly("media-received-unseen");
    }

    @Test
    void reportsFromBehindNatGoBesideThePackets() {
        Trace trace = answered(description("192.168.1.7", 4000, "0", ""), BOB);
        trace.media("alice", 40_000).to("bob", 6000).ssrc(OF_ALICE).packets(900);
        aliceReportsBetween(trace, 51_234, 6001);

        assertThat(found(bye(trace, 3))).contains("media-received-unseen").doesNotContain("media-one-way");
    }

    @Test
    void thePortThatIsNamedForReportsIsKnown() {
        Trace trace = andAnother(answered(SoundCall.ALICE + "a=rtcp:4777", BOB));
        alice(trace).ssrc(OF_ALICE).packets(900);
        aliceReportsBetween(trace, 4777, 6666);

        assertThat(found(bye(trace, 3))).containsExactly("media-received-unseen");
    }

    @Test
    void whereNoSoundWasCapturedButReportsTellOfItNobodyIsSilent() {
        Trace trace = bye(aliceReports(andAnother(answered()), OF_BOB, 5000, 5250, 5500), 3);

        assertThat(found(trace)).containsExactly("media-received-unseen");
    }

    @Test
    void reportsOnWhatWasCapturedAreNothingNew() {
        Trace trace = answered();
        alice(trace).ssrc(OF_ALICE).packets(900);
        bob(trace).ssrc(OF_BOB).packets(900);

        assertThat(found(bye(bobReports(aliceReports(trace, OF_BOB, 1250, 1500), 700, 850), 3)))
                .isEmpty();
    }

    @Test
    void whoReportsWhatHeSendsHimselfHearsNothing() {
        Trace trace = oneWay();
        trace.after(5)
                .media("alice", 4001)
                .sends("bob", 6001, new Reporter().sent(OF_ALICE, 1, 250).done());

        assertThat(found(bye(trace, 13))).containsExactly("media-one-way");
    }

    /** Some report on nobody, or on a source of which they never got a number. */
    @ParameterizedTest
    @ValueSource(ints = {0, OF_BOB})
    void aReportOnNothingIsNoReport(int source) {
        int number = source == 0 ? 300 : 0;

        assertThat(found(bye(aliceReports(oneWay(), source, number, number, number), 3)))
                .containsExactly("media-one-way");
    }

    @Test
    void whoHasSentAFewPacketsOnlyHardlySends() {
        assertThat(found(bye(bobReports(oneWay(), 3, 3, 3), 3))).containsExactly("media-one-way");
    }

    @Test
    void reportsOfAnotherCallTellNothingOfThisOne() {
        Trace trace = oneWay();
        for (int i = 0; i < 3; i++) {
            trace.after(5)
                    .media("alice", 4445)
                    .sends(
                            "bob",
                            6667,
                            new Reporter().received(5, OF_BOB, 5000 + 250 * i).done());
        }

        assertThat(found(bye(trace, 3))).containsExactly("media-one-way");
    }

    @Test
    void reportsFromBeforeTheAnswerTellNothingOfWhatCameAfterIt() {
        Trace trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob").to("alice").sdp(BOB).responds(183);
        aliceReports(trace, OF_BOB, 5000, 5250);
        trace.after(1).from("bob").to("alice").sdp(BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        andAnother(trace);
        alice(trace).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("media-one-way");
    }

    /** Their header is clear: it says that alice hears somebody, but not whom. */
    @ParameterizedTest
    @CsvSource({"1, POSSIBLE", "0, CERTAIN"})
    void encryptedReportsOfTheReceiverLeaveItOpen(int blocks, Certainty certainty) {
        Trace trace = oneWay();
        byte[] report = new byte[70];
        report[0] = (byte) (0x80 | blocks);
        report[1] = (byte) 200;
        report[3] = 12;
        for (int i = 0; i < 3; i++) {
            trace.after(5).media("alice", 4001).sends("bob", 6001, report);
        }

        assertThat(found(bye(trace, 3))).containsExactly("media-one-way");
        assertThat(trace.the("media-one-way").certainty()).isEqualTo(certainty);
    }

    /** The last report before the answer was not the last word on the announcement. */
    @Test
    void whatWasHeardBeforeTheAnswerIsReportedShortlyAfterIt() {
        Trace trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob").to("alice").sdp(BOB).responds(183);
        aliceReports(trace, OF_BOB, 5000, 5250);
        trace.after(1).from("bob").to("alice").sdp(BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        andAnother(trace);
        aliceReports(trace, OF_BOB, 5300, 5300);
        alice(trace).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("media-received-unseen");
    }
}
