package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RefusedSourceTest {

    private final Trace trace = Trace.ofSignaling()
            .host("registers", "192.0.2.30", 5060)
            .host("calls", "192.0.2.30", 40123)
            .host("server", "203.0.113.88", 5060);

    private void registered() {
        trace.call("reg-1", "alice", "alice")
                .from("registers")
                .to("server")
                .header("Contact: <sip:alice@192.0.2.30>")
                .request("REGISTER");
        trace.from("server").to("registers").responds(200, "REGISTER");
    }

    private void refused(String from, int status, String uri, String contact) {
        trace.after(5).call("call-1", "alice", "bob");
        trace.from(from)
                .to("server")
                .uri(uri)
                .header("Contact: <" + contact + ">")
                .request("INVITE");
        trace.from("server").to(from).responds(status);
        trace.from(from).to("server").acknowledges();
    }

    private List<String> found() {
        return Trace.ids(trace.findings("call-1"));
    }

    @Test
    void theCallComesFromAnotherPort() {
        registered();
        refused("calls", 403, "sip:bob@example.com", "sip:alice@192.0.2.30:40123");

        assertThat(found()).containsExactly("call-from-other-flow");
        var finding = trace.findings("call-1").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(4L, 3L, 1L);
        assertThat(finding.values())
                .containsEntry("registered", Value.of(trace.address("registers")))
                .containsEntry("sent", Value.of(trace.address("calls")));
    }

    @Test
    void theCallComesFromTheSamePort() {
        registered();
        refused("registers", 403, "sip:bob@example.com", "sip:alice@192.0.2.30");

        assertThat(found()).containsExactly("refused-at-once");
    }

    @Test
    void aNumberThatIsUnknownHasNothingToDoWithThePort() {
        registered();
        refused("calls", 404, "sip:bob@example.com", "sip:alice@192.0.2.30");

        assertThat(found()).containsExactly("number-unknown");
    }

    @Test
    void teamsWantsAName() {
        refused("calls", 403, "sip:bob@sip.pstnhub.microsoft.com:5061", "sip:alice@203.0.113.30:5061");

        assertThat(found()).containsExactly("teams-contact-is-address");
        assertThat(trace.findings("call-1").getFirst().values())
                .containsEntry("contact", Value.of("sip:alice@203.0.113.30:5061"));
    }

    /** The phone behind an SBC may have any Contact: Teams never saw it. */
    @Test
    void theContactOnTheOtherLegIsNotWhatTeamsSaw() {
        throughAnSbc("sip:alice@sbc.example.com:5061");

        assertThat(found()).doesNotContain("teams-contact-is-address");
        assertThat(Trace.ids(trace.findings("leg-2"))).doesNotContain("teams-contact-is-address");
    }

    @Test
    void theContactOfTheSbcIsToldOnItsLegOnly() {
        throughAnSbc("sip:alice@203.0.113.30:5061");

        assertThat(found()).doesNotContain("teams-contact-is-address");
        assertThat(Trace.ids(trace.findings("leg-2"))).containsExactly("teams-contact-is-address");
    }

    private void throughAnSbc(String contact) {
        trace.call("call-1", "alice", "4930123456");
        trace.from("calls").to("sbc").header("Contact: <sip:alice@192.0.2.30>").request("INVITE");
        trace.call("leg-2", "alice", "4930123456");
        trace.after(0.01)
                .from("sbc")
                .to("server")
                .uri("sip:4930123456@sip.pstnhub.microsoft.com:5061")
                .header("Contact: <" + contact + ">")
                .request("INVITE");
        trace.after(0.1).from("server").to("sbc").responds(403);
        trace.from("sbc").to("server").acknowledges();
        trace.call("call-1", "alice", "4930123456")
                .after(0.01)
                .from("sbc")
                .to("calls")
                .responds(403);
        trace.from("calls").to("sbc").acknowledges();
    }

    @Test
    void teamsGetsAName() {
        refused("calls", 403, "sip:bob@sip.pstnhub.microsoft.com:5061", "sip:alice@sbc.example.com:5061");

        assertThat(found()).containsExactly("refused-at-once");
    }
}
