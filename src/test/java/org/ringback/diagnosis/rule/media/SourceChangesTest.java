package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.ALICE;
import static org.ringback.diagnosis.rule.media.SoundCall.BOB;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.media.Reporter;

/** Sources of sound that leave, and those that take their place. */
class SourceChangesTest {

    private static final int OLD = 77;
    private static final int FRESH = 78;

    /** Both talk for ten seconds, then alice says goodbye while bob goes on. */
    private static Trace left(int... sources) {
        Trace trace = answered();
        alice(trace).ssrc(OLD).packets(500);
        bob(trace).packets(1500);
        trace.after(10.02);
        trace.media("alice", 4001)
                .sends("bob", 6001, new Reporter().goodbye("", sources).done());
        return trace;
    }

    @Test
    void whoSaysGoodbyeLongBeforeTheEndHasStopped() {
        Trace trace = bye(left(OLD), 20);

        assertThat(found(trace)).containsExactly("media-sender-left");
        assertThat(trace.the("media-sender-left").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the("media-sender-left").sightings()).hasSize(2);
    }

    @Test
    void whoSaysGoodbyeAndHangsUpIsWell() {
        assertThat(found(bye(left(OLD), 0.5))).doesNotContain("media-sender-left");
    }

    @Test
    void whoEndsWithoutAGoodbyeMayHaveBeenCutOff() {
        assertThat(found(bye(left(5), 20))).containsExactly("media-ends-early");
    }

    @Test
    void anotherSourceThatTakesItsPlaceGoesOn() {
        Trace trace = left(OLD);
        alice(trace).ssrc(FRESH).packets(1000);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void aGoodbyeAfterWhichTheSourceGoesOnIsNone() {
        Trace trace = left(OLD);
        alice(trace).ssrc(OLD).sequence(1500).packets(1000);

        assertThat(found(bye(trace, 20))).doesNotContain("media-sender-left");
    }

    /** Bob sends alice to carol; she says goodbye after that, or so many seconds before. */
    private static Trace transferred(int status, double later) {
        Trace trace = answered();
        alice(trace).ssrc(OLD).packets(500);
        bob(trace).packets(1500);
        byte[] goodbye = new Reporter().goodbye("", OLD).done();
        trace.after(10.02);
        if (later > 0) {
            trace.media("alice", 4001).sends("bob", 6001, goodbye);
            trace.after(later);
        }
        trace.from("bob")
                .to("alice")
                .byCallee()
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("alice").to("bob").cseq(2).responds(status, "REFER");
        if (later == 0) {
            trace.after(0.1).media("alice", 4001).sends("bob", 6001, goodbye);
        }
        return bye(trace, 20);
    }

    @Test
    void whoIsSentToAnotherMayLeave() {
        assertThat(transferred(202, 0).found()).doesNotContain("media-sender-left", "media-ends-early");
    }

    @Test
    void whoRefusesToBeSentElsewhereStays() {
        assertThat(transferred(603, 0).found()).contains("media-sender-left");
    }

    @Test
    void whoIsBackFromATransferThatFailedIsToStay() {
        Trace trace = answered();
        alice(trace).ssrc(OLD).packets(500);
        bob(trace).packets(1500);
        trace.after(2)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("alice").to("bob").cseq(2).responds(202, "REFER");
        trace.after(2)
                .from("alice")
                .to("bob")
                .cseq(3)
                .header("Event: refer")
                .header("Subscription-State: terminated;reason=noresource")
                .body("message/sipfrag", "SIP/2.0 486 Busy Here")
                .inside("NOTIFY");
        trace.from("bob").to("alice").cseq(3).responds(200, "NOTIFY");
        trace.after(6.02)
                .media("alice", 4001)
                .sends("bob", 6001, new Reporter().goodbye("", OLD).done());

        assertThat(bye(trace, 20).found()).contains("media-sender-left");
    }

    @Test
    void whoIsSentToAnotherLongAfterItLeftHadLeft() {
        assertThat(transferred(202, 8).found()).contains("media-sender-left");
    }

    @Test
    void whoIsPutOnHoldMayLeave() {
        Trace trace = left(OLD);
        changed(trace, 2, ALICE + "a=recvonly\n", BOB + "a=sendonly\n");

        assertThat(found(bye(trace, 20))).doesNotContain("media-sender-left");
    }

    /** After ten seconds alice goes on with another source; bob reports of both before and after. */
    private static Trace renewed(int reported, int until) {
        Trace trace = answered();
        alice(trace).ssrc(OLD).packets(500);
        bob(trace).packets(3000);
        trace.after(9);
        bobReports(trace, OLD);
        trace.after(1.02);
        alice(trace).ssrc(FRESH).packets(2450);
        for (int after = 5; after <= until; after += 5) {
            trace.after(5);
            bobReports(trace, reported);
        }
        return bye(trace, 50.0 - until);
    }

    /** As before, bob's reports on the old source with the highest number that came: so many of them go on counting. */
    private static Trace counting(int reports) {
        Trace trace = answered();
        alice(trace).ssrc(OLD).packets(500);
        bob(trace).packets(3000);
        trace.after(10.02);
        alice(trace).ssrc(FRESH).packets(2450);
        for (int i = 1; i <= 9; i++) {
            trace.after(5);
            byte[] report = new Reporter()
                    .received(88, OLD, 1500 + 250 * Math.min(i, reports))
                    .names(88)
                    .done();
            trace.media("bob", 6001).sends("alice", 4001, report);
        }
        return bye(trace, 5);
    }

    @Test
    void whoGoesOnCountingHearsTheNewOneByTheOldName() {
        assertThat(counting(9).found()).doesNotContain("new-source-ignored");
    }

    @Test
    void whoseCountStandsStillHearsNothing() {
        assertThat(counting(0).found()).contains("new-source-ignored");
    }

    @Test
    void theNextReportCountsWhatCameBefore() {
        assertThat(counting(1).found()).contains("new-source-ignored");
    }

    private static void bobReports(Trace trace, int about) {
        byte[] report = about == 0
                ? new Reporter().sender(88, 1).names(88).done()
                : new Reporter().receiver(88, about, 0, 0, 0, 0, 0).names(88).done();
        trace.media("bob", 6001).sends("alice", 4001, report);
    }

    @Test
    void whoReportsOnTheOldSourceForLongDoesNotHearTheNewOne() {
        Trace trace = renewed(OLD, 45);

        assertThat(trace.found()).contains("new-source-ignored");
        assertThat(trace.the("new-source-ignored").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoGoesOnWithoutAWordOnTheNewOneDoesNotHearItEither() {
        assertThat(renewed(0, 45).found()).contains("new-source-ignored");
    }

    @Test
    void whoReportsOnTheNewSourceHearsIt() {
        assertThat(renewed(FRESH, 45).found()).doesNotContain("new-source-ignored");
    }

    @Test
    void whoReportsNoMoreMayHearIt() {
        assertThat(renewed(OLD, 10).found()).doesNotContain("new-source-ignored");
    }
}
