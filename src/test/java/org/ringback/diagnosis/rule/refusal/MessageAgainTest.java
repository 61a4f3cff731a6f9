package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

class MessageAgainTest {

    private final Trace trace = Trace.ofSignaling();

    private void writes(String callId, String text, int status) {
        trace.call(callId, "alice", "bob");
        trace.after(20).from("alice").to("bob").body("text/plain", text).request("MESSAGE");
        if (status > 0) {
            trace.from("bob").to("alice").responds(status, "MESSAGE");
        }
    }

    private void writesInVain(String callId, String text) {
        writes(callId, text, 0);
        for (int i = 0; i < 10; i++) {
            trace.after(i < 3 ? 0.5 * (1 << i) : 4);
            trace.from("alice").to("bob").body("text/plain", text).request("MESSAGE");
        }
    }

    private boolean failed() {
        return trace.examined().diagnosed(trace.calls().getFirst()).failed();
    }

    @Test
    void aTextThatWasRefusedAndTakenLater() {
        writes("first", "On my way", 480);
        writes("second", "On my way", 202);

        assertThat(Trace.ids(trace.findings("first"))).containsExactly("message-refused-then-accepted");
        assertThat(trace.findings("first").getFirst().values()).containsEntry("later", Trace.seconds(20));
        assertThat(failed()).isFalse();
    }

    @Test
    void aTextThatGotNoResponseAndWasTakenLater() {
        writesInVain("first", "On my way");
        writes("second", "On my way", 200);

        assertThat(Trace.ids(trace.findings("first"))).containsExactly("message-unanswered-then-accepted");
        assertThat(failed()).isFalse();
    }

    @Test
    void anotherTextIsNoSecondTry() {
        writes("first", "On my way", 480);
        writes("second", "Where are you?", 200);

        assertThat(Trace.ids(trace.findings("first"))).contains("message-receiver-not-there");
        assertThat(failed()).isTrue();
    }

    @Test
    void aSecondTryThatFailsTooIsLost() {
        writesInVain("first", "On my way");
        writes("second", "On my way", 480);

        assertThat(Trace.ids(trace.findings("first"))).contains("message-unanswered");
    }

    @Test
    void whatWasTakenBeforeIsNotLater() {
        writes("first", "On my way", 200);
        writes("second", "On my way", 480);

        assertThat(Trace.ids(trace.findings("second"))).contains("message-receiver-not-there");
    }

    @Test
    void aLoginOnTheWayIsNoRefusal() {
        writes("first", "On my way", 407);
        trace.after(0.1)
                .from("alice")
                .to("bob")
                .cseq(2)
                .body("text/plain", "On my way")
                .request("MESSAGE");
        trace.from("bob").to("alice").cseq(2).responds(200, "MESSAGE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theSameShortTextMuchLaterIsAnotherOne() {
        writes("first", "ok", 480);
        trace.after(3600);
        trace.from("alice").to("bob").cseq(2).body("text/plain", "ok").request("MESSAGE");
        trace.from("bob").to("alice").cseq(2).responds(200, "MESSAGE");

        assertThat(Trace.ids(trace.findings("first"))).doesNotContain("message-refused-then-accepted");
    }

    @Test
    void thatSomebodyTypesIsSaidAgainAndAgain() {
        for (int status : new int[] {480, 200}) {
            trace.call("call" + status, "alice", "bob");
            trace.after(20)
                    .from("alice")
                    .to("bob")
                    .body("application/im-iscomposing+xml", "<isComposing/>")
                    .request("MESSAGE");
            trace.from("bob").to("alice").responds(status, "MESSAGE");
        }

        assertThat(Trace.ids(trace.findings("call480"))).doesNotContain("message-refused-then-accepted");
    }

    @Test
    void aSensorThatSaysTheSameEachTimeDoesNotRepeatWhatWasRefused() {
        writes("first", "status=ok", 200);
        writes("second", "status=ok", 480);
        writes("third", "status=ok", 200);

        assertThat(Trace.ids(trace.findings("second"))).doesNotContain("message-refused-then-accepted");
    }
}
