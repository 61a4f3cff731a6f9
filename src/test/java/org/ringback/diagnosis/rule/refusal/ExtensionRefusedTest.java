package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class ExtensionRefusedTest {

    private static Trace asked(int status, String header) {
        var trace = new Trace();
        trace.from("alice").to("pbx").header("Require: 100rel").request("INVITE");
        trace.from("pbx").to("alice").header(header).responds(status);
        return trace.from("alice").to("pbx").acknowledges();
    }

    @Test
    void prackUnknown() {
        var trace = asked(420, "Unsupported: 100rel");

        var finding = trace.the("100rel-refused");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values())
                .containsEntry("asker", Value.of(trace.address("alice")))
                .containsEntry("refuser", Value.of(trace.address("pbx")));
    }

    @Test
    void anotherExtensionUnknown() {
        assertThat(asked(420, "Unsupported: timer, sec-agree")
                        .the("extension-refused")
                        .values())
                .containsEntry("extension", Value.of(List.of("timer", "sec-agree")))
                .containsEntry("method", Value.of("INVITE"));
    }

    @Test
    void prackNeeded() {
        assertThat(asked(421, "Require: 100rel").found())
                .contains("100rel-required")
                .doesNotContain("extension-required");
    }

    @Test
    void anotherExtensionNeeded() {
        assertThat(asked(421, "Require: sec-agree").the("extension-required").values())
                .containsEntry("extension", Value.of(List.of("sec-agree")));
    }

    @Test
    void agreedAtTheSecondTry() {
        var trace = asked(420, "Unsupported: 100rel");
        trace.from("alice").to("pbx").cseq(2).request("INVITE");
        trace.from("pbx").to("alice").cseq(2).responds(200);

        var finding = trace.the("extension-agreed-later");

        assertThat(finding.kind().weight()).isEqualTo(Weight.NORMAL);
        assertThat(Trace.frames(finding)).containsExactly(2L, 5L);
        assertThat(trace.found()).doesNotContain("100rel-refused");
    }

    @Test
    void aRegistrationCanBeRefusedToo() {
        var trace = new Trace();
        trace.from("phone").to("registrar").header("Require: path").request("REGISTER");
        trace.from("registrar").to("phone").header("Unsupported: path").responds(420, "REGISTER");

        assertThat(trace.the("extension-refused").values()).containsEntry("method", Value.of("REGISTER"));
    }

    @Test
    void withoutANameThereIsNothingToSay() {
        assertThat(asked(420, "Server: x").found()).doesNotContain("extension-refused", "100rel-refused");
    }

    private static Certainty certainty(String kind, int status, String answer, String... asked) {
        var trace = new Trace();
        var invite = trace.from("alice").to("pbx");
        for (String header : asked) {
            invite.header(header);
        }
        invite.request("INVITE");
        trace.from("pbx").to("alice").header(answer).responds(status);
        return trace.the(kind).certainty();
    }

    @Test
    void whoDidNotRequireItWasNotRefusedForThat() {
        assertThat(certainty("100rel-refused", 420, "Unsupported: 100rel", "Require: 100rel"))
                .isEqualTo(Certainty.CERTAIN);
        assertThat(certainty("extension-refused", 420, "Unsupported: sec-agree", "Proxy-Require: sec-agree"))
                .isEqualTo(Certainty.CERTAIN);
        assertThat(certainty("100rel-refused", 420, "Unsupported: 100rel", "Supported: 100rel"))
                .isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whoOffersItIsNotRefusedForLackOfIt() {
        assertThat(certainty("100rel-required", 421, "Require: 100rel", "Supported: timer"))
                .isEqualTo(Certainty.CERTAIN);
        assertThat(certainty("100rel-required", 421, "Require: 100rel", "Supported: timer, 100rel"))
                .isEqualTo(Certainty.POSSIBLE);
        assertThat(certainty("extension-required", 421, "Require: sec-agree", "k: sec-agree"))
                .isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whoPutItInIsTheOneWhoAsked() {
        var trace = new Trace();
        trace.from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("carrier").header("Require: 100rel").request("INVITE");
        trace.from("carrier").to("pbx").header("Unsupported: 100rel").responds(420);
        trace.from("pbx").to("alice").header("Unsupported: 100rel").responds(420);

        assertThat(trace.the("100rel-refused").values()).containsEntry("asker", Value.of(trace.address("pbx")));
    }

    @Test
    void aSecondTryThatRingsWasTakenThoughItsAnswerIsMissing() {
        var trace = asked(420, "Unsupported: 100rel");
        trace.from("alice").to("pbx").cseq(2).request("INVITE");
        trace.from("pbx").to("alice").cseq(2).responds(180);
        trace.after(4).from("alice").to("pbx").cseq(2).inside("ACK");
        trace.after(9).from("alice").to("pbx").cseq(3).inside("BYE");

        assertThat(trace.found()).doesNotContain("100rel-refused");
    }
}
