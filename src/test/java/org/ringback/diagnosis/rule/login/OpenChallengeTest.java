package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

class OpenChallengeTest {

    private static final String CHALLENGE = "WWW-Authenticate: Digest realm=\"pbx\", nonce=\"n1\"";

    private final Trace trace = Trace.ofSignaling();

    private void challenged() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("alice").header(CHALLENGE).responds(401);
        trace.from("alice").to("proxy").acknowledges();
    }

    @Test
    void theCaptureEndsWithTheChallenge() {
        challenged();

        Finding finding = trace.the("capture-ended-at-challenge");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.origin()).map(Origin::firstSaidBy).contains(trace.address("proxy"));
        assertThat(finding.values())
                .containsEntry("client", Value.of(trace.address("alice")))
                .containsEntry("method", Value.of("INVITE"));
        assertThat(trace.found()).containsExactly("capture-ended-at-challenge");
    }

    private void asksAgain(String stale) {
        trace.from("alice")
                .to("proxy")
                .header("Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"old\","
                        + " uri=\"sip:bob@example.com\", response=\"aa\"")
                .request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"new\"" + stale)
                .responds(401);
        trace.from("alice").to("proxy").acknowledges();
        trace.goesOn(60);
    }

    @Test
    void aNonceThatIsTooOldAndNoNewTry() {
        asksAgain(", stale=true");

        assertThat(trace.found()).contains("stale-nonce-not-retried").doesNotContain("ended-with-second-challenge");
    }

    @Test
    void credentialsThatAreRejected() {
        asksAgain("");

        assertThat(trace.found()).doesNotContain("stale-nonce-not-retried");
    }

    @Test
    void aNonceThatIsTooOldAndANewTry() {
        asksAgain(", stale=true");
        trace.from("alice").to("proxy").cseq(2).request("INVITE");
        trace.from("proxy").to("alice").cseq(2).responds(200);

        assertThat(trace.found()).doesNotContain("stale-nonce-not-retried");
    }

    @Test
    void aRealmIsNotEvenNamed() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").header("Proxy-Authenticate: Basic").responds(407, "REGISTER");

        assertThat(trace.found()).containsExactly("ended-with-challenge");
    }

    @Test
    void whoAsksForALoginMustSayHow() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").responds(407, "REGISTER");

        assertThat(trace.the("challenge-missing").values()).containsEntry("header", Value.of("Proxy-Authenticate"));
        assertThat(trace.found()).containsExactly("challenge-missing");
    }

    @Test
    void whoGetsInAllTheSameMissedNothing() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").responds(407, "REGISTER");
        trace.from("alice").to("proxy").cseq(2).request("REGISTER");
        trace.from("proxy").to("alice").cseq(2).responds(200, "REGISTER");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void credentialsWereThereAlreadyAndTheCaptureEnds() {
        trace.from("alice")
                .to("proxy")
                .header("Authorization: Digest realm=\"pbx\", nonce=\"n0\", username=\"alice\","
                        + " uri=\"sip:example.com\"")
                .request("REGISTER");
        trace.from("proxy").to("alice").header(CHALLENGE).responds(401, "REGISTER");

        assertThat(trace.found()).containsExactly("ended-with-second-challenge");
        assertThat(Trace.frames(trace.the("ended-with-second-challenge"))).containsExactly(2L, 1L);
    }

    @Test
    void credentialsForAnotherServerAreNotJudged() {
        trace.from("alice")
                .to("proxy")
                .header("Proxy-Authorization: Digest realm=\"edge\", nonce=\"n0\", username=\"alice\","
                        + " uri=\"sip:example.com\"")
                .request("INVITE");
        trace.from("proxy").to("alice").header(CHALLENGE).responds(401);

        assertThat(trace.found()).containsExactly("capture-ended-at-challenge");
    }

    @Test
    void whoKnowsMoreSpeaksInstead() {
        challenged();
        trace.goesOn(40);

        assertThat(trace.found()).containsExactly("no-credentials");
    }

    @Test
    void whoLogsInIsLeftAlone() {
        challenged();
        trace.from("alice")
                .to("proxy")
                .cseq(2)
                .header("Authorization: Digest realm=\"pbx\", nonce=\"n1\", username=\"alice\","
                        + " uri=\"sip:example.com\"")
                .request("INVITE");
        trace.from("proxy").to("alice").cseq(2).responds(180);

        assertThat(trace.found()).doesNotContain("ended-with-challenge", "ended-with-second-challenge");
    }

    private void comesBack(String callId, double after, String callee) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header(CHALLENGE.replace("WWW", "Proxy"))
                .responds(407);
        trace.call(callId, "alice", callee);
        trace.after(after)
                .from("alice")
                .to("proxy")
                .header("Proxy-Authorization: Digest realm=\"pbx\", nonce=\"n1\", username=\"alice\", uri=\"sip:x\"")
                .request("INVITE");
    }

    @Test
    void whoComesBackUnderAnotherCallIdDidNotGiveUp() {
        comesBack("call-2", 0.2, "bob");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("challenged-and-back");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aCallToSomebodyElseOrMuchLaterIsNotTheSame() {
        comesBack("call-2", 0.2, "carol");
        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("challenged-and-back");
    }

    @Test
    void muchLaterIsAnotherTry() {
        comesBack("call-2", 60, "bob");
        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("challenged-and-back");
    }

    @Test
    void whereTheCaptureEndsTheClientMayStillComeBack() {
        challenged();

        assertThat(trace.found()).containsExactly("capture-ended-at-challenge");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void whereItGoesOnForSecondsTheClientHadTheTime() {
        challenged();
        trace.goesOn(3);

        assertThat(trace.the("ended-with-challenge").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void theClientDoesNotComeBack() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").header("Proxy-Authenticate: Basic").responds(407, "REGISTER");
        trace.goesOn(60);

        assertThat(trace.the("ended-with-challenge").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void theResponseToALoginThatWasNotCaptured() {
        challenged();
        trace.after(0.2)
                .from("proxy")
                .to("alice")
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-second")
                .header("CSeq: 2 INVITE")
                .responds(180);
        trace.goesOn(60);

        assertThat(trace.findings("call-1"))
                .filteredOn(finding -> finding.kind().id().equals("ended-with-challenge"))
                .noneMatch(finding -> finding.certainty() != Certainty.POSSIBLE);
    }

    /** Under another Call-ID, as devices do that begin anew. */
    @Test
    void aNonceThatIsTooOldAndAnotherCall() {
        trace.from("alice")
                .to("proxy")
                .header("Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"old\","
                        + " uri=\"sip:example.com\", response=\"aa\"")
                .request("REGISTER");
        trace.from("proxy")
                .to("alice")
                .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"new\", stale=true")
                .responds(401, "REGISTER");
        trace.call("call-2", "alice", "bob")
                .after(0.2)
                .from("alice")
                .to("proxy")
                .header("Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"new\","
                        + " uri=\"sip:example.com\", response=\"bb\"")
                .request("REGISTER");
        trace.from("proxy").to("alice").responds(200, "REGISTER");
        trace.goesOn(60);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("challenged-and-back");
    }
}
