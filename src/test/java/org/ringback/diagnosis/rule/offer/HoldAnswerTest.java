package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class HoldAnswerTest {

    private static final String ALICE = audio("198.51.100.1", 4000, "8");
    private static final String BOB = audio("198.51.100.2", 5000, "8");

    private final Trace trace = new Trace();

    private void holds(String offered, String answered) {
        trace.talks(ALICE, BOB);
        trace.after(10)
                .changes(
                        2,
                        audio("198.51.100.1", 4000, "8", "a=" + offered),
                        audio("198.51.100.2", 5000, "8", "a=" + answered));
    }

    private void hangsUp(double seconds) {
        trace.after(seconds).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");
    }

    @ParameterizedTest
    @CsvSource({"sendonly, sendrecv", "sendonly, sendonly", "inactive, recvonly", "inactive, sendrecv"})
    void whoeverHoldsHangsUpForTheAnswer(String offered, String answered) {
        holds(offered, answered);
        hangsUp(0.06);

        var finding = trace.the("hold-answer-ended");
        assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 7L);
        assertThat(finding.values())
                .containsEntry("answerDirection", Value.of("a=" + answered))
                .containsEntry("after", Trace.seconds(0.06));
    }

    @ParameterizedTest
    @CsvSource({"sendonly, recvonly", "sendonly, inactive", "inactive, inactive", "sendrecv, sendonly"})
    void anAnswerThatFits(String offered, String answered) {
        holds(offered, answered);
        hangsUp(0.06);

        assertThat(trace.found()).doesNotContain("hold-answer-ended");
    }

    @Test
    void nobodyMindsTheAnswer() {
        holds("sendonly", "sendrecv");
        hangsUp(20);

        assertThat(trace.found()).doesNotContain("hold-answer-ended");
    }

    @Test
    void theOtherSideHangsUp() {
        holds("sendonly", "sendrecv");
        trace.after(0.06).from("bob").to("alice").byCallee().cseq(3).inside("BYE");
        trace.from("alice").to("bob").cseq(3).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("hold-answer-ended");
    }

    @Test
    void whoeverOnlyListensHoldsNobody() {
        holds("recvonly", "sendrecv");
        hangsUp(0.06);

        assertThat(trace.found()).doesNotContain("hold-answer-ended");
    }

    @Test
    void theSameAnswerDidNoHarmBefore() {
        holds("sendonly", "sendrecv");
        trace.after(60)
                .changes(
                        3,
                        audio("198.51.100.1", 4000, "8", "a=sendonly"),
                        audio("198.51.100.2", 5000, "8", "a=sendrecv"));
        trace.after(0.4).from("alice").to("bob").cseq(4).inside("BYE");
        trace.from("bob").to("alice").cseq(4).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("hold-answer-ended");
    }

    @Test
    void whoeverIsTransferredInTheOtherCallIsLetGo() {
        trace.call("other", "alice", "carol").talks(ALICE, audio("198.51.100.3", 5000, "8"));
        trace.after(5).call("call-1", "alice", "bob");
        holds("sendonly", "sendrecv");
        trace.call("other", "alice", "carol")
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Refer-To: <sip:bob@example.com?Replaces=call-1>")
                .inside("REFER");
        trace.from("bob").to("alice").cseq(2).responds(202, "REFER");
        trace.call("call-1", "alice", "bob");
        hangsUp(0.5);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("hold-answer-ended");
    }

    @Test
    void aCallThatAnotherOneReplacesEnds() {
        holds("sendonly", "sendrecv");
        trace.after(0.2).call("new", "carol", "alice");
        trace.from("carol")
                .to("alice")
                .header("Replaces: call-1;to-tag=bob-tag;from-tag=alice-tag")
                .request("INVITE");
        trace.from("alice").to("carol").answers();
        trace.call("call-1", "alice", "bob");
        hangsUp(0.06);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("hold-answer-ended");
    }
}
