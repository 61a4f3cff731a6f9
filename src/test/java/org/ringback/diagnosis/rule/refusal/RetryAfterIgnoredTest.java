package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class RetryAfterIgnoredTest {

    private final Trace trace = Trace.ofSignaling();

    private void refused() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").header("Retry-After: 30 (overload)").responds(503);
        trace.from("alice").to("proxy").acknowledges();
    }

    @Test
    void theNextCallComesTooSoon() {
        refused();
        trace.after(2).call("call-2", "alice", "bob");
        trace.from("alice").to("proxy").request("INVITE");

        var finding = trace.findings("call-1").stream()
                .filter(found -> found.kind().id().equals("retry-after-ignored"))
                .findFirst()
                .orElseThrow();

        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values())
                .containsEntry("asked", Trace.seconds(30))
                .containsEntry("waited", Trace.seconds(2))
                .containsEntry("refuser", Value.of(trace.address("proxy")));
    }

    @Test
    void theSameCallTriesTooSoon() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").header("Retry-After: 60").responds(503, "REGISTER");
        trace.after(10).from("alice").to("proxy").cseq(2).request("REGISTER");
        trace.from("proxy").to("alice").cseq(2).responds(200, "REGISTER");

        assertThat(trace.found()).containsExactly("retry-after-ignored");
    }

    @Test
    void whoWaitsLongEnoughKeepsToIt() {
        refused();
        trace.after(31).call("call-2", "alice", "bob");
        trace.from("alice").to("proxy").request("INVITE");

        assertThat(trace.findings("call-1"))
                .noneMatch(found -> found.kind().id().equals("retry-after-ignored"));
    }

    @Test
    void anotherServerMayBeAskedAtOnce() {
        refused();
        trace.after(1).from("alice").to("backup").cseq(2).request("INVITE");
        trace.from("backup").to("alice").cseq(2).responds(200);
        trace.from("alice").to("backup").cseq(2).inside("ACK");
        trace.from("alice").to("backup").cseq(3).inside("BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void anotherCalleeIsAnotherMatter() {
        refused();
        trace.after(2).call("call-2", "alice", "carol");
        trace.from("alice").to("proxy").request("INVITE");

        assertThat(trace.findings("call-1"))
                .noneMatch(found -> found.kind().id().equals("retry-after-ignored"));
    }

    private boolean ignored(int status) {
        trace.from("pbx").to("carrier").request("INVITE");
        trace.from("carrier").to("pbx").header("Retry-After: 60").responds(status);
        trace.from("pbx").to("carrier").acknowledges();
        trace.after(5).call("call-2", "carol", "bob").from("pbx").to("carrier").request("INVITE");
        return Trace.ids(trace.findings("call-1")).contains("retry-after-ignored");
    }

    @Test
    void anotherUserOfThePbxWasNotToldThatTheCalleeIsBusy() {
        assertThat(ignored(486)).isFalse();
    }

    @Test
    void anOverloadedServerIsToBeLeftAloneByAll() {
        assertThat(ignored(503)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {480, 486, 603})
    void whenTheCalleeMayBeThereAgainIsNoOrder(int status) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").header("Retry-After: 60").responds(status);
        trace.from("alice").to("proxy").acknowledges();
        trace.after(6).call("call-2", "alice", "bob");
        trace.from("alice").to("proxy").request("INVITE");

        assertThat(trace.findings("call-1"))
                .noneMatch(found -> found.kind().id().equals("retry-after-ignored"));
    }

    @Test
    void aLogThatNamesNoOtherSideDoesNotTellWhetherItWasAnotherServer() {
        trace.host("proxy", "", 0);
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").header("Retry-After: 60").responds(503, "REGISTER");
        trace.after(10).from("alice").to("proxy").cseq(2).request("REGISTER");
        trace.from("proxy").to("alice").cseq(2).responds(200, "REGISTER");

        assertThat(trace.the("retry-after-ignored").certainty()).isEqualTo(Certainty.POSSIBLE);
    }
}
