package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Described;
import org.ringback.diagnosis.Trace;

class UnmetPreconditionsTest {

    private static final String MANDATORY = "a=des:qos mandatory local sendrecv\na=des:qos mandatory remote sendrecv\n";
    private static final String NOTHING_YET = described("a=curr:qos local none\na=curr:qos remote none\n" + MANDATORY);
    private static final String RESERVED =
            described("a=curr:qos local sendrecv\na=curr:qos remote sendrecv\n" + MANDATORY);

    private final Trace trace = Trace.ofSignaling();

    private static String described(String lines) {
        return Described.audio("198.51.100.1", 4000, "8", lines);
    }

    private void progresses(String offer, String answer) {
        trace.from("phone").to("network").sdp(offer).request("INVITE");
        trace.after(0.2)
                .from("network")
                .to("phone")
                .header("RSeq: 1")
                .sdp(answer)
                .responds(183);
        trace.from("phone").to("network").cseq(2).header("RAck: 1 1 INVITE").inside("PRACK");
        trace.from("network").to("phone").cseq(2).responds(200, "PRACK");
    }

    private void givesUp(double seconds) {
        trace.after(seconds).from("phone").to("network").cancels();
    }

    @Test
    void aPhoneThatNeverReportsItsBearerMakesNothingRing() {
        progresses(NOTHING_YET, NOTHING_YET);
        givesUp(20);

        var finding = trace.the("preconditions-never-met");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L, 5L);
        assertThat(finding.values()).containsEntry("wait", Trace.seconds(20));
    }

    @Test
    void aPhoneThatReportsItsBearerIsInOrder() {
        progresses(NOTHING_YET, NOTHING_YET);
        trace.after(0.5).from("phone").to("network").cseq(3).sdp(RESERVED).inside("UPDATE");
        trace.from("network").to("phone").cseq(3).sdp(RESERVED).responds(200, "UPDATE");
        givesUp(20);

        assertThat(trace.found()).doesNotContain("preconditions-never-met");
    }

    @Test
    void whereTheOtherSideWantsNoReservationNothingIsWaitedFor() {
        progresses(NOTHING_YET, described("a=ptime:20\n"));
        givesUp(20);

        assertThat(trace.found()).doesNotContain("preconditions-never-met");
    }

    @Test
    void whoGivesUpAtOnceTellsNothing() {
        progresses(NOTHING_YET, NOTHING_YET);
        givesUp(2);

        assertThat(trace.found()).doesNotContain("preconditions-never-met");
    }

    /** Then it is the callee that is not there yet. */
    @Test
    void aCallerThatHasItsBearerFromTheStartOwesNothing() {
        progresses(
                described("a=curr:qos local sendrecv\na=curr:qos remote none\n" + MANDATORY),
                described("a=curr:qos local none\na=curr:qos remote sendrecv\n" + MANDATORY));
        givesUp(20);

        assertThat(trace.found()).doesNotContain("preconditions-never-met");
    }

    @Test
    void aProgressThatNobodyConfirmsMayNotHaveArrived() {
        trace.from("phone").to("network").sdp(NOTHING_YET).request("INVITE");
        trace.after(0.2)
                .from("network")
                .to("phone")
                .header("RSeq: 1")
                .sdp(NOTHING_YET)
                .responds(183);
        givesUp(20);

        assertThat(trace.found()).doesNotContain("preconditions-never-met");
    }

    @Test
    void whoIsBusyWaitsForNothing() {
        progresses(NOTHING_YET, NOTHING_YET);
        trace.after(6).from("network").to("phone").responds(486);

        assertThat(trace.found()).doesNotContain("preconditions-never-met");
    }
}
