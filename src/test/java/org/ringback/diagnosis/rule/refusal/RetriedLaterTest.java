package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RetriedLaterTest {

    private final Trace trace = Trace.ofSignaling();

    private void busyAndThen(double wait, String callee, int status) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").header("Retry-After: 2").responds(503);
        trace.from("alice").to("proxy").acknowledges();
        trace.after(wait)
                .call("call-2", "alice", callee)
                .from("alice")
                .to("proxy")
                .request("INVITE");
        trace.from("proxy").to("alice").responds(status);
    }

    @Test
    void whoComesBackAsAskedAndIsLetInLostNothing() {
        busyAndThen(2.5, "bob", 200);

        var finding = trace.findings("call-1").getFirst();

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("answered-after-retry");
        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values()).containsEntry("callId", Value.of("call-2"));
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aCallThatIsTakenAtOnceNeedsNoOtherTry() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").answers();
        trace.from("alice").to("proxy").cseq(2).inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2.5, bob, 486", "2.5, carol, 200", "60, bob, 200", "1, bob, 200"})
    void refusedAgainOrSomebodyElseOrMuchLaterOrTooSoonIsAnotherStory(double wait, String callee, int status) {
        busyAndThen(wait, callee, status);

        assertThat(Trace.ids(trace.findings("call-1")))
                .contains("server-failed")
                .doesNotContain("answered-after-retry");
    }

    /** Two people behind the one number of an office: each call of the PBX was brought about by another one. */
    @Test
    void theCallOfAColleagueIsNoSecondTry() {
        trace.call("desk-1", "201", "+18005550199").from("anna").to("alice").request("INVITE");
        trace.after(0.02)
                .call("call-1", "+12125550100", "+18005550199")
                .from("alice")
                .to("proxy")
                .request("INVITE");
        trace.from("proxy").to("alice").header("Retry-After: 2").responds(503);
        trace.from("alice").to("proxy").acknowledges();
        trace.call("desk-1", "201", "+18005550199").from("alice").to("anna").responds(503);
        trace.from("anna").to("alice").acknowledges();
        trace.after(2.5)
                .call("desk-2", "202", "+18005550199")
                .from("bert")
                .to("alice")
                .request("INVITE");
        trace.after(0.02)
                .call("call-2", "+12125550100", "+18005550199")
                .from("alice")
                .to("proxy")
                .request("INVITE");
        trace.from("proxy").to("alice").responds(200);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("answered-after-retry");
    }
}
