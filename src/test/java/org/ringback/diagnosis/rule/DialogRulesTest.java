package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Loops, routes, tags, numbers and branches: what one side of a dialog does wrong. */
class DialogRulesTest {

    @Test
    void twoProxiesThatSendANumberToEachOther() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 70);
        hop(trace, "p1", "p2", 2, 69);
        hop(trace, "p2", "p1", 3, 68);
        refused(trace, "p1", "p2", 3, 482);
        refused(trace, "p2", "p1", 2, 482);
        refused(trace, "p1", "alice", 1, 482);

        var finding = trace.the("loop-detected");

        assertThat(Trace.frames(finding)).containsExactly(1L, 3L, 4L);
        assertThat(finding.values())
                .containsEntry("hosts", Value.of(List.of("alice:5060", "p1:5060", "p2:5060")))
                .containsEntry("server", Value.of(trace.address("p1")))
                .containsEntry("forwards", Value.of(68));
    }

    @Test
    void aMergedCopyOfAForkedRequestIsNormal() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 70);
        hop(trace, "p1", "bob", 2, 69);
        hop(trace, "p1", "p2", 3, 69);
        refused(trace, "p2", "p1", 3, 482);
        refused(trace, "bob", "p1", 2, 200);
        refused(trace, "p1", "alice", 1, 200);

        assertThat(trace.found()).contains("merged-request").doesNotContain("loop-detected");
        assertThat(Trace.frames(trace.the("merged-request"))).containsExactly(4L);
    }

    @Test
    void hopsThatAreUsedUp() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 70);
        hop(trace, "p1", "p2", 2, 1);
        refused(trace, "p2", "p1", 2, 483);
        refused(trace, "p1", "alice", 1, 483);

        assertThat(trace.the("hops-used-up").values())
                .containsEntry("start", Value.of(70))
                .containsEntry("left", Value.of(1));
        assertThat(trace.found()).doesNotContain("max-forwards-too-low");
    }

    @Test
    void aRequestThatMayNotGoFar() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 2);
        refused(trace, "p1", "alice", 1, 483);

        assertThat(trace.the("max-forwards-too-low").values()).containsEntry("start", Value.of(2));
        // A B2BUA in a circle passes on what is left.
        assertThat(trace.the("max-forwards-too-low").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.found()).doesNotContain("hops-used-up");
    }

    @Test
    void aSearchForHopsWithOptionsIsMeantToEndIn483() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("p1").header("Max-Forwards: 0").request("OPTIONS");
        trace.from("p1").to("alice").responds(483, "OPTIONS");

        assertThat(trace.found()).doesNotContain("max-forwards-too-low", "hops-used-up");
    }

    @Test
    void theSameRequestOverTheSameHopThreeTimes() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 60);
        hop(trace, "p2", "p1", 2, 59);
        hop(trace, "p1", "p2", 3, 58);
        hop(trace, "p2", "p1", 4, 57);
        hop(trace, "p1", "p2", 5, 56);

        var finding = trace.the("request-circles");

        assertThat(Trace.frames(finding)).containsExactly(1L, 3L, 5L);
        assertThat(finding.values()).containsEntry("first", Value.of(60)).containsEntry("last", Value.of(56));
    }

    @Test
    void threeBranchesOfAForkToOneServerAreNoCircle() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 60);
        hop(trace, "p1", "p2", 2, 60);
        hop(trace, "p1", "p2", 3, 60);

        assertThat(trace.found()).doesNotContain("request-circles");
    }

    @Test
    void maxForwardsIsMissing() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("p1").without("Max-Forwards").request("INVITE");
        trace.from("p1").to("alice").responds(400);
        assertThat(trace.found()).contains("max-forwards-missing");

        var other = Trace.ofSignaling();
        other.from("alice").to("p1").request("INVITE");
        other.from("p1").to("alice").responds(400);
        assertThat(other.found()).doesNotContain("max-forwards-missing");
    }

    @Test
    void anAckAndAByeWithoutTheirRoute() {
        var trace = recorded();
        trace.from("alice").to("bob").uri("sip:bob@bob.example").inside("ACK");
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(2)
                .uri("sip:bob@bob.example")
                .inside("BYE");

        var finding = trace.the("route-missing");

        assertThat(Trace.frames(finding)).containsExactly(2L, 3L);
        assertThat(finding.values())
                .containsEntry("routes", Value.of(List.of("sip:p1.example;lr", "sip:p2.example;lr")))
                .containsEntry("sent", Value.of(trace.address("bob")));
    }

    @Test
    void requestsThatFollowTheirRoute() {
        var trace = recorded();
        route(trace.from("alice").to("proxy")).inside("ACK");
        route(trace.after(5).from("alice").to("proxy").cseq(2)).inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theLastProxyTakesItselfOutOfTheRoute() {
        var trace = Trace.ofSignaling();
        trace.from("proxy")
                .to("bob")
                .header("Via: SIP/2.0/UDP proxy;branch=z9hG4bK-p1")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-a1")
                .header("Record-Route: <sip:p1.example;lr>")
                .request("INVITE");
        trace.from("bob")
                .to("proxy")
                .header("Record-Route: <sip:p1.example;lr>")
                .header("Contact: <sip:bob@bob.example>")
                .responds(200);
        trace.from("proxy")
                .to("bob")
                .header("Via: SIP/2.0/UDP proxy;branch=z9hG4bK-p2")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-a2")
                .uri("sip:bob@bob.example")
                .inside("ACK");

        assertThat(trace.found()).doesNotContain("route-missing");
    }

    @Test
    void theCalleeForgetsItsRoute() {
        var trace = recordedAtCallee();
        trace.after(5).from("bob").to("proxy").byCallee().inside("BYE");
        assertThat(trace.the("route-missing").values()).containsEntry("routes", Value.of(List.of("sip:p1.example;lr")));

        var right = recordedAtCallee();
        right.after(5)
                .from("bob")
                .to("proxy")
                .byCallee()
                .header("Route: <sip:p1.example;lr>")
                .inside("BYE");
        assertThat(right.found()).doesNotContain("route-missing");
    }

    @Test
    void aStrictRouterIsOnlyWorthAWordIfSomethingFails() {
        var trace = strict();
        trace.after(5)
                .from("alice")
                .to("proxy")
                .cseq(2)
                .header("Route: <sip:p1.example>")
                .inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(404, "BYE");
        assertThat(trace.the("strict-route").values()).containsEntry("route", Value.of("sip:p1.example"));

        var healthy = strict();
        healthy.after(5)
                .from("alice")
                .to("proxy")
                .cseq(2)
                .header("Route: <sip:p1.example>")
                .inside("BYE");
        healthy.from("proxy").to("alice").cseq(2).responds(200, "BYE");
        assertThat(healthy.found()).isEmpty();
    }

    @Test
    void aByeToTheNumberDialedAndNotToTheContact() {
        var trace = contacted("sip:4711@gw7.example");
        trace.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .uri("sip:bob@example.com")
                .inside("BYE");
        trace.from("server").to("alice").cseq(2).responds(404, "BYE");

        var finding = trace.the("contact-ignored");

        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values())
                .containsEntry("contact", Value.of("sip:4711@gw7.example"))
                .containsEntry("used", Value.of("sip:bob@example.com"));
    }

    @Test
    void aByeToTheContactOrOneThatIsAcceptedIsFine() {
        var right = contacted("sip:4711@gw7.example");
        right.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .uri("sip:4711@gw7.example")
                .inside("BYE");
        right.from("server").to("alice").cseq(2).responds(481, "BYE");
        assertThat(right.found()).doesNotContain("contact-ignored");

        var accepted = contacted("sip:4711@gw7.example");
        accepted.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .uri("sip:bob@example.com")
                .inside("BYE");
        accepted.from("server").to("alice").cseq(2).responds(200, "BYE");
        assertThat(accepted.found()).isEmpty();
    }

    @Test
    void anAnswerWithoutTag() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").header("To: <sip:bob@example.com>").responds(180);
        assertThat(Trace.frames(trace.the("to-tag-missing"))).containsExactly(3L);

        var refused = Trace.ofSignaling();
        refused.from("alice").to("bob").request("INVITE");
        refused.from("bob").to("alice").header("To: <sip:bob@example.com>").responds(404);
        assertThat(refused.found()).doesNotContain("to-tag-missing");
    }

    @Test
    void aResponseWithAnotherTagThanTheRequest() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("To: <sip:bob@example.com>;tag=other")
                .responds(481, "BYE");

        assertThat(trace.the("tag-changed").values())
                .containsEntry("asked", Value.of("bob-tag"))
                .containsEntry("told", Value.of("other"));
    }

    @Test
    void forksHaveTagsOfTheirOwn() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").toTag("one").responds(180);
        trace.from("proxy").to("alice").toTag("two").responds(200);
        trace.from("alice").to("proxy").toTag("two").inside("ACK");

        assertThat(trace.found()).containsExactly("capture-ended-in-call");
    }

    @Test
    void aByeWithANumberThatWasUsed() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(1).inside("BYE");

        assertThat(trace.the("cseq-not-increased").values())
                .containsEntry("number", Value.of(1))
                .containsEntry("before", Value.of(1))
                .containsEntry("other", Value.of("INVITE"));
        assertThat(Trace.frames(trace.the("cseq-not-increased"))).containsExactly(1L, 4L);
    }

    @Test
    void eachSideAndEachForkCountsForItself() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").cseq(10).request("INVITE");
        trace.from("proxy").to("alice").cseq(10).toTag("one").responds(183);
        trace.from("proxy").to("alice").cseq(10).toTag("two").responds(183);
        trace.after(1).from("alice").to("proxy").cseq(12).toTag("one").inside("PRACK");
        trace.after(1).from("alice").to("proxy").cseq(11).toTag("two").inside("PRACK");
        trace.after(1).from("proxy").to("alice").cseq(3).byCallee().toTag("one").inside("UPDATE");

        assertThat(trace.found()).doesNotContain("cseq-not-increased");
    }

    @Test
    void twoDatagramsThatChangedPlacesAreNoMistake() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(3).inside("INFO");
        trace.after(0.01).from("alice").to("bob").cseq(2).inside("UPDATE");

        assertThat(trace.found()).doesNotContain("cseq-not-increased");
    }

    @Test
    void credentialsUnderTheSameNumber() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy")
                .to("alice")
                .header("WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"")
                .responds(401, "REGISTER");
        trace.from("alice")
                .to("proxy")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-again")
                .header("Authorization: Digest username=\"alice\", realm=\"r\", nonce=\"n\"")
                .request("REGISTER");

        assertThat(trace.the("cseq-kept-with-credentials").values()).containsEntry("number", Value.of(1));

        trace.from("proxy").to("alice").responds(200, "REGISTER");
        assertThat(trace.found()).doesNotContain("cseq-kept-with-credentials");
    }

    @Test
    void aResponseWithANumberThatNobodySent() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("CSeq: 7 INVITE").responds(180);

        assertThat(trace.the("response-cseq-differs").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the("response-cseq-differs").values())
                .containsEntry("asked", Value.of("1 INVITE"))
                .containsEntry("told", Value.of("7 INVITE"));
    }

    @Test
    void aRequestWhoseCSeqNamesAnotherMethod() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").header("CSeq: 1 INVITE").request("UPDATE");
        trace.from("bob").to("alice").header("CSeq: 1 UPDATE").responds(400, "UPDATE");
        assertThat(trace.the("cseq-method-differs").values()).containsEntry("cseq", Value.of("1 INVITE"));

        var other = Trace.ofSignaling();
        other.from("alice").to("bob").header("CSeq:  1   UPDATE").request("UPDATE");
        other.from("bob").to("alice").responds(400, "UPDATE");
        assertThat(other.found()).doesNotContain("cseq-method-differs");
    }

    @Test
    void theResponseToACancelThatWasNotCapturedFits() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("CSeq: 1 CANCEL").responds(200);

        assertThat(trace.found()).doesNotContain("response-cseq-differs");
    }

    @Test
    void oneBranchForTwoRequests() {
        var trace = talking();
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-1-f")
                .inside("BYE");

        assertThat(trace.the("branch-reused").values())
                .containsEntry("one", Value.of("1 INVITE"))
                .containsEntry("other", Value.of("2 BYE"));
    }

    @Test
    void onlyAnAckAndACancelShareTheNumberAndTheBranchOfAnInvite() {
        var trace = talking();
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(1)
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-1-f")
                .inside("INFO");

        assertThat(trace.the("branch-reused").values())
                .containsEntry("one", Value.of("1 INVITE"))
                .containsEntry("other", Value.of("1 INFO"));
    }

    @Test
    void anAckAndACancelShareTheBranchOfTheirInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(3).from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(200, "CANCEL");
        trace.from("bob").to("alice").responds(487);
        trace.from("alice").to("bob").acknowledges();

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    @Test
    void aBranchWithoutTheCookieInACallThatFails() {
        var failed = Trace.ofSignaling();
        failed.from("alice").to("bob").header("Via: SIP/2.0/UDP alice;branch=1").request("INVITE");
        failed.from("bob").to("alice").responds(500);
        assertThat(failed.found()).contains("no-magic-cookie");

        var healthy = Trace.ofSignaling();
        healthy.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=1")
                .request("OPTIONS");
        healthy.from("bob").to("alice").responds(200, "OPTIONS");
        assertThat(healthy.found()).isEmpty();
    }

    @Test
    void anAckThatTheServerCannotMatch() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        trace.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .inside("ACK");
        assertThat(trace.found()).doesNotContain("ack-branch-differs");

        for (int i = 0; i < 3; i++) {
            trace.after(1).from("bob").to("alice").responds(486);
        }

        assertThat(trace.the("ack-branch-differs").values()).containsEntry("sent", Value.of("z9hG4bK-own"));
        assertThat(Trace.frames(trace.the("ack-branch-differs"))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anAckToAnAnswerInTheTransactionOfTheInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.from("alice").to("bob").acknowledges();
        assertThat(trace.found()).doesNotContain("ack-reuses-invite-branch");

        for (int i = 0; i < 3; i++) {
            trace.after(1).from("bob").to("alice").responds(200);
        }
        assertThat(trace.found()).contains("ack-reuses-invite-branch");
    }

    @Test
    void aCancelThatFitsNoInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .request("CANCEL");
        trace.from("bob")
                .to("alice")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .responds(481, "CANCEL");

        assertThat(trace.the("cancel-does-not-match").values())
                .containsEntry("cancel", Value.of("z9hG4bK-own, CSeq 1"));
    }

    @Test
    void aCancelThatComesTooLateFitsAllTheSame() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        trace.from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(481, "CANCEL");

        assertThat(trace.found()).doesNotContain("cancel-does-not-match");
    }

    @Test
    void aNewCallUnderAnOldCallId() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
        assertThat(trace.found()).isEmpty();

        trace.after(5).from("alice").to("bob").cseq(3).request("INVITE");

        assertThat(Trace.frames(trace.the("call-id-reused"))).containsExactly(1L, 4L, 6L);
    }

    private static Trace hop(Trace trace, String from, String to, int number, int forwards) {
        var step = trace.from(from).to(to).header("Max-Forwards: " + forwards);
        List<String> way = List.of("alice", "p1", "p2", "p1", "p2").subList(0, Math.min(number, 3));
        String top = "Via: SIP/2.0/UDP " + from + ":5060;branch=z9hG4bK-" + number;
        step.header(top);
        way.subList(0, way.size() - 1).reversed().stream()
                .filter(host -> !host.equals(from))
                .forEach(host -> step.header("Via: SIP/2.0/UDP " + host + ":5060;branch=z9hG4bK-" + host));
        return step.request("INVITE");
    }

    private static void refused(Trace trace, String from, String to, int number, int status) {
        trace.after(0.01)
                .from(from)
                .to(to)
                .header("Via: SIP/2.0/UDP " + to + ":5060;branch=z9hG4bK-" + number)
                .responds(status);
    }

    private static Trace.Step route(Trace.Step step) {
        return step.uri("sip:bob@bob.example").header("Route: <sip:p1.example;lr>, <sip:p2.example;lr>");
    }

    private static Trace recorded() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        return trace.from("proxy")
                .to("alice")
                .header("Record-Route: <sip:p2.example;lr>, <sip:p1.example;lr>")
                .header("Contact: <sip:bob@bob.example>")
                .responds(200);
    }

    private static Trace recordedAtCallee() {
        var trace = Trace.ofSignaling();
        trace.from("proxy")
                .to("bob")
                .header("Record-Route: <sip:p1.example;lr>")
                .request("INVITE");
        trace.from("bob")
                .to("proxy")
                .header("Record-Route: <sip:p1.example;lr>")
                .responds(200);
        return trace;
    }

    private static Trace strict() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Record-Route: <sip:p1.example>")
                .header("Contact: <sip:bob@example.com>")
                .responds(200);
        return trace.from("alice").to("proxy").header("Route: <sip:p1.example>").inside("ACK");
    }

    private static Trace contacted(String contact) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("server").request("INVITE");
        trace.from("server").to("alice").header("Contact: <" + contact + ">").responds(200);
        return trace.from("alice").to("server").uri(contact).inside("ACK");
    }

    private static Trace talking() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    @Test
    void aChangeOfTheCallUnderTheNumberOfItsSetup() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5)
                .from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-another")
                .inside("INVITE");
        trace.from("bob").to("alice").responds(500);

        assertThat(Trace.frames(trace.the("cseq-not-increased"))).containsExactly(1L, 4L);
        assertThat(trace.found()).contains("reinvite-refused");
    }

    @Test
    void aCallThatIsForwardedOnAndOnComesNearerToItsEnd() {
        var trace = Trace.ofSignaling();
        for (int i = 0; i < 3; i++) {
            trace.from("p1")
                    .to("p2")
                    .uri("sip:target" + i + "@example.com")
                    .header("Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-" + i)
                    .header("Max-Forwards: " + (60 - i))
                    .request("INVITE");
        }

        assertThat(trace.found()).doesNotContain("request-circles");
    }

    @Test
    void aCircleIsCertainOnlyIfTheAddressStaysTheSame() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 60);
        hop(trace, "p2", "p1", 2, 59);
        hop(trace, "p1", "p2", 3, 58);
        hop(trace, "p2", "p1", 4, 57);
        hop(trace, "p1", "p2", 5, 56);

        assertThat(trace.the("request-circles").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    /** A proxy that keeps no state writes the same branch into each ACK to an answer. */
    @Test
    void theAcksOfAProxyWithoutStateShareTheirBranch() {
        var trace = talking();
        for (int cseq = 2; cseq < 4; cseq++) {
            trace.after(5).from("alice").to("bob").cseq(cseq).inside("INVITE");
            trace.from("bob").to("alice").cseq(cseq).responds(200);
            trace.from("alice")
                    .to("bob")
                    .cseq(cseq)
                    .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bKstateless")
                    .inside("ACK");
        }

        assertThat(trace.found()).doesNotContain("branch-reused");
    }
}
