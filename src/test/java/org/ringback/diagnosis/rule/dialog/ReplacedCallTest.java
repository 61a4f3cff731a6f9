package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;

class ReplacedCallTest {

    private final Trace trace = Trace.ofSignaling();

    private void replacing(String replaces, int status) {
        trace.after(1)
                .call("call-2", "carol", "bob")
                .from("carol")
                .to("bob")
                .header("Replaces: " + replaces)
                .request("INVITE");
        trace.from("bob").to("carol").refuses(status);
    }

    private void talking() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5);
    }

    private void over() {
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    private List<String> found() {
        return Trace.ids(trace.findings("call-2"));
    }

    @Test
    void nobodyKnowsTheCallThatIsToBeReplaced() {
        replacing("call-9@x;to-tag=1;from-tag=2", 481);

        assertThat(found()).containsExactly("replaces-unknown-call");
        var finding = trace.findings("call-2").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values())
                .containsEntry("call", Value.of("call-9@x;to-tag=1;from-tag=2"))
                .containsEntry("refuser", Value.of(trace.address("bob")));
    }

    @Test
    void theCallThatIsToBeReplacedHadEnded() {
        talking();
        over();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 481);

        assertThat(found()).containsExactly("replaces-ended-call");
        assertThat(Trace.frames(trace.findings("call-2").getFirst())).containsExactly(7L, 6L, 4L);
        assertThat(trace.findings("call-2").getFirst().values()).containsEntry("span", Trace.seconds(1));
    }

    @Test
    void theTagsAreThoseOfAnotherCall() {
        talking();
        replacing("call-1;to-tag=bob-tag;from-tag=somebody", 481);

        assertThat(found()).containsExactly("replaces-other-tags");
        assertThat(trace.findings("call-2").getFirst().values())
                .containsEntry("tags", Value.of(List.of("alice-tag / bob-tag")));
    }

    @Test
    void theCallThatWasToBePickedUpWasAnswered() {
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag;early-only", 486);

        assertThat(found()).contains("replaces-answered-call");
    }

    @Test
    void aTransferThatIsDeclined() {
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 603);

        assertThat(found()).contains("replaces-declined");
    }

    @Test
    void aTransferThatWorks() {
        talking();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 200);

        assertThat(found()).containsExactly("capture-ended-in-call");
    }

    @Test
    void aTransferIsRefusedForManyReasons() {
        talking();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 488);

        assertThat(found()).noneMatch(id -> id.startsWith("replaces"));
    }

    private void talkingWithContacts() {
        trace.from("alice").to("bob").header(contact("alice")).request("INVITE");
        trace.from("bob").to("alice").header(contact("bob")).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5);
    }

    private String contact(String name) {
        return "Contact: <sip:" + name + "@" + trace.address(name).text() + ">";
    }

    @Test
    void theTagsStandInTheWrongOrder() {
        talkingWithContacts();
        replacing("call-1;to-tag=alice-tag;from-tag=bob-tag", 481);

        assertThat(found()).containsExactly("replaces-other-tags");
    }

    @Test
    void theOrderIsRightForWhoGetsIt() {
        talkingWithContacts();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 481);

        assertThat(found()).containsExactly("replaces-unknown-call");
        assertThat(certainty()).isEqualTo(Certainty.LIKELY);
    }

    /** A pickup goes to the caller, whose own tag is the one of From. */
    @Test
    void atTheCallerTheOrderIsTheOther() {
        talkingWithContacts();
        trace.call("call-2", "carol", "alice")
                .from("carol")
                .to("alice")
                .header("Replaces: call-1;to-tag=alice-tag;from-tag=bob-tag")
                .request("INVITE");
        trace.from("alice").to("carol").refuses(481);

        assertThat(found()).containsExactly("replaces-unknown-call");
    }

    /** It passes on what one of its phones said, and nobody sees which. */
    @Test
    void aProxyIsNeitherSide() {
        talkingWithContacts();
        trace.call("call-2", "carol", "bob")
                .from("carol")
                .to("proxy")
                .header("Replaces: call-1;to-tag=alice-tag;from-tag=bob-tag")
                .request("INVITE");
        trace.from("proxy").to("carol").refuses(481);

        assertThat(found()).containsExactly("replaces-unknown-call");
    }

    private Certainty certainty() {
        return trace.findings("call-2").getFirst().certainty();
    }

    private void forked() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.from("bob").to("alice").toTag("voicemail").responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.from("alice").to("bob").toTag("voicemail").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
        trace.after(5);
    }

    @Test
    void theEndOfASurplusForkIsNotTheEndOfTheNamedOne() {
        forked();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 481);

        assertThat(found()).doesNotContain("replaces-ended-call");
    }

    @Test
    void theEndOfTheNamedForkIsTheEnd() {
        forked();
        replacing("call-1;to-tag=voicemail;from-tag=alice-tag", 481);

        assertThat(found()).containsExactly("replaces-ended-call");
        assertThat(certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void theCallerWhoGaveUpBeforeThePickup() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(3).from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(200, "CANCEL");
        trace.from("bob").to("alice").responds(487);
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 481);

        assertThat(found()).containsExactly("replaces-ended-call");
    }

    @Test
    void whatIsRefusedInsideACallDoesNotEndIt() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(488);
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", 481);

        assertThat(found()).doesNotContain("replaces-ended-call");
    }

    @ParameterizedTest
    @CsvSource({"486, POSSIBLE", "603, LIKELY"})
    void whoIsBusyOrDeclinesSaysSoAfterTheEndAsWell(int status, Certainty certainty) {
        talking();
        over();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag", status);

        assertThat(found()).contains("replaces-ended-call");
        assertThat(trace.findings("call-2"))
                .filteredOn(finding -> finding.kind().id().equals("replaces-ended-call"))
                .extracting(Finding::certainty)
                .containsExactly(certainty);
    }

    @Test
    void aPhoneThatIsBusyAnswersLikeOneWhoseCallWasAnswered() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag;early-only", 486);

        assertThat(trace.findings("call-2"))
                .filteredOn(finding -> finding.kind().id().equals("replaces-answered-call"))
                .extracting(Finding::certainty)
                .containsExactly(Certainty.LIKELY);
    }

    @Test
    void theAnswerShowsThatThePickupCameTooLate() {
        talking();
        replacing("call-1;to-tag=bob-tag;from-tag=alice-tag;early-only", 486);

        assertThat(trace.findings("call-2"))
                .filteredOn(finding -> finding.kind().id().equals("replaces-answered-call"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
                    assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 2L);
                });
    }
}
