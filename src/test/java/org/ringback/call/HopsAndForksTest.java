package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Proxies: the same request on several hops, and several phones under one call. */
class HopsAndForksTest {

    private final Flow flow = new Flow();

    @Test
    void theTwoSidesOfAProxyAreTwoTransactions() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("bob").invite();
        flow.from("bob").to("proxy").responds(486);
        flow.from("proxy").to("bob").ackToFailure();
        flow.from("proxy").to("alice").responds(486);
        flow.from("alice").to("proxy").ackToFailure();

        Call call = flow.only();
        assertThat(call.transactions()).hasSize(2);
        assertThat(call.retransmissions()).isZero();
        assertThat(call.outcome()).isEqualTo(new Outcome(Ending.REJECTED, 486, flow.address("bob"), Unclear.NONE));
    }

    @Test
    void theProxyItselfRefuses() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("alice").responds(404);

        assertThat(flow.outcome().firstSaidBy()).isEqualTo(flow.address("proxy"));
    }

    @Test
    void aBoxThatForwardsWithoutAViaIsAnotherHopAsWell() {
        flow.from("alice").to("nat").branch("z9hG4bK-1").invite();
        flow.from("nat").to("bob").branch("z9hG4bK-1").invite();
        flow.from("bob").to("nat").branch("z9hG4bK-1").responds(603);
        flow.from("nat").to("alice").branch("z9hG4bK-1").responds(603);

        assertThat(flow.only().transactions()).hasSize(2);
        assertThat(flow.only().retransmissions()).isZero();
        assertThat(flow.outcome().firstSaidBy()).isEqualTo(flow.address("bob"));
    }

    @Test
    void oneOfTwoPhonesAnswers() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("proxy").to("cell").branch("z9hG4bK-cell").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(180);
        flow.from("proxy").to("alice").toTag("desk").responds(180);
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(180);
        flow.from("proxy").to("alice").toTag("cell").responds(180);
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(200);
        flow.from("proxy").to("alice").toTag("cell").responds(200);
        flow.from("proxy")
                .to("desk")
                .branch("z9hG4bK-desk")
                .header("Reason: SIP;cause=200")
                .cancel();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(487);
        flow.from("alice").to("cell").toTag("cell").ack();
        flow.after(3).from("cell").to("alice").toTag("cell").byCallee().bye();

        Call call = flow.only();
        assertThat(call.dialogs()).extracting(Dialog::calleeTag).containsExactly("desk", "cell");
        assertThat(call.retransmissions())
                .as("a 180 of another fork is no retransmission")
                .isZero();
        assertThat(call.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
        assertThat(call.outcome().firstSaidBy()).isEqualTo(flow.address("cell"));
    }

    @Test
    void ofTwoPhonesThatAnswerTheOneThatTalksCounts() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("alice").toTag("one").responds(200);
        flow.from("proxy").to("alice").toTag("two").responds(200);
        flow.from("alice").to("proxy").toTag("one").branch("z9hG4bK-ack1").ack();
        flow.from("alice").to("proxy").toTag("two").branch("z9hG4bK-ack2").ack();
        flow.from("alice")
                .to("proxy")
                .toTag("two")
                .cseq(2)
                .branch("z9hG4bK-bye2")
                .bye();
        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        flow.after(9).from("proxy").to("alice").toTag("one").byCallee().bye();
        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }

    @Test
    void aHuntGroupTriesOneAfterTheOther() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(486);
        flow.from("proxy").to("cell").branch("z9hG4bK-cell").invite();
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(200);
        flow.from("proxy").to("alice").toTag("cell").responds(200);
        flow.from("alice").to("proxy").toTag("cell").ack();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
    }

    @Test
    void theBestResponseIsTheOneTheCallerGot() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("proxy").to("cell").branch("z9hG4bK-cell").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(486);
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(603);
        flow.from("proxy").to("alice").toTag("cell").responds(603);

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, 603, flow.address("cell"), Unclear.NONE));
    }

    @Test
    void aLogThatHoldsOnlyWhatTheProxyReceivedTellsAsMuch() {
        flow.from("alice").to("proxy").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(486);
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(603);
        flow.from("alice").to("proxy").ackToFailure();

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, 603, flow.address("cell"), Unclear.NONE));
    }

    @Test
    void aLegThatKeepsTheCallIdIsNoFurtherAttemptOfTheCaller() {
        flow.from("alice").to("b2bua").invite();
        flow.from("b2bua").to("bob").fromTag("other").invite();
        flow.from("bob").to("b2bua").fromTag("other").responds(480);
        flow.from("b2bua").to("alice").responds(503);

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, 503, flow.address("b2bua"), Unclear.NONE));
    }

    /** Alice waits; one phone is not registered any more, the other one rings. */
    private void oneOfTwoIsGone() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("proxy").to("cell").branch("z9hG4bK-cell").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(404);
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(180);
        flow.from("proxy").to("alice").toTag("cell").responds(180);
    }

    @Test
    void whileOnePhoneRingsTheRefusalOfAnotherIsNoEnd() {
        oneOfTwoIsGone();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.STILL_RUNNING));
    }

    @Test
    void theRefusalOfOnePhoneIsNoEndOfACallWhoseAnswerByAnotherWasNotCaptured() {
        oneOfTwoIsGone();
        flow.after(3).from("alice").to("proxy").toTag("cell").ack();
        flow.after(9).from("alice").to("proxy").toTag("cell").cseq(2).bye();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.ANSWERED_ENDED_BY_CALLER));
    }

    @Test
    void whereBothHaveDecidedTheCallerIsToldTheBest() {
        oneOfTwoIsGone();
        flow.after(3)
                .from("cell")
                .to("proxy")
                .branch("z9hG4bK-cell")
                .toTag("cell")
                .responds(486);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.REJECTED);
    }

    @Test
    void whatAProxyCancelsToTryTheNextIsToldToNobody() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").responds(180);
        flow.from("proxy").to("alice").responds(180);
        flow.after(20).from("proxy").to("desk").branch("z9hG4bK-desk").cancel();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").responds(487);

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.STILL_RUNNING));
    }

    @Test
    void whatTheCallerCancelsIsToldToTheCaller() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").responds(180);
        flow.after(4).from("alice").to("proxy").cancel();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").cancel();
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").responds(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
        assertThat(flow.outcome().code()).isEqualTo(487);
    }

    @Test
    void whoDeclinesForAllAfterAnotherAnsweredEndsNothing() {
        flow.from("alice").to("proxy").invite();
        flow.from("proxy").to("desk").branch("z9hG4bK-desk").invite();
        flow.from("proxy").to("cell").branch("z9hG4bK-cell").invite();
        flow.from("cell").to("proxy").branch("z9hG4bK-cell").toTag("cell").responds(180);
        flow.from("desk").to("proxy").branch("z9hG4bK-desk").toTag("desk").responds(603);
        assertThat(flow.outcome().ending()).isEqualTo(Ending.REJECTED);

        flow.after(3).from("alice").to("proxy").toTag("cell").ack();
        flow.after(9).from("alice").to("proxy").toTag("cell").cseq(2).bye();
        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.ANSWERED_ENDED_BY_CALLER));
    }

    /** What stands behind a proxy whose caller was not captured. */
    private void branch(String phone, int status) {
        flow.from("proxy")
                .to(phone)
                .branch("z9hG4bK-" + phone)
                .header("Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK-alice")
                .invite();
        flow.from(phone).to("proxy").branch("z9hG4bK-" + phone).toTag(phone).responds(status);
    }

    @Test
    void whereTheCallerWasNotCapturedTheRefusalOfOneOfTwoIsNoEndEither() {
        branch("desk", 486);
        branch("cell", 180);

        assertThat(flow.outcome().ending()).isNotEqualTo(Ending.REJECTED);
    }

    @Test
    void whereTheCallerWasNotCapturedBothThatRefuseEndIt() {
        branch("desk", 486);
        branch("cell", 486);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.REJECTED);
    }
}
