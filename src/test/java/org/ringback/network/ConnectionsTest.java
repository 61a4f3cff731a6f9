package org.ringback.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.network.Wire.ACK;
import static org.ringback.network.Wire.FIN;
import static org.ringback.network.Wire.RST;
import static org.ringback.network.Wire.SYN;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;

/** How TCP connections begin and end. */
class ConnectionsTest {

    private static final byte[] TEXT = "OPTIONS sip:x SIP/2.0\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static Wire opened() {
        return new Wire().client(SYN, 9, 0).server(SYN | ACK, 99, 10).client(ACK, 10, 100);
    }

    @Test
    void aClosedPortRefuses() {
        ConnectionRefused refused =
                Seen.all(Seen.in("tcp-refused.pcap"), ConnectionRefused.class).getFirst();

        assertThat(refused.to()).isEqualTo(new Endpoint("127.0.0.1", 5060));
        assertThat(refused.opening().frame()).isEqualTo(1);
        assertThat(refused.seen().frame()).isEqualTo(2);
        assertThat(refused.seen().source()).isEqualTo(refused.to());
    }

    @Test
    void nobodyAnswers() {
        SynUnanswered unanswered = Seen.the(Seen.in("tcp-unanswered.pcap"), SynUnanswered.class);

        assertThat(unanswered.to()).isEqualTo(new Endpoint("192.0.2.9", 5060));
        assertThat(unanswered.tries()).isEqualTo(4);
        assertThat(unanswered.opening().frame()).isEqualTo(1);
        assertThat(unanswered.seen().frame()).isEqualTo(4);
    }

    @Test
    void whoResetsIsKnown() {
        ConnectionReset reset = Seen.the(Seen.in("tcp-reset.pcap"), ConnectionReset.class);

        assertThat(reset.seen().frame()).isEqualTo(6);
        assertThat(reset.from().port()).isEqualTo(5060);
    }

    @Test
    void whoClosesFirstIsKnown() {
        ConnectionClosed closed = Seen.the(Seen.in("tcp-closed.pcap"), ConnectionClosed.class);

        assertThat(closed.seen().frame()).isEqualTo(6);
        assertThat(closed.from().port()).isEqualTo(5060);
    }

    @Test
    void aConnectionThatIsOpenShowsNothing() {
        assertThat(opened().client(ACK, 10, 100, TEXT)
                        .server(ACK, 100, 33, TEXT)
                        .events()
                        .all())
                .isEmpty();
    }

    @Test
    void aResetAfterTheEndMeansNothing() {
        NetworkEvents events = opened().client(FIN | ACK, 10, 100)
                .server(ACK, 100, 11)
                .server(RST, 100, 11)
                .events();

        assertThat(Seen.all(events, ConnectionReset.class)).isEmpty();
        assertThat(Seen.all(events, ConnectionClosed.class)).hasSize(1);
    }

    @Test
    void whoeverWasAcknowledgedWasAnswered() {
        // Only what the client sent was captured.
        assertThat(new Wire().client(SYN, 9, 0).client(ACK, 10, 100).events().all())
                .isEmpty();
    }

    @Test
    void theSamePortsMayBeOpenedAgain() {
        NetworkEvents events = new Wire()
                .client(SYN, 9, 0)
                .server(RST | ACK, 0, 10)
                .later(1)
                .client(SYN, 900, 0)
                .server(RST | ACK, 0, 901)
                .events();

        assertThat(Seen.all(events, ConnectionRefused.class))
                .extracting(refused -> refused.opening().frame())
                .containsExactly(1L, 3L);
    }

    @Test
    void whoTakesBackTheQuestionWasNotRefused() {
        assertThat(new Wire().client(SYN, 9, 0).client(RST, 10, 0).events().all())
                .isEmpty();
    }

    @Test
    void anOldQuestionIsToldWhileTheFileIsRead() {
        Wire wire = new Wire().client(SYN, 9, 0).later(200).tcp(5, 40_000, 6, 80, SYN, 1, 0);

        assertThat(Seen.the(wire.witness.events(), SynUnanswered.class).tries()).isEqualTo(1);
    }

    @Test
    void aSynThatIsCapturedTwiceIsOneTry() {
        Wire wire = new Wire()
                .client(SYN, 9, 0)
                .atOnce()
                .client(SYN, 9, 0)
                .later(3)
                .client(SYN, 9, 0)
                .atOnce()
                .client(SYN, 9, 0);

        assertThat(Seen.the(wire.events(), SynUnanswered.class).tries()).isEqualTo(2);
    }
}
