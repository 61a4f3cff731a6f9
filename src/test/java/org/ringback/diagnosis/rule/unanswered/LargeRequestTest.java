package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Requests that are too large for one packet and get lost while small ones arrive. */
class LargeRequestTest {

    @Test
    void aLargeRequestIsLostWhileASmallOneIsAnswered() {
        var trace = challenged();
        large(trace, 4);

        var finding = trace.the("too-large-for-udp");

        assertThat(Trace.frames(finding)).containsExactly(4L, 1L);
        assertThat(finding.values()).containsEntry("server", Value.of(trace.address("proxy")));
    }

    @Test
    void aLargeRequestThatIsAnsweredOrGoesOverTcpIsFine() {
        var answered = challenged();
        large(answered, 4);
        answered.from("proxy").to("alice").cseq(2).responds(180);
        assertThat(answered.found()).doesNotContain("too-large-for-udp");

        var stream = challenged().over(Transport.TCP);
        large(stream, 4);
        assertThat(stream.found()).doesNotContain("too-large-for-udp");
    }

    @Test
    void exactly1300BytesMayGoOverUdp() {
        int smallest = sized(0);

        assertThat(sized(1300 - smallest)).isEqualTo(1300);
        assertThat(lostWith(1300 - smallest).found()).doesNotContain("too-large-for-udp");
        assertThat(lostWith(1301 - smallest).found()).contains("too-large-for-udp");
    }

    private static Trace lostWith(int filler) {
        var trace = challenged();
        large(trace, 4, filler);
        return trace;
    }

    /** How many bytes the request has. */
    private static int sized(int filler) {
        return (int) lostWith(filler)
                .calls()
                .getFirst()
                .messages()
                .getLast()
                .captured()
                .bytes()
                .byteSize();
    }

    @Test
    void theSmallRequestOfAnotherClientProvesNothing() {
        var trace = Trace.ofSignaling();
        trace.from("bob").to("proxy").cseq(1).byCallee().request("OPTIONS");
        trace.from("proxy").to("bob").cseq(1).responds(200, "OPTIONS");
        large(trace, 4);

        assertThat(trace.found()).doesNotContain("too-large-for-udp");
    }

    @Test
    void aSmallRequestOfAnotherCallProvesItToo() {
        var trace = Trace.ofSignaling();
        trace.call("options", "alice", "proxy").from("alice").to("proxy").request("OPTIONS");
        trace.from("proxy").to("alice").responds(200, "OPTIONS");
        trace.call("call-1", "alice", "bob");
        large(trace, 4);

        assertThat(Trace.ids(trace.findings("call-1"))).contains("too-large-for-udp");
    }

    @Test
    void aServerThatIsDeadForSmallRequestsOfAnotherCallProvesNothing() {
        var trace = Trace.ofSignaling();
        trace.call("options", "alice", "proxy").from("alice").to("proxy").request("OPTIONS");
        trace.call("call-1", "alice", "bob");
        large(trace, 4);

        assertThat(Trace.ids(trace.findings("call-1")))
                .doesNotContain("too-large-for-udp", "perhaps-too-large-for-udp");
    }

    @Test
    void whereNothingSmallWasSentItMayBeTheSize() {
        var trace = Trace.ofSignaling();
        large(trace, 5);

        assertThat(trace.the("perhaps-too-large-for-udp").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aServerThatAnswersNothingAtAllIsNotTooSmall() {
        var trace = Trace.ofSignaling();
        large(trace, 5);

        assertThat(trace.found()).doesNotContain("too-large-for-udp");
    }

    private static Trace challenged() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Proxy-Authenticate: Digest realm=\"r\", nonce=\"n\"")
                .responds(407);
        return trace.from("alice").to("proxy").acknowledges();
    }

    private static void large(Trace trace, int times) {
        large(trace, times, 1300);
    }

    private static void large(Trace trace, int times, int filler) {
        for (int i = 0; i < times; i++) {
            trace.after(i)
                    .from("alice")
                    .to("proxy")
                    .cseq(2)
                    .header("Proxy-Authorization: Digest username=\"alice\", realm=\"r\", nonce=\"n\"")
                    .header("X-Filler: " + "x".repeat(filler))
                    .request("INVITE");
        }
    }
}
