package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.ConnectionReset;
import org.ringback.network.IcmpError;
import org.ringback.network.Quote;

class OtherLegDecidesTest {

    private final Trace trace = Trace.ofSignaling();

    private Trace first() {
        return trace.call("leg-a", "1001", "4989123456");
    }

    private Trace second() {
        return trace.call("leg-b", "1001", "4989123456");
    }

    private Trace third() {
        return trace.call("leg-c", "1001", "4989123456");
    }

    private List<String> found(String leg) {
        return Trace.ids(trace.findings(leg));
    }

    private boolean failed(String leg) {
        var examined = trace.examined();
        return trace.calls().stream()
                .filter(call -> call.callId().equals(leg))
                .anyMatch(call -> examined.diagnosed(call).failed());
    }

    private void called() {
        first().from("phone").to("pbx").request("INVITE");
        trace.after(0.01).from("pbx").to("phone").responds(100);
    }

    private void triesTheFirstTrunk(int status) {
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.1).from("trunk").to("pbx").refuses(status);
    }

    private void triesTheNextTrunk(int status) {
        third().after(0.02).from("pbx").to("carrier").request("INVITE");
        trace.after(2).from("carrier").to("pbx").responds(status);
        if (status == 200) {
            trace.from("pbx").to("carrier").inside("ACK");
        } else {
            trace.from("pbx").to("carrier").acknowledges();
        }
    }

    private void tells(int status) {
        first().after(0.01).from("pbx").to("phone").responds(status);
        if (status == 200) {
            trace.from("phone").to("pbx").inside("ACK");
        } else {
            trace.from("phone").to("pbx").acknowledges();
        }
        trace.after(30);
    }

    @Test
    void aTrunkThatRefusesBesideOneThatAnswers() {
        called();
        triesTheFirstTrunk(503);
        triesTheNextTrunk(200);
        tells(200);

        assertThat(found("leg-b")).containsExactly("answered-on-other-leg");
        assertThat(failed("leg-b")).isFalse();
        assertThat(trace.findings("leg-b").getFirst().values())
                .containsEntry("answerer", Value.of(trace.address("carrier")));
    }

    private void leavesTheFirstTrunk() {
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.1).from("trunk").to("pbx").responds(100);
        trace.after(4).from("pbx").to("trunk").header("Reason: Q.850;cause=41").request("CANCEL");
        trace.from("trunk").to("pbx").responds(200, "CANCEL");
        trace.from("trunk").to("pbx").refuses(487);
    }

    @Test
    void aSlowTrunkThatIsLeftForOneThatAnswersIsNoFault() {
        called();
        leavesTheFirstTrunk();
        triesTheNextTrunk(200);
        tells(200);

        assertThat(found("leg-b")).containsExactly("canceled-call");
    }

    @Test
    void aTrunkThatIsLeftSoIsToldWhereNoneAnswers() {
        called();
        leavesTheFirstTrunk();
        triesTheNextTrunk(503);
        tells(503);

        assertThat(found("leg-b")).contains("canceled-by-cause");
    }

    @Test
    void aTrunkThatIsLeftSoIsToldWhereTheCallerNeverGotTheAnswer() {
        called();
        leavesTheFirstTrunk();
        triesTheNextTrunk(200);
        tells(503);

        assertThat(found("leg-b")).contains("canceled-by-cause");
    }

    @Test
    void aSlowTrunkIsLeftForOneThatAnswersWhereTheCallerIsNotCaptured() {
        leavesTheFirstTrunk();
        triesTheNextTrunk(200);
        trace.after(30);

        assertThat(found("leg-b")).containsExactly("canceled-call");
    }

    /** As in the debug output of a gateway that tells what it sent and received, and no addresses. */
    private void withoutAddresses() {
        trace.host("pbx", Endpoint.LOG_WRITER.host(), Endpoint.LOG_WRITER.port());
        for (String other : new String[] {"phone", "trunk", "carrier"}) {
            trace.host(other, Endpoint.UNKNOWN.host(), Endpoint.UNKNOWN.port());
        }
    }

    @Test
    void theNextTrunkCountsInALogWithoutAddresses() {
        withoutAddresses();
        called();
        triesTheFirstTrunk(503);
        triesTheNextTrunk(200);
        tells(200);

        assertThat(found("leg-b")).containsExactly("answered-on-other-leg");
        assertThat(failed("leg-b")).isFalse();
    }

    @Test
    void twoTrunksThatRefuseAreAFailureInALogWithoutAddresses() {
        withoutAddresses();
        called();
        triesTheFirstTrunk(503);
        triesTheNextTrunk(503);
        tells(503);

        assertThat(found("leg-b")).containsExactly("server-failed");
        assertThat(failed("leg-b")).isTrue();
    }

    /** Its answer to the caller is not that of another leg. */
    @Test
    void whoAnswersItselfAfterATrunkIsNotTheNextTrunkInALogWithoutAddresses() {
        withoutAddresses();
        called();
        triesTheFirstTrunk(503);
        tells(200);

        assertThat(found("leg-b")).containsExactly("server-failed");
    }

    @Test
    void twoTrunksThatRefuseAreAFailure() {
        called();
        triesTheFirstTrunk(503);
        triesTheNextTrunk(503);
        tells(503);

        assertThat(found("leg-b")).containsExactly("server-failed");
    }

    @Test
    void anAnswerThatTheCallerNeverGotHelpsNobody() {
        called();
        triesTheFirstTrunk(503);
        triesTheNextTrunk(200);
        tells(503);

        assertThat(found("leg-b")).containsExactly("server-failed");
    }

    @Test
    void whatTheTrunkAsksForIsToldOnBothLegsThoughThePbxLeavesItOut() {
        called();
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.1).from("trunk").to("pbx").header("Retry-After: 120").responds(503);
        trace.from("pbx").to("trunk").acknowledges();
        tells(503);

        assertThat(found("leg-a")).containsExactly("server-failed");
        assertThat(trace.findings("leg-a").getFirst().values())
                .containsEntry("later", Trace.seconds(120))
                .isEqualTo(trace.findings("leg-b").getFirst().values());
    }

    private void silentPhone(int copies) {
        second();
        for (int i = 0; i < copies; i++) {
            trace.after(0.05 + i).from("pbx").to("bob").request("INVITE");
        }
    }

    @Test
    void whoIsSilentIsBehindTheOneThatRefuses() {
        called();
        silentPhone(5);
        tells(503);

        assertThat(found("leg-a")).containsExactly("leg-behind-silent");
        assertThat(trace.findings("leg-a").getFirst().values())
                .containsEntry("receiver", Value.of(trace.address("bob")))
                .containsEntry("repeats", Value.of(4));
    }

    @Test
    void oneRepetitionIsNoSilence() {
        called();
        silentPhone(2);
        tells(503);

        assertThat(found("leg-a")).containsExactly("server-failed");
    }

    @Test
    void aCodeThatSaysSomethingElseIsNotForSilence() {
        called();
        silentPhone(5);
        tells(403);

        assertThat(found("leg-a")).doesNotContain("leg-behind-silent");
    }

    private Trace phone(String leg, String number) {
        return trace.call(leg, "498911122233", number);
    }

    private void group(int answer) {
        phone("leg-a", "600").from("carrier").to("pbx").request("INVITE");
        trace.after(0.01).from("pbx").to("carrier").responds(100);
        phone("leg-b", "201").after(0.02).from("pbx").to("bob").request("INVITE");
        phone("leg-c", "202").after(0.001).from("pbx").to("carol").request("INVITE");
        phone("leg-b", "201").after(0.1).from("bob").to("pbx").responds(486);
        trace.from("pbx").to("bob").acknowledges();
        phone("leg-c", "202").after(4).from("carol").to("pbx").responds(answer);
        phone("leg-a", "600").after(0.01).from("pbx").to("carrier").responds(answer);
        trace.after(30);
    }

    @Test
    void aBusyPhoneOfAGroupInWhichAnotherAnswers() {
        group(200);

        assertThat(found("leg-b")).containsExactly("answered-on-other-leg");
        assertThat(failed("leg-b")).isFalse();
    }

    @Test
    void aGroupInWhichAllAreBusy() {
        group(486);

        assertThat(found("leg-b")).containsExactly("busy-at-once");
    }

    @Test
    void aTrunkThatIsSilentBesideOneThatAnswers() {
        called();
        silentPhone(4);
        triesTheNextTrunk(200);
        tells(200);

        assertThat(found("leg-b")).containsExactly("silent-next-way-answered");
        assertThat(failed("leg-b")).isFalse();
    }

    /** What is said better by another finding settles nothing, else nobody would say anything. */
    @Test
    void aTrunkWithoutAProgramBesideOneThatAnswersIsStillTold() {
        called();
        silentPhone(4);
        var quote = new Quote(
                17, trace.address("pbx"), trace.address("bob"), 600, "INVITE sip:4989123456@example.com SIP/2.0\r\n");
        var seen = trace.packet(
                new Endpoint(trace.address("bob").host(), 0),
                new Endpoint(trace.address("pbx").host(), 0),
                Sighting.Kind.ICMP);
        trace.seen(new IcmpError(seen, IcmpError.Cause.PORT_UNREACHABLE, 3, 3, 0, quote));
        triesTheNextTrunk(200);
        tells(200);

        assertThat(found("leg-b")).containsExactly("port-unreachable");
    }

    @Test
    void aTrunkThatIsSilentBesideOneThatRefuses() {
        called();
        silentPhone(4);
        triesTheNextTrunk(503);
        tells(503);

        assertThat(found("leg-b")).containsExactly("invite-unanswered-udp");
    }

    @Test
    void voicemailAfterABusyPhone() {
        called();
        triesTheFirstTrunk(486);
        tells(200);

        assertThat(found("leg-b")).containsExactly("taken-by-pbx-itself");
        assertThat(failed("leg-b")).isFalse();
        assertThat(trace.findings("leg-b").getFirst().values()).containsEntry("sender", Value.of(trace.address("pbx")));
    }

    /** All that the caller hears may be that no line is free. */
    @Test
    void anAnnouncementAfterATrunkThatFailedMendsNothing() {
        called();
        triesTheFirstTrunk(503);
        tells(200);

        assertThat(found("leg-b")).doesNotContain("taken-by-pbx-itself");
        assertThat(failed("leg-b")).isTrue();
    }

    @Test
    void aCallerWhoIsToldBusyTooIsNotTaken() {
        called();
        triesTheFirstTrunk(486);
        tells(486);

        assertThat(found("leg-b")).doesNotContain("taken-by-pbx-itself");
    }

    /** Captured on the side of the trunks only. */
    @Test
    void theNextTrunkTakesTheCallAtOnce() {
        triesTheFirstTrunk(503);
        triesTheNextTrunk(200);

        assertThat(found("leg-b")).containsExactly("answered-on-other-leg");
        assertThat(failed("leg-b")).isFalse();
    }

    @Test
    void theNextTrunkFailsToo() {
        triesTheFirstTrunk(503);
        triesTheNextTrunk(503);

        assertThat(found("leg-b")).contains("server-failed");
    }

    @Test
    void somebodyDialsAgainLater() {
        triesTheFirstTrunk(503);
        trace.after(8);
        triesTheNextTrunk(200);

        assertThat(found("leg-b")).contains("server-failed").doesNotContain("answered-on-other-leg");
    }

    @Test
    void theTrunkAsksForALoginThatThePbxDoesNotHave() {
        called();
        triesTheFirstTrunk(407);
        tells(503);

        assertThat(found("leg-a")).containsExactly("leg-behind-challenged");
        assertThat(trace.findings("leg-a").getFirst().values())
                .containsEntry("receiver", Value.of(trace.address("trunk")));
    }

    @Test
    void aLoginThatIsAcceptedIsNoReason() {
        called();
        triesTheFirstTrunk(407);
        second().from("pbx").to("trunk").cseq(2).request("INVITE");
        trace.from("trunk").to("pbx").cseq(2).responds(503);
        tells(503);

        assertThat(found("leg-a")).doesNotContain("leg-behind-challenged");
    }

    @Test
    void aLoginThatIsNotTakenIsNoneThatIsMissing() {
        called();
        triesTheFirstTrunk(407);
        second().from("pbx")
                .to("trunk")
                .cseq(2)
                .header("Proxy-Authorization: Digest username=\"trunk\"")
                .request("INVITE");
        trace.from("trunk").to("pbx").cseq(2).responds(407);
        tells(503);

        assertThat(found("leg-a")).doesNotContain("leg-behind-challenged");
    }

    @Test
    void aRefusalLongAfterAChallengeHasAnotherReason() {
        called();
        triesTheFirstTrunk(407);
        trace.after(10);
        tells(503);

        assertThat(found("leg-a")).doesNotContain("leg-behind-challenged");
    }

    private void triesATrunkOverTcp() {
        trace.over(Transport.TCP);
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.over(Transport.UDP).after(0.1);
    }

    @Test
    void theConnectionToTheTrunkBreaks() {
        called();
        triesATrunkOverTcp();
        trace.seen(new ConnectionReset(trace.packet(trace.address("trunk"), trace.address("pbx"), Sighting.Kind.TCP)));
        tells(503);

        assertThat(found("leg-a")).containsExactly("leg-behind-connection-broken");
        assertThat(trace.findings("leg-a").getFirst().sightings()).hasSize(1);
    }

    @Test
    void anotherConnectionThatBreaksHasNothingToDoWithIt() {
        called();
        triesATrunkOverTcp();
        trace.seen(
                new ConnectionReset(trace.packet(trace.address("elsewhere"), trace.address("pbx"), Sighting.Kind.TCP)));
        tells(503);

        assertThat(found("leg-a")).doesNotContain("leg-behind-connection-broken");
    }

    @Test
    void aTrunkThatAnswersBeforeTheConnectionEndsIsHeard() {
        called();
        triesATrunkOverTcp();
        trace.over(Transport.TCP);
        second().from("trunk").to("pbx").responds(503);
        trace.over(Transport.UDP);
        trace.seen(new ConnectionReset(trace.packet(trace.address("trunk"), trace.address("pbx"), Sighting.Kind.TCP)));
        tells(503);

        assertThat(found("leg-a")).doesNotContain("leg-behind-connection-broken");
    }

    private void triesAndGivesUp(boolean ringing) {
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.05).from("trunk").to("pbx").responds(100);
        if (ringing) {
            trace.after(1).from("trunk").to("pbx").responds(180);
        }
        trace.after(12).from("pbx").to("trunk").cancels();
    }

    @Test
    void aTrunkThatOnlyTriesUntilThePbxGivesUp() {
        called();
        triesAndGivesUp(false);
        tells(480);

        assertThat(found("leg-a")).contains("leg-behind-given-up").doesNotContain("refused-after-trying");
    }

    @Test
    void aTrunkWhereItRangWasNotStuck() {
        called();
        triesAndGivesUp(true);
        tells(480);

        assertThat(found("leg-a")).doesNotContain("leg-behind-given-up");
    }

    @Test
    void anotherTrunkThatRefusesSaysMore() {
        called();
        triesAndGivesUp(false);
        triesTheNextTrunk(404);
        tells(480);

        assertThat(found("leg-a")).doesNotContain("leg-behind-given-up");
    }

    @Test
    void aPhoneBehindThePbxThatNobodyPicksUp() {
        called();
        triesAndGivesUp(true);
        tells(480);

        assertThat(found("leg-a")).contains("nobody-answered-behind").doesNotContain("refused-after-trying");
    }

    @Test
    void aPhoneThatWasTakenBackAtOnceWasNotLeftRinging() {
        called();
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.1).from("trunk").to("pbx").responds(180);
        trace.after(2).from("pbx").to("trunk").cancels();
        tells(480);

        assertThat(found("leg-a")).doesNotContain("nobody-answered-behind");
    }

    private void agent(String leg, String host, int status) {
        trace.call(leg, "1001", leg).after(1).from("pbx").to(host).request("INVITE");
        trace.after(3).from(host).to("pbx").responds(status);
        if (status == 200) {
            trace.from("pbx").to(host).inside("ACK");
        } else {
            trace.from("pbx").to(host).acknowledges();
        }
    }

    private void hangsUp() {
        first().after(10).from("phone").to("pbx").cseq(2).inside("BYE");
        trace.from("pbx").to("phone").cseq(2).responds(200, "BYE");
    }

    @Test
    void anAgentOfAQueueWhoDeclinesBeforeTheNextOneTakesTheCaller() {
        called();
        tells(200);
        agent("71", "desk", 603);
        agent("72", "next", 200);
        hangsUp();

        assertThat(found("71")).containsExactly("answered-on-other-leg");
        assertThat(failed("71")).isFalse();
    }

    private void talksOnAnotherLine() {
        trace.call("old", "1001", "70").from("phone").to("pbx").request("INVITE");
        trace.after(1).from("pbx").to("phone").responds(200);
        trace.from("phone").to("pbx").inside("ACK");
        trace.after(5);
    }

    private void hangsUpTheOtherLine() {
        trace.call("old", "1001", "70")
                .after(60)
                .from("phone")
                .to("pbx")
                .cseq(2)
                .inside("BYE");
        trace.from("pbx").to("phone").cseq(2).responds(200, "BYE");
    }

    /** Somebody talks on one line and dials on another: what is taken there later is another call. */
    @Test
    void anotherLineOfACallerWhoWasRefusedHereHelpsNotThisCall() {
        talksOnAnotherLine();
        called();
        triesTheFirstTrunk(404);
        tells(404);
        agent("72", "next", 200);
        hangsUpTheOtherLine();

        assertThat(found("leg-b")).contains("number-unknown").doesNotContain("answered-on-other-leg");
        assertThat(failed("leg-b")).isTrue();
    }

    @Test
    void anotherLineDoesNotHideThatTheNextTrunkTookTheCall() {
        talksOnAnotherLine();
        called();
        triesTheFirstTrunk(503);
        triesTheNextTrunk(200);
        tells(200);
        hangsUpTheOtherLine();

        assertThat(found("leg-b")).containsExactly("answered-on-other-leg");
    }

    @Test
    void anAgentWhoTakesTheNextCallerHelpsNotThisOne() {
        called();
        tells(200);
        agent("71", "desk", 603);
        hangsUp();
        agent("72", "next", 200);

        assertThat(found("71")).doesNotContain("answered-on-other-leg");
        assertThat(failed("71")).isTrue();
    }

    @Test
    void whoHangsUpHimselfWasNotKeptWaiting() {
        called();
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.05).from("trunk").to("pbx").responds(180);
        first().after(12).from("phone").to("pbx").request("CANCEL");
        trace.from("pbx").to("phone").responds(200, "CANCEL");
        second().from("pbx").to("trunk").cancels();
        tells(480);

        assertThat(found("leg-a")).doesNotContain("nobody-answered-behind", "leg-behind-given-up");
    }

    @Test
    void aTrunkThatIsLeftAtOnceWasNotGivenTime() {
        called();
        second().after(0.03).from("pbx").to("trunk").request("INVITE");
        trace.after(0.05).from("trunk").to("pbx").responds(100);
        trace.after(0.3).from("pbx").to("trunk").cancels();
        tells(480);

        assertThat(found("leg-a")).doesNotContain("leg-behind-given-up");
    }

    @Test
    void aConnectionThatBreaksAfterTheRefusalIsNotItsReason() {
        called();
        triesATrunkOverTcp();
        first().after(8).from("pbx").to("phone").refuses(408);
        trace.goesOn(5);
        trace.seen(new ConnectionReset(trace.packet(trace.address("trunk"), trace.address("pbx"), Sighting.Kind.TCP)));

        assertThat(found("leg-a")).doesNotContain("leg-behind-connection-broken");
    }
}
