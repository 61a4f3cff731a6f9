package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class GlareTest {

    private final Trace trace = Trace.ofSignaling();

    private void glare() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").byCallee().inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(491);
        trace.from("alice").to("bob").cseq(2).acknowledges();
        trace.from("alice").to("bob").responds(200);
        trace.from("bob").to("alice").byCallee().inside("ACK");
    }

    @Test
    void aSecondTryIsHowItShouldBe() {
        glare();
        trace.after(2.5).from("alice").to("bob").cseq(3).inside("INVITE");
        trace.from("bob").to("alice").cseq(3).responds(200);
        trace.from("alice").to("bob").cseq(3).inside("ACK");
        hangUp(4);

        var finding = trace.the("glare-retried");

        assertThat(Trace.frames(finding)).containsExactly(6L, 10L);
        assertThat(finding.values())
                .containsEntry("refuser", Value.of(trace.address("bob")))
                .containsEntry("sender", Value.of(trace.address("alice")));
        assertThat(trace.found()).containsExactly("glare-retried");
    }

    private void crosses(int cseq, int calleeCseq) {
        trace.after(2.5).from("alice").to("bob").cseq(cseq).inside("INVITE");
        trace.from("bob").to("alice").byCallee().cseq(calleeCseq).inside("INVITE");
        trace.from("bob").to("alice").cseq(cseq).responds(491);
        trace.from("alice").to("bob").cseq(cseq).acknowledges();
        trace.from("alice").to("bob").cseq(calleeCseq).responds(491);
    }

    @Test
    void triesThatAreAllRefused() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        crosses(2, 11);
        crosses(3, 12);
        crosses(4, 13);
        trace.after(20);
        hangUp(5);

        var finding = trace.the("glare-never-settled");

        assertThat(finding.values())
                .containsEntry("times", Value.of(3))
                .containsEntry("sender", Value.of(trace.address("alice")));
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.found()).doesNotContain("glare-retried", "glare-not-retried");
    }

    @Test
    void triesOfWhichTheLastGetsThrough() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        crosses(2, 11);
        crosses(3, 12);
        trace.after(2.5).from("alice").to("bob").cseq(4).inside("INVITE");
        trace.from("bob").to("alice").cseq(4).responds(200);
        trace.from("alice").to("bob").cseq(4).inside("ACK");
        trace.after(20);
        hangUp(5);

        assertThat(trace.findings())
                .filteredOn(finding -> finding.kind().id().equals("glare-never-settled"))
                .noneMatch(finding -> finding.values().get("sender").equals(Value.of(trace.address("alice"))));
    }

    @Test
    void withoutASecondTryTheChangeIsLost() {
        glare();
        trace.after(30);
        hangUp(3);

        var finding = trace.the("glare-not-retried");

        assertThat(Trace.frames(finding)).containsExactly(6L, 4L);
        assertThat(finding.values()).containsEntry("method", Value.of("INVITE"));
    }

    @Test
    void whoHangsUpNeedNotTryAgain() {
        glare();
        trace.after(1);
        hangUp(3);
        trace.goesOn(60);

        assertThat(trace.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5.9, false", "6, true"})
    void sixSecondsAreEnoughForASecondTry(double seconds, boolean lost) {
        glare();
        trace.after(seconds);
        hangUp(3);

        assertThat(trace.found().contains("glare-not-retried")).isEqualTo(lost);
    }

    private void hangUp(int cseq) {
        trace.from("alice").to("bob").cseq(cseq).inside("BYE");
        trace.from("bob").to("alice").cseq(cseq).responds(200, "BYE");
    }

    @Test
    void whereTheOtherSideTriedAgainNothingIsLost() {
        glare();
        trace.after(2.5).from("bob").to("alice").byCallee().cseq(2).inside("INVITE");
        trace.from("alice").to("bob").cseq(2).responds(200);
        trace.from("bob").to("alice").byCallee().cseq(2).inside("ACK");
        trace.after(30);
        hangUp(3);

        assertThat(trace.found()).doesNotContain("glare-not-retried");
    }

    @Test
    void theChangeOfTheOtherSideIsSeen() {
        glare();
        trace.after(2.5).from("alice").to("bob").cseq(3).inside("INVITE");

        assertThat(trace.the("glare-retried").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void a491WithoutAChangeOfTheOtherSideMayComeFromBehind() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(491);
        trace.from("alice").to("bob").cseq(2).acknowledges();
        trace.after(2.5).from("alice").to("bob").cseq(3).inside("INVITE");

        assertThat(trace.the("glare-retried").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aChangeThatWasSettledBeforeIsNotTheOne() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5).from("bob").to("alice").byCallee().inside("INVITE");
        trace.from("alice").to("bob").responds(200);
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(491);
        trace.after(2.5).from("alice").to("bob").cseq(3).inside("INVITE");

        assertThat(trace.the("glare-retried").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
