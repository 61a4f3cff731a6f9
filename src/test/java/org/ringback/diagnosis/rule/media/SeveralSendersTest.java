package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Two who send to one port. */
class SeveralSendersTest {

    private static Trace talking() {
        Trace trace = answered();
        alice(trace).packets(600);
        bob(trace).packets(600);
        return trace;
    }

    @Test
    void twoAtTheSameTimeAreTold() {
        Trace trace = talking();
        trace.media("carol", 7000).to("alice", 4000).packets(600);
        bye(trace, 12);

        assertThat(found(trace)).containsExactly("two-senders");
        assertThat(trace.the("two-senders").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void oneAfterTheOtherIsWell() {
        Trace trace = answered();
        alice(trace).packets(600);
        bob(trace).packets(300);
        trace.after(6).media("carol", 7000).to("alice", 4000).packets(300);

        assertThat(found(bye(trace, 6))).isEmpty();
    }

    @Test
    void musicThatPlaysWhileTheOtherPausesIsWell() {
        Trace trace = answered();
        alice(trace).packets(1500);
        bob(trace).packets(500).pauses(10_000_000).packets(500);
        trace.after(10).media("carol", 7000).to("alice", 4000).packets(500);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void branchesThatPlayTonesUntilOneAnswersAreWell() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob").to("alice").sdp(SoundCall.BOB).responds(183);
        bob(trace).packets(500);
        trace.media("carol", 7000).to("alice", 4000).packets(240);
        trace.after(5).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).packets(250);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void oneWhoMovesKeepsHisSource() {
        Trace trace = answered();
        alice(trace).packets(600);
        bob(trace).ssrc(7).packets(600);
        trace.media("carol", 7000).to("alice", 4000).ssrc(7).packets(600);

        assertThat(found(bye(trace, 12))).isEmpty();
    }

    @Test
    void oneWhoSendsTwoStreamsAtOnceIsTold() {
        Trace trace = talking();
        bob(trace).ssrc(99).sequence(5).packets(600);
        bye(trace, 12);

        assertThat(found(trace)).containsExactly("two-streams-at-once");
        assertThat(trace.the("two-streams-at-once").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aNewSourceThatFollowsTheOldOneIsWell() {
        Trace trace = answered();
        alice(trace).packets(600);
        bob(trace).packets(303);
        trace.after(6);
        bob(trace).ssrc(99).packets(300);

        assertThat(found(bye(trace, 6))).isEmpty();
    }

    @Test
    void keysMayHaveASourceOfTheirOwn() {
        Trace trace = talking();
        bob(trace).ssrc(99).type(101).size(4).packets(600);

        assertThat(found(bye(trace, 12))).doesNotContain("two-streams-at-once");
    }

    @Test
    void musicOfTheSameServerWhileSpeechPausesIsWell() {
        Trace trace = answered();
        alice(trace).packets(1500);
        bob(trace).packets(500).pauses(10_000_000).packets(500);
        trace.after(10);
        bob(trace).ssrc(99).packets(500);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void linesThatMayShareAPortHaveAStreamEach() {
        Trace bundle = answered(SoundCall.ALICE + "a=mid:0\n", SoundCall.BOB);
        alice(bundle).packets(600);
        bob(bundle).packets(600);
        bob(bundle).ssrc(99).packets(600);

        assertThat(found(bye(bundle, 12))).doesNotContain("two-streams-at-once");
    }
}
