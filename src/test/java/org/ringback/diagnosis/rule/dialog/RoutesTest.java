package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.TraceStep;
import org.ringback.diagnosis.finding.Value;

/** Requests of a dialog that leave their route, or the address that the other side named. */
class RoutesTest {

    @Test
    void anAckAndAByeWithoutTheirRoute() {
        var trace = recorded();
        trace.from("alice").to("bob").uri("sip:bob@bob.example").inside("ACK");
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(2)
                .uri("sip:bob@bob.example")
                .inside("BYE");

        var finding = trace.the("route-missing");

        assertThat(Trace.frames(finding)).containsExactly(2L, 3L);
        assertThat(finding.values())
                .containsEntry("routes", Value.of(List.of("sip:p1.example;lr", "sip:p2.example;lr")))
                .containsEntry("sent", Value.of(trace.address("bob")));
    }

    @Test
    void requestsThatFollowTheirRoute() {
        var trace = recorded();
        route(trace.from("alice").to("proxy")).inside("ACK");
        route(trace.after(5).from("alice").to("proxy").cseq(2)).inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theLastProxyTakesItselfOutOfTheRoute() {
        var trace = Trace.ofSignaling();
        trace.from("proxy")
                .to("bob")
                .header("Via: SIP/2.0/UDP proxy;branch=z9hG4bK-p1")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-a1")
                .header("Record-Route: <sip:p1.example;lr>")
                .request("INVITE");
        trace.from("bob")
                .to("proxy")
                .header("Record-Route: <sip:p1.example;lr>")
                .header("Contact: <sip:bob@bob.example>")
                .responds(200);
        trace.from("proxy")
                .to("bob")
                .header("Via: SIP/2.0/UDP proxy;branch=z9hG4bK-p2")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-a2")
                .uri("sip:bob@bob.example")
                .inside("ACK");

        assertThat(trace.found()).doesNotContain("route-missing");
    }

    @Test
    void theCalleeForgetsItsRoute() {
        var trace = recordedAtCallee();
        trace.after(5).from("bob").to("proxy").byCallee().inside("BYE");
        assertThat(trace.the("route-missing").values()).containsEntry("routes", Value.of(List.of("sip:p1.example;lr")));

        var right = recordedAtCallee();
        right.after(5)
                .from("bob")
                .to("proxy")
                .byCallee()
                .header("Route: <sip:p1.example;lr>")
                .inside("BYE");
        assertThat(right.found()).doesNotContain("route-missing");
    }

    @Test
    void aStrictRouterIsOnlyWorthAWordIfSomethingFails() {
        var trace = strict();
        trace.after(5)
                .from("alice")
                .to("proxy")
                .cseq(2)
                .header("Route: <sip:p1.example>")
                .inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(404, "BYE");
        assertThat(trace.the("strict-route").values()).containsEntry("route", Value.of("sip:p1.example"));

        var healthy = strict();
        healthy.after(5)
                .from("alice")
                .to("proxy")
                .cseq(2)
                .header("Route: <sip:p1.example>")
                .inside("BYE");
        healthy.from("proxy").to("alice").cseq(2).responds(200, "BYE");
        assertThat(healthy.found()).isEmpty();
    }

    @Test
    void aByeToTheNumberDialedAndNotToTheContact() {
        var trace = contacted("sip:4711@gw7.example");
        trace.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .uri("sip:bob@example.com")
                .inside("BYE");
        trace.from("server").to("alice").cseq(2).responds(404, "BYE");

        var finding = trace.the("contact-ignored");

        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values())
                .containsEntry("contact", Value.of("sip:4711@gw7.example"))
                .containsEntry("used", Value.of("sip:bob@example.com"));
    }

    @Test
    void aByeToTheContactOrOneThatIsAcceptedIsFine() {
        var right = contacted("sip:4711@gw7.example");
        right.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .uri("sip:4711@gw7.example")
                .inside("BYE");
        right.from("server").to("alice").cseq(2).responds(481, "BYE");
        assertThat(right.found()).doesNotContain("contact-ignored");

        var accepted = contacted("sip:4711@gw7.example");
        accepted.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .uri("sip:bob@example.com")
                .inside("BYE");
        accepted.from("server").to("alice").cseq(2).responds(200, "BYE");
        assertThat(accepted.found()).isEmpty();
    }

    private static TraceStep route(TraceStep step) {
        return step.uri("sip:bob@bob.example").header("Route: <sip:p1.example;lr>, <sip:p2.example;lr>");
    }

    private static Trace recorded() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        return trace.from("proxy")
                .to("alice")
                .header("Record-Route: <sip:p2.example;lr>, <sip:p1.example;lr>")
                .header("Contact: <sip:bob@bob.example>")
                .responds(200);
    }

    private static Trace recordedAtCallee() {
        var trace = Trace.ofSignaling();
        trace.from("proxy")
                .to("bob")
                .header("Record-Route: <sip:p1.example;lr>")
                .request("INVITE");
        trace.from("bob")
                .to("proxy")
                .header("Record-Route: <sip:p1.example;lr>")
                .responds(200);
        return trace;
    }

    private static Trace strict() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Record-Route: <sip:p1.example>")
                .header("Contact: <sip:bob@example.com>")
                .responds(200);
        return trace.from("alice").to("proxy").header("Route: <sip:p1.example>").inside("ACK");
    }

    private static Trace contacted(String contact) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("server").request("INVITE");
        trace.from("server").to("alice").header("Contact: <" + contact + ">").responds(200);
        return trace.from("alice").to("server").uri(contact).inside("ACK");
    }
}
