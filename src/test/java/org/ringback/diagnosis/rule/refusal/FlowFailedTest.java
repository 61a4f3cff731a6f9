package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Clients whose connection to their edge proxy is gone. */
class FlowFailedTest {

    private static final String BROWSER = "sip:q8@x7a.invalid;transport=ws";

    private final Trace trace = Trace.ofSignaling();

    private void calls(int... statuses) {
        trace.from("pbx").to("edge").uri(BROWSER).request("INVITE");
        for (int status : statuses) {
            trace.after(1).from("edge").to("pbx").phrase("Flow Failed").responds(status);
        }
    }

    @Test
    void theConnectionOfTheBrowserIsGone() {
        calls(100, 430);
        trace.from("pbx").to("edge").acknowledges();

        var finding = trace.the("flow-to-client-gone");

        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("refuser", Value.of(trace.address("edge")))
                .containsEntry("target", Value.of(BROWSER));
        assertThat(trace.found()).containsExactly("flow-to-client-gone");
    }

    @Test
    void aBrowserThatAnswers() {
        calls(100, 180, 200);

        assertThat(trace.found()).doesNotContain("flow-to-client-gone");
    }

    @Test
    void anotherConnectionOfTheSameClientLeadsToIt() {
        calls(100);
        trace.from("edge").to("old").request("INVITE");
        trace.from("old").to("edge").refuses(430);
        trace.from("edge").to("browser").request("INVITE");
        trace.after(2).from("browser").to("edge").responds(200);
        trace.from("edge").to("pbx").responds(200);

        assertThat(trace.found()).doesNotContain("flow-to-client-gone");
    }

    @Test
    void aBrowserThatIsNotThere() {
        calls(100, 480);

        assertThat(trace.found()).doesNotContain("flow-to-client-gone");
    }

    /** A server that makes a call of its own for each connection of the client. */
    @Test
    void theNextConnectionThroughTheSameEdgeLeadsToIt() {
        trace.call("leg-b", "498911122233", "agent").from("pbx").to("edge").request("INVITE");
        trace.from("edge").to("pbx").refuses(430);
        trace.call("leg-c", "498911122233", "agent")
                .after(0.02)
                .from("pbx")
                .to("edge")
                .request("INVITE");
        trace.after(2).from("edge").to("pbx").responds(200);

        assertThat(Trace.ids(trace.findings("leg-b"))).containsExactly("answered-on-other-leg");
    }

    @Test
    void anotherMeaningOfTheSameNumber() {
        trace.from("pbx").to("edge").uri("sip:498911122233@198.51.100.9").request("INVITE");
        trace.from("edge").to("pbx").phrase("Caller not permitted").responds(430);

        assertThat(trace.found()).isNotEmpty().doesNotContain("flow-to-client-gone");
    }
}
