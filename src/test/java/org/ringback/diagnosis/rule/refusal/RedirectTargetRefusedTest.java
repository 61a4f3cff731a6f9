package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RedirectTargetRefusedTest {

    private final Trace trace = Trace.ofSignaling();

    private void called() {
        trace.call("leg-a", "4917012345", "4930901").from("carrier").to("pbx").request("INVITE");
        trace.after(0.01).from("pbx").to("carrier").responds(100);
    }

    private void forwards(String target) {
        trace.call("leg-b", "4917012345", "4930901")
                .after(0.02)
                .from("pbx")
                .to("phone")
                .request("INVITE");
        trace.after(0.02)
                .from("phone")
                .to("pbx")
                .header("Contact: <sip:" + target + "@198.51.100.9>")
                .responds(302);
        trace.from("pbx").to("phone").acknowledges();
    }

    private void follows(int status) {
        trace.call("leg-c", "4917012345", "491729999")
                .after(0.02)
                .from("pbx")
                .to("carrier")
                .request("INVITE");
        trace.after(0.02).from("carrier").to("pbx").responds(status);
        if (status >= 300) {
            trace.from("pbx").to("carrier").acknowledges();
        } else {
            trace.from("pbx").to("carrier").inside("ACK");
        }
    }

    private void tells(int status) {
        trace.call("leg-a", "4917012345", "4930901")
                .after(0.02)
                .from("pbx")
                .to("carrier")
                .responds(status);
        if (status >= 300) {
            trace.from("carrier").to("pbx").acknowledges();
        } else {
            trace.from("carrier").to("pbx").inside("ACK");
        }
    }

    @Test
    void theCallToTheNewTargetIsRefused() {
        called();
        forwards("491729999");
        follows(403);
        tells(480);

        assertThat(Trace.ids(trace.findings("leg-a"))).contains("redirect-target-refused");
        assertThat(trace.findings("leg-a").getFirst().values())
                .containsEntry("phone", Value.of(trace.address("phone")))
                .containsEntry("target", Value.of("491729999"))
                .containsEntry("from", Value.of("4917012345"));
    }

    @Test
    void theCallToTheNewTargetIsAnswered() {
        called();
        forwards("491729999");
        follows(200);
        tells(200);

        assertThat(Trace.ids(trace.findings("leg-a"))).doesNotContain("redirect-target-refused");
    }

    @Test
    void aRefusedCallToSomebodyElse() {
        called();
        forwards("491721111");
        follows(403);
        tells(480);

        assertThat(Trace.ids(trace.findings("leg-a"))).doesNotContain("redirect-target-refused");
    }
}
