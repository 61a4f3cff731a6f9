package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** The ACK to an answer with a private Contact, and the ACK that a proxy keeps. */
class AckAstrayTest {

    private final Trace trace = Trace.ofSignaling()
            .host("caller", "203.0.113.5", 5060)
            .host("phone", "203.0.113.99", 5060)
            .host("inner", "192.168.88.10", 5060);

    private void answered(String contact, String to) {
        trace.from("caller").to("phone").request("INVITE");
        trace.from("phone")
                .to("caller")
                .header("Contact: <sip:bob@" + contact + ":5060>")
                .responds(200);
        trace.after(0.01)
                .from("caller")
                .to(to)
                .uri("sip:bob@" + contact + ":5060")
                .inside("ACK");
    }

    private void repeats(int times) {
        for (int i = 1; i <= times; i++) {
            trace.after(i)
                    .from("phone")
                    .to("caller")
                    .header("Contact: <sip:bob@192.168.88.10:5060>")
                    .responds(200);
        }
        trace.goesOn(10);
    }

    @Test
    void theAckGoesToThePrivateContact() {
        answered("192.168.88.10", "inner");
        repeats(4);

        assertThat(trace.the("ack-to-private-contact").values())
                .containsEntry("contact", Value.of("192.168.88.10"))
                .containsEntry("repeats", Value.of(4));
        assertThat(trace.found()).doesNotContain("ack-not-arriving");
    }

    private void recorded(String route, int repeats) {
        trace.from("caller").to("phone").request("INVITE");
        for (int i = 0; i <= repeats; i++) {
            trace.after(i)
                    .from("phone")
                    .to("caller")
                    .header("Record-Route: <sip:" + route + ";lr>")
                    .header("Contact: <sip:bob@203.0.113.200>")
                    .responds(200);
            if (i == 0) {
                trace.after(0.01).from("caller").to("inner").inside("ACK");
            }
        }
        trace.goesOn(10);
    }

    @Test
    void theAckFollowsAPrivateRoute() {
        recorded("192.168.88.10", 4);

        assertThat(trace.the("ack-to-private-route").values())
                .containsEntry("route", Value.of("192.168.88.10"))
                .containsEntry("repeats", Value.of(4));
        assertThat(trace.found()).doesNotContain("ack-not-arriving", "ack-to-private-contact");
    }

    @Test
    void thePrivateRouteIsReached() {
        recorded("192.168.88.10", 0);

        assertThat(trace.found()).doesNotContain("ack-to-private-route");
    }

    @Test
    void nobodyRecordedWhereTheAckGoes() {
        recorded("203.0.113.99", 4);

        assertThat(trace.found()).isNotEmpty().doesNotContain("ack-to-private-route");
    }

    @Test
    void theAckArrives() {
        answered("192.168.88.10", "inner");
        trace.goesOn(40);

        assertThat(trace.found()).doesNotContain("ack-to-private-contact");
    }

    @Test
    void theAckGoesToWherePacketsComeFrom() {
        answered("192.168.88.10", "phone");
        repeats(4);

        assertThat(trace.found()).doesNotContain("ack-to-private-contact");
    }

    private void throughProxy(boolean passedOn) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(200);
        trace.from("proxy").to("alice").responds(200);
        trace.after(0.01).from("alice").to("proxy").inside("ACK");
        if (passedOn) {
            trace.from("proxy").to("bob").inside("ACK");
        }
    }

    @Test
    void aProxyThatKeepsTheAck() {
        throughProxy(false);
        for (int i = 1; i < 5; i++) {
            trace.after(i).from("bob").to("proxy").responds(200);
            trace.from("proxy").to("alice").responds(200);
        }

        assertThat(trace.found()).contains("ack-not-passed-on").doesNotContain("ack-not-arriving");
    }

    @Test
    void aProxyThatPassesTheAckOn() {
        throughProxy(true);
        for (int i = 1; i < 5; i++) {
            trace.after(i).from("bob").to("proxy").responds(200);
            trace.from("proxy").to("alice").responds(200);
        }

        assertThat(trace.found()).doesNotContain("ack-not-passed-on");
    }

    @Test
    void aProxyBehindWhichNothingIsRepeated() {
        throughProxy(false);
        trace.goesOn(40);

        assertThat(trace.found()).doesNotContain("ack-not-passed-on");
    }

    @Test
    void thePrivateRouteSpeaks() {
        recorded("192.168.88.10", 4);
        trace.from("inner").to("caller").byCallee().cseq(2).inside("BYE");
        trace.from("caller").to("inner").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("ack-to-private-route");
    }

    @Test
    void whatIsSentToThePrivateRouteIsAnswered() {
        recorded("192.168.88.10", 4);
        trace.from("caller").to("inner").cseq(2).inside("BYE");
        trace.from("inner").to("caller").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("ack-to-private-route");
    }
}
