package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class ForeignTagsTest {

    private final Trace trace = Trace.ofSignaling();

    private void talking() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5);
    }

    private void refused(String method) {
        trace.from("bob").to("alice").cseq(2).responds(481, method);
    }

    @Test
    void aByeWithoutTheTagOfTheOtherSide() {
        talking();
        trace.from("alice").to("bob").cseq(2).request("BYE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("To: <sip:bob@example.com>")
                .responds(481, "BYE");

        assertThat(trace.the("dialog-tag-missing").values()).containsEntry("header", Value.of("To"));
        assertThat(trace.found()).containsOnlyOnce("dialog-tag-missing").doesNotContain("bye-unknown-call");
    }

    @Test
    void aByeWithoutItsOwnTag() {
        talking();
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .header("From: <sip:alice@example.com>")
                .inside("BYE");
        refused("BYE");

        assertThat(trace.the("dialog-tag-missing").values()).containsEntry("header", Value.of("From"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYE", "INVITE", "INFO", "REFER", "UPDATE"})
    void aRequestWithATagThatNobodyGave(String method) {
        talking();
        trace.from("alice").to("bob").cseq(2).toTag("invented").inside(method);
        refused(method);

        assertThat(trace.the("dialog-tag-differs").values())
                .containsEntry("sent", Value.of("alice-tag / invented"))
                .containsEntry("given", Value.of("alice-tag / bob-tag"));
        assertThat(trace.found()).doesNotContain("bye-unknown-call", "call-unknown");
    }

    @Test
    void theCalleeMayBeTheOneWhoMixesThemUp() {
        talking();
        trace.from("bob").to("alice").byCallee().cseq(2).fromTag("other").inside("BYE");
        trace.from("alice").to("bob").cseq(2).responds(481, "BYE");

        assertThat(trace.the("dialog-tag-differs").values())
                .containsEntry("sent", Value.of("bob-tag / other"))
                .containsEntry("given", Value.of("bob-tag / alice-tag"));
    }

    @Test
    void rightTagsAndStillUnknown() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        refused("BYE");

        assertThat(trace.found()).containsExactly("bye-unknown-call");
    }

    @Test
    void aCallThatBeganBeforeTheCaptureHasTagsThatNobodyKnows() {
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        refused("BYE");

        assertThat(trace.found()).contains("bye-unknown-call").doesNotContain("dialog-tag-differs");
    }

    /** Its answer may have passed where nobody captured. */
    @Test
    void aTagThatWasNotSeenMayBeThatOfAnotherPhone() {
        talking();
        trace.from("alice").to("bob").cseq(2).toTag("second-phone").inside("BYE");
        refused("BYE");

        assertThat(trace.the("dialog-tag-differs").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aTagThatIsNotThereWasNotSentAtAll() {
        talking();
        trace.from("alice").to("bob").cseq(2).request("BYE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("To: <sip:bob@example.com>")
                .responds(481, "BYE");

        assertThat(trace.the("dialog-tag-missing").certainty()).isEqualTo(Certainty.CERTAIN);
    }
}
