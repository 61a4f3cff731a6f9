package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Phones that ask for a lamp anew under another Call-ID each time. */
class BriefSubscriptionTest {

    private final Trace trace = Trace.ofSignaling();

    private void subscribes(String callId, int expires, int status) {
        trace.call(callId, "alice", "bob");
        trace.after(30)
                .from("alice")
                .to("pbx")
                .header("Event: dialog")
                .header("Expires: " + expires)
                .request("SUBSCRIBE");
        trace.from("pbx").to("alice").header("Min-Expires: 60").responds(status, "SUBSCRIBE");
    }

    @Test
    void aPhoneThatAsksForTooLittleAgainAndAgain() {
        subscribes("first", 30, 423);
        subscribes("second", 30, 423);

        var found = trace.findings("first");
        assertThat(Trace.ids(found)).containsExactly("min-expires-ignored");
        assertThat(found.getFirst().certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(found.getFirst().values()).containsEntry("least", Value.of(60));
    }

    @Test
    void aPhoneThatAsksForMoreHeedsIt() {
        subscribes("first", 30, 423);
        subscribes("second", 60, 200);

        assertThat(Trace.ids(trace.findings("first"))).doesNotContain("min-expires-ignored");
    }

    @Test
    void aSingleRefusalDoesNotShowThatNobodyHeedsIt() {
        subscribes("first", 30, 423);

        assertThat(trace.found()).doesNotContain("min-expires-ignored");
    }
}
