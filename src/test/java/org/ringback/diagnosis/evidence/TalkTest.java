package org.ringback.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.CallMedia;
import org.ringback.flow.Side;

/** How long who was to hear whom, and what came. */
class TalkTest {

    private final Trace trace = new Trace();

    private static String sound(String host, String direction) {
        return "v=0\no=- 1 1 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=audio 4000 RTP/AVP 0\na="
                + direction;
    }

    private void agree(int cseq, String offered, String answered) {
        var request = trace.from("alice").to("bob").cseq(cseq).sdp(sound("198.51.100.1", offered));
        if (cseq == 1) {
            request.request("INVITE");
        } else {
            request.inside("INVITE");
        }
        trace.from("bob")
                .to("alice")
                .cseq(cseq)
                .sdp(sound("198.51.100.2", answered))
                .responds(200);
        trace.from("alice").to("bob").cseq(cseq).inside("ACK");
    }

    private void bye() {
        trace.from("alice").to("bob").cseq(9).inside("BYE");
    }

    private Optional<Talk> talk() {
        return Talk.of(new Case(trace.calls().getFirst(), trace.examined().circumstances()));
    }

    @Test
    void withoutMediaThereIsNoTalkToLookAt() {
        agree(1, "sendrecv", "sendrecv");
        var examined = new Case(trace.calls().getFirst(), trace.examined().circumstances());

        assertThat(Talk.of(examined)).isEmpty();
        assertThat(examined.media().captured()).isEqualTo(CallMedia.Captured.NOTHING);
        assertThat(examined.media().announced()).isEmpty();
    }

    @Test
    void holdIsNoTimeInWhichSomebodyIsToBeHeard() {
        agree(1, "sendrecv", "sendrecv");
        trace.media("alice", 4000).to("bob", 4000).packets(100);
        trace.after(10);
        agree(2, "sendonly", "recvonly");
        trace.after(20);
        agree(3, "sendrecv", "sendrecv");
        trace.after(5);
        bye();
        Talk talk = talk().orElseThrow();

        assertThat(talk.toHear(Side.CALLER)).isEqualTo(15_000_000);
        assertThat(talk.toHear(Side.CALLEE)).isEqualTo(35_000_000);
        assertThat(talk.toHearAtEnd(Side.CALLER)).isEqualTo(5_000_000);
        assertThat(talk.toHearAtEnd(Side.CALLEE)).isEqualTo(35_000_000);
        assertThat(talk.alwaysBothWays()).isFalse();
        assertThat(talk.moved()).isFalse();
        assertThat(talk.packetsTo(Side.CALLEE)).isEqualTo(100);
        assertThat(talk.packetsTo(Side.CALLER)).isZero();
    }

    @Test
    void aStreamWithoutATimeTellsNothing() {
        agree(1, "sendrecv", "sendrecv");
        trace.media("alice", 4000).to("bob", 4000).packets(100);
        assertThat(talk()).isPresent();

        trace.media("bob", 4000).to("alice", 4000).timeless().packets(1);
        assertThat(talk()).isEmpty();
    }

    @Test
    void logsWithoutTimesTellNothing() {
        trace.untimed();
        agree(1, "sendrecv", "sendrecv");
        trace.media("alice", 4000).to("bob", 4000).packets(100);

        assertThat(talk()).isEmpty();
    }
}
