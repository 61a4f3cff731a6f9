package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ExplainedRefusalTest {

    private final Trace trace = Trace.ofSignaling();

    @Test
    void theWordsAreQuoted() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Warning: 399 pbx \"Account suspended\"")
                .header("Reason: Q.850;cause=21;text=\"Call rejected by the spam filter\"")
                .responds(403);

        var finding = trace.the("refusal-explained");

        assertThat(Trace.frames(finding)).containsExactly(2L);
        assertThat(finding.values())
                .containsEntry(
                        "words",
                        Value.of(List.of(
                                "Warning: 399 pbx \"Account suspended\"",
                                "Reason: Q.850;cause=21;text=\"Call rejected by the spam filter\"")));
        assertThat(trace.found()).containsExactly("refusal-explained", "cause-subscriber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning: 392 198.51.100.2:5060 \"Noisy feedback tells: pid=1\"",
                "Reason: Q.850;cause=21",
                "Reason: Q.850;cause=21;text=\"CALL_REJECTED\"",
                "Reason: Q.850;cause=1;text=\"Unallocated (unassigned) number\""
            })
    void whatSaysNothingIsNotQuoted(String header) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").header(header).responds(403);

        assertThat(trace.found()).isNotEmpty().doesNotContain("refusal-explained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User not registered", "Forbidden - account suspended", "Outside business hours"})
    void aPhraseOfItsOwnIsQuoted(String phrase) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase(phrase).responds(403);

        assertThat(trace.the("refusal-explained").values()).containsEntry("words", Value.of(List.of(phrase)));
        assertThat(trace.found()).containsExactly("refusal-explained", "refused-at-once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forbidden", "FORBIDDEN", "Request denied", "", "Request failed 17"})
    void aPhraseThatOnlyNamesTheCodeIsNot(String phrase) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase(phrase).responds(403);

        assertThat(trace.found()).containsExactly("refused-at-once");
    }
}
