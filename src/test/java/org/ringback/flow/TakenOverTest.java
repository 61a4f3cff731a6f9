package org.ringback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** Streams that go on in the next call. */
class TakenOverTest {

    private final Trace trace = new Trace().host("alice", "198.51.100.1", 5060).host("bob", "198.51.100.2", 5060);

    private static String at(String host, int port) {
        return "v=0\no=- 1 1 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=audio " + port + " RTP/AVP 0";
    }

    private void answered(String id, int calleePort) {
        trace.call(id, "alice", "bob");
        trace.from("alice").to("bob").sdp(at("198.51.100.1", 4000)).request("INVITE");
        trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(at("198.51.100.2", calleePort))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private CallMedia media(int call) {
        return new MediaIndex(trace.examined().surroundings().media())
                .of(trace.calls().get(call));
    }

    private void talksAndIsCalledAgain(int packets, int calleePort) {
        answered("one", 6000);
        trace.media("alice", 4000).to("bob", 6000).packets(packets);
        trace.after(10);
        answered("two", calleePort);
    }

    @Test
    void aStreamThatGoesOnBetweenThePortsOfALaterCallIsTakenOver() {
        talksAndIsCalledAgain(1000, 6000);

        assertThat(media(0).takenOver()).isEmpty();
        assertThat(media(1).streams()).isEmpty();
        assertThat(media(1).takenOver()).containsExactly(media(0).streams().getFirst().stream());
    }

    @Test
    void aStreamThatStopsWithTheNextCallIsNot() {
        talksAndIsCalledAgain(500, 6000);

        assertThat(media(1).takenOver()).isEmpty();
    }

    @Test
    void aStreamToAPortThatOnlyTheFirstCallHasIsNot() {
        talksAndIsCalledAgain(1000, 6100);

        assertThat(media(1).takenOver()).isEmpty();
    }
}
