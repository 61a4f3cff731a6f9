package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;

class UnknownCallTest {

    private final Trace trace = Trace.ofSignaling();

    private void talking() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(60);
    }

    @Test
    void aByeToACallThatIsGone() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(481, "BYE");

        var finding = trace.the("bye-unknown-call");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L);
        assertThat(finding.values()).containsEntry("refuser", Value.of(trace.address("bob")));
        assertThat(finding.origin()).isPresent();
        assertThat(trace.found()).containsExactly("bye-unknown-call");
    }

    @Test
    void bothHangUp() {
        talking();
        trace.from("bob").to("alice").byCallee().inside("BYE");
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("alice").to("bob").responds(200, "BYE");
        trace.from("bob").to("alice").cseq(2).responds(481, "BYE");

        assertThat(trace.found()).containsExactly("byes-crossed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "UPDATE", "INFO", "REFER"})
    void aRequestInsideACallThatIsGone(String method) {
        talking();
        trace.from("alice").to("bob").cseq(2).inside(method);
        trace.from("bob").to("alice").cseq(2).responds(481, method);

        assertThat(trace.the("call-unknown").values()).containsEntry("method", Value.of(method));
        assertThat(trace.found()).doesNotContain("session-change-refused", "request-inside-refused");
    }

    @Test
    void aRequestThatCrossesTheByeIsLate() {
        talking();
        trace.from("bob").to("alice").byCallee().inside("BYE");
        trace.from("alice").to("bob").cseq(2).inside("INFO");
        trace.from("alice").to("bob").responds(200, "BYE");
        trace.from("bob").to("alice").cseq(2).responds(481, "INFO");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aNotifyThatNobodyAskedFor() {
        trace.from("pbx").to("alice").inside("NOTIFY");
        trace.from("alice").to("pbx").responds(481, "NOTIFY");

        assertThat(trace.the("notify-unknown-subscription").values())
                .containsEntry("refuser", Value.of(trace.address("alice")))
                .containsEntry("sender", Value.of(trace.address("pbx")));
    }

    @Test
    void aSubscriptionThatIsLostIsNoCall() {
        trace.from("alice").to("bob").cseq(5).inside("SUBSCRIBE");
        trace.from("bob").to("alice").cseq(5).responds(481, "SUBSCRIBE");

        assertThat(trace.found()).contains("subscription-lost").doesNotContain("call-unknown", "request-refused");
    }

    /** As some do with an INFO that they cannot use. */
    @Test
    void whoHangsUpLaterKnewTheCall() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INFO");
        trace.from("bob").to("alice").cseq(2).responds(481, "INFO");
        trace.after(30).from("bob").to("alice").byCallee().inside("BYE");
        trace.from("alice").to("bob").responds(200, "BYE");

        assertThat(trace.found()).containsExactly("request-inside-refused");
    }

    @Test
    void whoAcceptsTheNextChangeKnewTheCall() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(481);
        trace.after(1).from("alice").to("bob").cseq(3).inside("UPDATE");
        trace.from("bob").to("alice").cseq(3).responds(200, "UPDATE");

        assertThat(trace.found()).contains("session-change-refused").doesNotContain("call-unknown");
    }

    @Test
    void whoOnlyRefusesEverythingDoesNot() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INFO");
        trace.from("bob").to("alice").cseq(2).responds(481, "INFO");
        trace.after(30).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(481, "BYE");

        assertThat(trace.found()).contains("call-unknown");
    }

    private void told(int cseq, String event, int status) {
        trace.from("bob")
                .to("alice")
                .byCallee()
                .cseq(cseq)
                .header("Event: " + event)
                .header("Subscription-State: terminated;reason=noresource")
                .inside("NOTIFY");
        trace.from("alice").to("bob").cseq(cseq).responds(status, "NOTIFY");
    }

    private void hangUp() {
        trace.from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");
    }

    @Test
    void whoHungUpAfterATransferWantsToHearNoMoreOfIt() {
        talking();
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("bob").to("alice").cseq(2).responds(202, "REFER");
        hangUp();
        told(1, "refer", 481);

        assertThat(trace.found()).doesNotContain("notify-unknown-subscription");
    }

    @Test
    void whoStaysInTheCallForgotItsTransfer() {
        talking();
        told(1, "refer", 481);

        assertThat(trace.found()).contains("notify-unknown-subscription");
    }

    private void subscribes(int cseq, int expires, int status) {
        trace.from("alice")
                .to("bob")
                .cseq(cseq)
                .header("Event: presence")
                .header("Expires: " + expires)
                .inside("SUBSCRIBE");
        trace.from("bob").to("alice").cseq(cseq).responds(status, "SUBSCRIBE");
    }

    @Test
    void whoUnsubscribedNeedsNoLastWord() {
        subscribes(5, 0, 200);
        told(1, "presence", 481);

        assertThat(trace.found()).doesNotContain("notify-unknown-subscription");
    }

    @Test
    void aSubscriptionThatWasEndedIsNotLost() {
        told(1, "presence", 200);
        subscribes(5, 600, 481);

        assertThat(trace.found()).doesNotContain("subscription-lost");
    }

    private void lostSubscription() {
        trace.from("alice").to("bob").cseq(5).inside("SUBSCRIBE");
        trace.from("bob").to("alice").cseq(5).responds(481, "SUBSCRIBE");
    }

    private void subscribesAgain(double after, int status) {
        trace.call("call-2", "alice", "bob");
        trace.after(after).from("alice").to("bob").request("SUBSCRIBE");
        trace.from("bob").to("alice").responds(status, "SUBSCRIBE");
    }

    @Test
    void aLostSubscriptionThatIsMadeAnewIsNoFailure() {
        lostSubscription();
        subscribesAgain(1, 200);

        assertThat(Trace.ids(trace.findings("call-1"))).contains("subscription-made-anew");
        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("subscription-lost", "subscribe-refused");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aNewSubscriptionThatIsRefusedTooHelpsNobody() {
        lostSubscription();
        subscribesAgain(1, 403);

        assertThat(Trace.ids(trace.findings("call-1"))).contains("subscription-lost");
    }

    private void subscribesTo(String event) {
        trace.call("call-2", "alice", "bob").after(1);
        trace.from("alice").to("bob").header("Event: " + event).request("SUBSCRIBE");
    }

    private void lostSubscriptionTo(String event) {
        trace.from("alice").to("bob").cseq(5).header("Event: " + event).inside("SUBSCRIBE");
        trace.from("bob").to("alice").cseq(5).responds(481, "SUBSCRIBE");
    }

    @Test
    void aNewSubscriptionToSomethingElseIsAnotherOne() {
        lostSubscriptionTo("dialog;id=1");
        subscribesTo("presence");
        trace.from("bob").to("alice").responds(202, "SUBSCRIBE");

        assertThat(Trace.ids(trace.findings("call-1"))).contains("subscription-lost");
    }

    @Test
    void aNewSubscriptionToTheSameMayHaveAnotherId() {
        lostSubscriptionTo("dialog;id=1");
        subscribesTo("Dialog ;id=2");
        trace.from("bob").to("alice").responds(202, "SUBSCRIBE");

        assertThat(trace.findings("call-1"))
                .filteredOn(finding -> finding.kind().id().equals("subscription-made-anew"))
                .allMatch(finding -> finding.certainty() == Certainty.CERTAIN)
                .hasSize(1);
    }

    @Test
    void aNewSubscriptionThatNobodyAnswersIsNone() {
        lostSubscriptionTo("dialog");
        subscribesTo("dialog");

        assertThat(Trace.ids(trace.findings("call-1"))).contains("subscription-lost");
    }

    @Test
    void behindOneAddressAnotherPhoneMaySubscribe() {
        lostSubscriptionTo("dialog");
        trace.call("call-2", "alice", "bob").host("door", trace.address("alice").host(), 5070);
        trace.after(1).from("door").to("bob").header("Event: dialog").request("SUBSCRIBE");
        trace.from("bob").to("door").responds(202, "SUBSCRIBE");

        assertThat(trace.findings("call-1"))
                .filteredOn(finding -> finding.kind().id().equals("subscription-made-anew"))
                .allMatch(finding -> finding.certainty() == Certainty.LIKELY)
                .hasSize(1);
    }

    @Test
    void aNewSubscriptionMuchLaterLeftTheLampDark() {
        lostSubscription();
        subscribesAgain(600, 200);

        assertThat(Trace.ids(trace.findings("call-1"))).contains("subscription-lost");
    }

    private void hangsUpUnheard(double later) {
        talking();
        double[] gaps = {0, 0.5, 1, 2, 4, 4, 4, 4, 4, 4, 4};
        for (double gap : gaps) {
            trace.after(gap).from("bob").to("alice").byCallee().inside("BYE");
        }
        trace.after(later).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(481, "BYE");
    }

    @Test
    void aByeLongAfterOneThatNobodyHeardDoesNotCrossIt() {
        hangsUpUnheard(30);

        assertThat(trace.found()).contains("bye-unanswered", "bye-unknown-call").doesNotContain("byes-crossed");
    }

    @Test
    void aByeBesideOneThatIsNotAnsweredCrossesIt() {
        hangsUpUnheard(1);

        assertThat(trace.found()).contains("byes-crossed").doesNotContain("bye-unknown-call");
    }

    /** A NOTIFY may be a keep-alive, which is refused as well and does its work. */
    @Test
    void aNotifyThatWasNotCapturedIsOnlyPossiblyUnknown() {
        trace.from("pbx").to("alice").inside("NOTIFY");
        trace.from("alice").to("pbx").responds(481, "NOTIFY");
        trace.from("alice")
                .to("pbx")
                .header("Via: SIP/2.0/UDP " + trace.address("pbx").text() + ";branch=z9hG4bK-unseen")
                .header("CSeq: 2 NOTIFY")
                .responds(481, "NOTIFY");

        assertThat(trace.findings().stream()
                        .filter(finding -> finding.kind().id().equals("notify-unknown-subscription"))
                        .map(Finding::certainty))
                .containsExactlyInAnyOrder(Certainty.CERTAIN, Certainty.POSSIBLE);
    }
}
