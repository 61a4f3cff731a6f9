package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionReset;
import org.ringback.network.SegmentUnacknowledged;
import org.ringback.network.TlsAlert;

/** Connections that end before the answer. */
class ConnectionLostTest {

    private final Trace trace = Trace.ofSignaling().over(Transport.TCP);

    private Sighting from(String sender, String receiver) {
        return trace.packet(trace.address(sender), trace.address(receiver), Sighting.Kind.TCP);
    }

    private void reset(String sender, String receiver) {
        trace.seen(new ConnectionReset(from(sender, receiver)));
    }

    @Test
    void aServerThatResetsDoesNotAnswer() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.1);
        reset("proxy", "alice");
        trace.goesOn(40);

        Finding finding = trace.the("connection-reset");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("who", Value.of(trace.address("proxy")))
                .containsEntry("after", Trace.seconds(0.1));
        assertThat(finding.sightings()).extracting(Sighting::frame).containsExactly(2L);
        assertThat(trace.found()).doesNotContain("invite-unanswered-tcp");
    }

    private void sentAgain(String sender, String receiver) {
        trace.after(2);
        Sighting seen = from(sender, receiver);
        trace.seen(new SegmentUnacknowledged(seen, seen, 4, 1460));
        trace.goesOn(40);
    }

    @Test
    void aRequestThatTcpDoesNotGetThrough() {
        trace.from("alice").to("proxy").request("INVITE");
        sentAgain("alice", "proxy");

        Finding finding = trace.the("tcp-not-acknowledged");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("repeats", Value.of(4)).containsEntry("size", Value.of(1460));
        assertThat(trace.found()).doesNotContain("invite-unanswered-tcp");
    }

    @Test
    void whoRespondsGotIt() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        sentAgain("alice", "proxy");

        assertThat(trace.found()).doesNotContain("tcp-not-acknowledged");
    }

    @Test
    void whatTheServerSendsAgainIsAnotherMatter() {
        trace.from("alice").to("proxy").request("INVITE");
        sentAgain("proxy", "alice");

        assertThat(trace.found()).doesNotContain("tcp-not-acknowledged").contains("invite-unanswered-tcp");
    }

    @Test
    void aResetAfterACompleteCallMeansNothing() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").refuses(486);
        reset("proxy", "alice");

        assertThat(trace.found()).doesNotContain("connection-reset");
    }

    @Test
    void aResetOfAnotherConnectionMeansNothing() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.seen(new ConnectionReset(trace.packet(
                trace.address("proxy"), new Endpoint(trace.address("alice").host(), 41_000), Sighting.Kind.TCP)));
        trace.goesOn(40);

        assertThat(trace.found()).doesNotContain("connection-reset").contains("request-without-response");
    }

    @Test
    void aResetLongAfterEverybodyHasGivenUpIsNotTheReason() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(48);
        reset("proxy", "alice");

        assertThat(trace.found()).contains("invite-unanswered-tcp").doesNotContain("connection-reset");
    }

    @Test
    void whoRingsAndThenResetsHadTakenIt() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(180);
        trace.after(1);
        reset("proxy", "alice");
        trace.goesOn(40);

        assertThat(trace.the("connection-reset").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aServerThatClosesDoesNotAnswer() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.seen(new ConnectionClosed(from("proxy", "alice"))).goesOn(40);

        assertThat(trace.the("connection-closed-early").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(trace.found()).doesNotContain("request-without-response");
    }

    @Test
    void aClientThatClosesGaveUp() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.seen(new ConnectionClosed(from("alice", "proxy"))).goesOn(40);

        assertThat(trace.found()).doesNotContain("connection-closed-early");
    }

    @Test
    void aPortForTlsAnswersWithAnAlert() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.seen(new TlsAlert(from("proxy", "alice"), 2, 70, Optional.empty()))
                .seen(new ConnectionClosed(from("proxy", "alice")))
                .goesOn(40);

        Finding finding = trace.the("plain-to-tls-port");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values()).containsEntry("alert", Value.of("protocol_version"));
        assertThat(trace.found()).doesNotContain("connection-closed-early");
    }

    @Test
    void whatHappensToAConnectionSaysNothingOfADatagram() {
        trace.over(Transport.UDP).from("alice").to("proxy").request("REGISTER");
        reset("proxy", "alice");

        assertThat(trace.found()).doesNotContain("connection-reset");
    }

    @Test
    void aCallThatGoesOnWasAnsweredAlthoughTheCaptureMissedIt() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(3).from("alice").to("proxy").toTag("b").inside("ACK");
        trace.after(5);
        reset("proxy", "alice");

        assertThat(trace.found()).doesNotContain("connection-reset");
    }
}
