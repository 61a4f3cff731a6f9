package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

class DeclinedForAllTest {

    private final Trace trace = Trace.ofSignaling();

    private void forked(int status, double until) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("bob").to("proxy").toTag("bob-tag").responds(180);
        trace.from("carol").to("proxy").toTag("carol-tag").responds(180);
        trace.after(until).from("carol").to("proxy").toTag("carol-tag").responds(status);
    }

    @Test
    void oneDeclinesWhileTheOtherRings() {
        forked(603, 4);
        trace.from("proxy").to("bob").request("CANCEL");
        trace.from("bob").to("proxy").toTag("bob-tag").responds(487);
        trace.from("proxy").to("alice").toTag("carol-tag").responds(603);

        var finding = trace.the("declined-for-all");

        assertThat(Trace.frames(finding)).containsExactly(6L, 4L, 9L);
        assertThat(finding.values())
                .containsEntry("decliner", Value.of(trace.address("carol")))
                .containsEntry("others", Value.of(List.of(trace.address("bob").text())));
        assertThat(finding.origin()).map(Origin::relayedBy).contains(List.of(trace.address("proxy")));
        assertThat(trace.found()).doesNotContain("refused-while-ringing");
    }

    @Test
    void a486SpeaksForOnePhoneOnly() {
        forked(486, 4);
        trace.after(9).from("bob").to("proxy").toTag("bob-tag").responds(480);
        trace.from("proxy").to("alice").toTag("carol-tag").responds(486);

        assertThat(trace.found()).doesNotContain("declined-for-all");
    }

    @Test
    void whoHadStoppedRingingBeforeLostNothing() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").toTag("bob-tag").responds(180);
        trace.after(5).from("bob").to("proxy").toTag("bob-tag").responds(486);
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("carol").to("proxy").toTag("carol-tag").responds(603);
        trace.from("proxy").to("alice").toTag("carol-tag").responds(603);

        assertThat(trace.found()).doesNotContain("declined-for-all");
    }

    @Test
    void thatBothRangIsSeenOnTheirOwnHops() {
        forked(603, 4);

        assertThat(trace.the("declined-for-all").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    /** As the caller's hop alone shows it: nobody sees whether the first phone still rang. */
    private void onOneHop(double until) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").toTag("bob-tag").responds(180);
        trace.after(until).from("proxy").to("alice").toTag("carol-tag").responds(180);
        trace.after(4).from("proxy").to("alice").toTag("carol-tag").responds(603);
    }

    @Test
    void phonesThatRingOneAfterTheOther() {
        onOneHop(20);

        assertThat(trace.found()).doesNotContain("declined-for-all");
    }

    @Test
    void phonesThatBeginToRingTogetherMostlyRingTogether() {
        onOneHop(0.3);

        assertThat(trace.the("declined-for-all").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void anAnnouncementIsNoPhoneThatRings() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").toTag("announcement").responds(183);
        trace.after(1).from("proxy").to("alice").toTag("carol-tag").responds(180);
        trace.after(4).from("proxy").to("alice").toTag("carol-tag").responds(603);

        assertThat(trace.found()).doesNotContain("declined-for-all");
    }

    @Test
    void aPhoneThatWasCanceledBeforeRangNoMore() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").toTag("bob-tag").responds(180);
        trace.after(20).from("proxy").to("bob").request("CANCEL");
        trace.after(0.1).from("proxy").to("carol").request("INVITE");
        trace.from("carol").to("proxy").toTag("carol-tag").responds(180);
        trace.after(4).from("carol").to("proxy").toTag("carol-tag").responds(603);
        trace.from("proxy").to("alice").toTag("carol-tag").responds(603);

        assertThat(trace.found()).doesNotContain("declined-for-all");
    }
}
