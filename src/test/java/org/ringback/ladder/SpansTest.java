package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** Timers are found where they explain a gap, and nowhere else. */
class SpansTest {

    private static final double[] BACK_OFF = {0.5, 1, 2, 4, 8, 16};

    private static Ladder ladder(Trace trace, boolean folded) {
        return new CallFlow(trace.calls()).ladder(Arrangement.by(Grouping.ADDRESS, folded));
    }

    private static List<Span> spans(Trace trace) {
        return ladder(trace, false).spans();
    }

    private static Span the(SpanKind kind, Trace trace) {
        return spans(trace).stream()
                .filter(span -> span.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " but " + spans(trace)));
    }

    private static Trace answered() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        return trace.after(0.1).from("bob").to("alice").responds(200);
    }

    @Test
    void anInviteThatNobodyAnswersRunsIntoTimerB() {
        Span span = the(SpanKind.TIMER_B, Calls.silence());
        assertThat(span.ranOut()).isTrue();
        assertThat(span.from()).isZero();
        assertThat(span.to()).isEqualTo(6);
        assertThat(span.repeats()).isEqualTo(6);
        assertThat(span.limit()).contains(Duration.ofSeconds(32));
        assertThat(span.lasted()).contains(Duration.ofMillis(31_500));
        assertThat(span.alarming()).isTrue();
    }

    @Test
    void timerBStillRunsWhileFewRepetitionsWereSeen() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.5).from("alice").to("bob").request("INVITE");
        assertThat(the(SpanKind.TIMER_B, trace).ranOut()).isFalse();
    }

    @Test
    void aRequestThatWasJustSentExplainsNothing() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        assertThat(spans(trace)).isEmpty();
    }

    @Test
    void anotherRequestRunsIntoTimerF() {
        var trace = answered();
        trace.from("alice").to("bob").inside("ACK");
        trace.after(10).from("alice").to("bob").cseq(2).inside("BYE");
        trace.after(32).from("bob").to("alice").byCallee().cseq(9).inside("INFO");
        Span span = the(SpanKind.TIMER_F, trace);
        assertThat(span.ranOut()).isTrue();
        assertThat(span.from()).isEqualTo(3);
    }

    @Test
    void repetitionsUntilAResponseAreABackOff() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.5).from("alice").to("bob").request("INVITE");
        trace.after(1).from("alice").to("bob").request("INVITE");
        trace.after(0.2).from("bob").to("alice").responds(486);
        Span span = the(SpanKind.BACK_OFF, trace);
        assertThat(span.repeats()).isEqualTo(2);
        assertThat(span.lasted()).contains(Duration.ofMillis(1500));
        assertThat(spans(trace)).noneMatch(other -> other.kind() == SpanKind.TIMER_B);
        assertThat(ladder(trace, true).spans())
                .as("said by the folded row itself")
                .isEmpty();
    }

    @Test
    void anAnswerThatNobodyAcknowledgesIsGivenUp() {
        var trace = answered();
        for (double gap : BACK_OFF) {
            trace.after(gap).from("bob").to("alice").responds(200);
        }
        Span span = the(SpanKind.MISSING_ACK, trace);
        assertThat(span.ranOut()).isTrue();
        assertThat(span.limit()).contains(Duration.ofSeconds(32));
    }

    @Test
    void anAnswerThatIsAcknowledgedIsNot() {
        var trace = answered();
        trace.after(0.5).from("bob").to("alice").responds(200);
        trace.after(0.1).from("alice").to("bob").inside("ACK");
        assertThat(spans(trace)).extracting(Span::kind).containsExactly(SpanKind.BACK_OFF);
    }

    private static Trace withSessionTimer(double until) {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.1)
                .from("bob")
                .to("alice")
                .header("Session-Expires: 90;refresher=uac")
                .responds(200);
        return trace.after(until);
    }

    @Test
    void aSessionLivesUntilItsRefresh() {
        var trace = withSessionTimer(45);
        trace.from("alice").to("bob").cseq(2).inside("UPDATE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("Session-Expires: 90;refresher=uac")
                .responds(200, "UPDATE");
        Span span = the(SpanKind.SESSION_EXPIRES, trace);
        assertThat(span.limit()).contains(Duration.ofSeconds(90));
        assertThat(span.lasted()).contains(Duration.ofSeconds(45));
        assertThat(span.ranOut()).isFalse();
    }

    @Test
    void aByeShortBeforeTheSessionExpiresIsExplainedByIt() {
        var trace = withSessionTimer(62);
        trace.from("bob").to("alice").byCallee().cseq(1).inside("BYE");
        assertThat(the(SpanKind.SESSION_EXPIRES, trace).to()).isEqualTo(2);
    }

    @Test
    void aByeLongBeforeHasOtherReasons() {
        var trace = withSessionTimer(20);
        trace.from("bob").to("alice").byCallee().cseq(1).inside("BYE");
        assertThat(spans(trace)).isEmpty();
    }

    @Test
    void aSessionThatNobodyRefreshesExpires() {
        var trace = withSessionTimer(100);
        trace.from("alice").to("bob").cseq(2).inside("INFO");
        Span span = the(SpanKind.SESSION_EXPIRES, trace);
        assertThat(span.ranOut()).isTrue();
        assertThat(span.alarming()).isTrue();
    }

    private static Trace refusedFor(int seconds, double comesBackAfter) {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob")
                .to("alice")
                .header("Retry-After: " + seconds + " (busy);duration=9")
                .responds(503);
        trace.from("alice").to("bob").acknowledges();
        return trace.after(comesBackAfter).from("alice").to("bob").cseq(2).request("INVITE");
    }

    @Test
    void whoComesBackInTimeHasKeptRetryAfter() {
        Span span = the(SpanKind.RETRY_AFTER, refusedFor(5, 6));
        assertThat(span.limit()).contains(Duration.ofSeconds(5));
        assertThat(span.lasted()).contains(Duration.ofSeconds(6));
        assertThat(span.alarming()).isFalse();
        assertThat(span.to()).isEqualTo(3);
    }

    @Test
    void whoComesBackTooEarlyHasNot() {
        assertThat(the(SpanKind.RETRY_AFTER, refusedFor(5, 1)).alarming()).isTrue();
    }

    @Test
    void whoDoesNotComeBackLeavesItOpen() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("Retry-After: 5").responds(503);
        Span span = the(SpanKind.RETRY_AFTER, trace);
        assertThat(span.lasted()).isEmpty();
        assertThat(span.alarming()).isFalse();
    }

    @Test
    void ringingLastsUntilTheAnswer() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.1).from("bob").to("alice").responds(180);
        trace.after(4).from("bob").to("alice").responds(200);
        Span span = the(SpanKind.RINGING, trace);
        assertThat(span.lasted()).contains(Duration.ofSeconds(4));
        assertThat(span.from()).isEqualTo(1);
        assertThat(span.to()).isEqualTo(2);
    }

    @Test
    void ringingEndsWithACancelThatComesFirst() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.1).from("bob").to("alice").responds(180);
        trace.after(4).from("alice").to("bob").request("CANCEL");
        trace.after(1).from("bob").to("alice").responds(487);
        assertThat(the(SpanKind.RINGING, trace).to()).isEqualTo(2);
    }

    @Test
    void withoutAClockSpansLastNobodyKnowsHowLong() {
        var trace = new Trace().untimed();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        Span span = the(SpanKind.BACK_OFF, trace);
        assertThat(span.lasted()).isEqualTo(Optional.empty());
        assertThat(span.repeats()).isEqualTo(1);
    }

    @Test
    void spansThatOverlapStandSideBySide() {
        Ladder ladder = ladder(Calls.forked(), false);
        assertThat(ladder.spans()).isNotEmpty();
        for (Span one : ladder.spans()) {
            for (Span other : ladder.spans()) {
                boolean sameLane = !one.equals(other) && one.lane() == other.lane();
                boolean overlap = one.from() <= other.to() && other.from() <= one.to();
                assertThat(sameLane && overlap).as("%s beside %s", one, other).isFalse();
            }
        }
        assertThat(ladder.lanes()).isBetween(1, Span.MOST_LANES);
    }
}
