package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;

class CallerNumberTest {

    private static final String ANONYMOUS = "From: \"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1";

    private final Trace trace = Trace.ofSignaling();
    private int calls;

    /** A call from the PBX to the carrier, with these headers in the INVITE. */
    private void refused(int status, String phrase, String... headers) {
        invite("bob", headers);
        trace.from("carrier").to("pbx").phrase(phrase).responds(status);
        trace.from("pbx").to("carrier").acknowledges();
    }

    private void passes(String number, String... headers) {
        invite(number, headers);
        trace.from("carrier").to("pbx").responds(180);
        trace.from("carrier").to("pbx").responds(200);
    }

    private void invite(String number, String... headers) {
        trace.after(10).call("call-" + ++calls, "alice", number);
        var step = trace.from("pbx").to("carrier");
        for (String header : headers) {
            step.header(header);
        }
        step.request("INVITE");
    }

    private List<String> found(int call) {
        return Trace.ids(trace.findings("call-" + call));
    }

    @Test
    void anAnonymousCallIsNotWanted() {
        refused(433, "Anonymity Disallowed", ANONYMOUS, "Privacy: id", "P-Asserted-Identity: <sip:+4930@x>");

        assertThat(found(1)).containsExactly("anonymous-refused");
        assertThat(trace.findings("call-1").getFirst().values())
                .containsEntry("sign", Value.of("From: sip:anonymous@anonymous.invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"restricted@203.0.113.7", "Unavailable@example.com", "0000000@example.com", "example.com"})
    void exchangesHaveOtherWordsForNobody(String address) {
        refused(433, "Anonymity Disallowed", "From: <sip:" + address + ">;tag=1");

        assertThat(found(1)).containsExactly("anonymous-refused");
    }

    @Test
    void aCallerWhoIsNamedIsTakenForAnonymous() {
        refused(433, "Anonymity Disallowed");

        assertThat(found(1)).containsExactly("taken-for-anonymous");
    }

    @Test
    void wordsAboutAnonymousUsersAreNotAboutACallerWhoIsNamed() {
        refused(403, "Anonymous users not allowed");

        assertThat(found(1)).doesNotContain("anonymous-refused");
    }

    @Test
    void anAnonymousCallIsRefusedInWords() {
        refused(480, "Anonymous calls not accepted", ANONYMOUS);

        assertThat(found(1)).contains("anonymous-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "403, P-Asserted-Identity missing for anonymous call",
        "403, PAI required",
        "400, No P-Asserted-Identity header",
        "480, P-Asserted-Identity not present"
    })
    void theIdentityBehindAHiddenNumberIsMissing(int status, String phrase) {
        refused(status, phrase, ANONYMOUS, "Privacy: id");

        assertThat(found(1))
                .contains("asserted-identity-missing")
                .doesNotContain("anonymous-refused", "caller-number-refused", "refusal-explained");
        var finding = trace.findings("call-1").getFirst();
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values()).containsEntry("words", Value.of(phrase));
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
    }

    @Test
    void theIdentityIsThereAndIsNotTaken() {
        refused(403, "P-Asserted-Identity missing or invalid", ANONYMOUS, "P-Asserted-Identity: <sip:+4930@x>");

        assertThat(found(1))
                .contains("caller-number-refused")
                .doesNotContain("asserted-identity-missing", "anonymous-refused");
    }

    @Test
    void anAssertedIdentityThatIsThereAndTaken() {
        passes("bob", ANONYMOUS, "P-Asserted-Identity: <sip:+4930@x>");

        assertThat(found(1)).doesNotContain("asserted-identity-missing");
    }

    @Test
    void whereEverybodyHasANumberOfHisOwnNoneIsUnlikeTheOthers() {
        for (int i = 0; i < 5; i++) {
            passes("bob" + i, "From: <sip:caller" + i + "@x>;tag=7");
        }
        refused(403, "Forbidden");

        assertThat(found(6)).containsExactly("refused-at-once");
    }

    @Test
    void aForbiddenCallMayBeSoForItsHiddenNumber() {
        refused(403, "Forbidden", "Privacy: id");

        assertThat(found(1)).containsExactly("anonymous-forbidden");
        assertThat(trace.findings("call-1").getFirst().certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "403, Caller ID not allowed",
        "403, Invalid CLI",
        "480, Invalid calling number",
        "503, Wrong P-Asserted-Identity"
    })
    void theRefuserSaysThatItIsTheCaller(int status, String phrase) {
        refused(status, phrase);

        assertThat(found(1)).contains("caller-number-refused");
        assertThat(trace.findings("call-1").getFirst().values())
                .containsEntry("words", Value.of(phrase))
                .containsEntry("from", Value.of("alice"));
    }

    @Test
    void aForwardedCallKeepsTheNumberOfItsCaller() {
        refused(403, "Caller ID not allowed", "Diversion: <sip:+4930123456@example.com>;reason=unconditional");

        assertThat(found(1)).contains("forwarded-caller-refused").doesNotContain("caller-number-refused");
        assertThat(trace.findings("call-1").getFirst().values())
                .containsEntry("diverter", Value.of("+4930123456"))
                .containsEntry("from", Value.of("alice"));
    }

    @Test
    void historyInfoTellsOfForwardingToo() {
        refused(403, "Forbidden", "History-Info: <sip:+4940100@x>;index=1, <sip:bob@x>;index=1.1");

        assertThat(found(1)).containsExactly("forwarded-caller-refused");
    }

    /** As IMS networks write it for every call. */
    @Test
    void historyInfoOfTheNumberItselfTellsOfNone() {
        refused(403, "Forbidden", "History-Info: <sip:bob@example.com>;index=1");

        assertThat(found(1)).containsExactly("refused-at-once");
    }

    @Test
    void anotherCallerGotThroughToTheSameNumber() {
        passes("bob", "From: <sip:+4930555@x>;tag=7");
        refused(403, "Forbidden");

        assertThat(found(2)).containsExactly("caller-unlike-those-that-passed");
        var finding = trace.findings("call-2").getFirst();
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 1L);
        assertThat(finding.values()).containsEntry("passed", Value.of("+4930555"));
    }

    @Test
    void whereTheSameCallerGetsThroughItIsNotTheCaller() {
        passes("carol");
        refused(403, "Forbidden");

        assertThat(found(2)).containsExactly("refused-at-once");
    }

    @Test
    void theLoginIsThatOfSomebodyElse() {
        refused(
                403,
                "Forbidden",
                "Proxy-Authorization: Digest username=\"trunk1\", realm=\"x\", nonce=\"1\", uri=\"sip:x\","
                        + " response=\"2\"");

        assertThat(found(1)).contains("caller-is-not-account");
        assertThat(trace.findings("call-1").stream()
                        .filter(finding -> finding.kind().id().equals("caller-is-not-account"))
                        .findFirst()
                        .orElseThrow()
                        .values())
                .containsEntry("account", Value.of("trunk1"));
    }

    @Test
    void aForeignIdentityIsAsserted() {
        refused(403, "Forbidden", "P-Asserted-Identity: <sip:+491701234567@x>");

        assertThat(found(1)).containsExactly("caller-differs-from-asserted");
    }

    @Test
    void aRefusalForTheCalledNumberIsNotAboutTheCaller() {
        refused(404, "Not Found", ANONYMOUS, "Privacy: id");

        assertThat(found(1)).containsExactly("number-unknown");
    }

    @Test
    void anAnonymousCallThatIsTaken() {
        passes("bob", ANONYMOUS, "Privacy: id");

        assertThat(found(1)).containsExactly("capture-ended-in-call");
    }

    @ParameterizedTest
    @CsvSource({
        "403, Unauthorized from 10.0.0.1",
        "403, Forbidden from user agent X",
        "403, Unauthorized from this network"
    })
    void wordsAboutAnAddressAreNotAboutANumber(int status, String phrase) {
        refused(status, phrase);

        assertThat(found(1)).doesNotContain("caller-number-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "403, Unauthorized caller, LIKELY",
        "404, Unknown caller, LIKELY",
        "403, Invalid From domain, LIKELY",
        "403, Invalid From header, CERTAIN",
        "403, Caller ID not allowed, CERTAIN"
    })
    void aCallerMayBeTheHostThatCalls(int status, String phrase, Certainty certainty) {
        refused(status, phrase);

        assertThat(trace.findings("call-1"))
                .filteredOn(finding -> finding.kind().id().equals("caller-number-refused"))
                .singleElement()
                .extracting(Finding::certainty)
                .isEqualTo(certainty);
    }

    @ParameterizedTest
    @CsvSource({
        "403, Anonymous users not allowed, LIKELY",
        "403, Anonymous not allowed, LIKELY",
        "403, Anonymous calls not accepted, CERTAIN",
        "403, Caller ID withheld, CERTAIN"
    })
    void whoDoesNotLogInIsCalledAnonymousAsWell(int status, String phrase, Certainty certainty) {
        refused(status, phrase, ANONYMOUS);

        assertThat(trace.findings("call-1"))
                .filteredOn(finding -> finding.kind().id().equals("anonymous-refused"))
                .extracting(Finding::certainty)
                .containsExactly(certainty);
    }

    @Test
    void aHeaderThatIsNotWellWrittenSaysNothingOfItsNumber() {
        refused(400, "Invalid From header");

        assertThat(trace.findings("call-1"))
                .filteredOn(finding -> finding.kind().id().equals("caller-number-refused"))
                .extracting(Finding::certainty)
                .containsExactly(Certainty.LIKELY);
    }

    @Test
    void whoHidesOnlyTheWayOfTheCallIsNotAnonymous() {
        refused(433, "Anonymity Disallowed", "Privacy: history");

        assertThat(found(1)).containsExactly("taken-for-anonymous");
    }

    @Test
    void anotherHeaderIsMissing() {
        refused(403, "P-Asserted-Service required");

        assertThat(found(1)).doesNotContain("asserted-identity-missing");
    }

    @Test
    void aPlaceOfThatNameIsNoHeader() {
        refused(503, "No route to PAI");

        assertThat(found(1)).doesNotContain("asserted-identity-missing");
    }

    @Test
    void anIdentityThatMustNotBeSentIsNotMissing() {
        refused(403, "P-Asserted-Identity not allowed, must use From");

        assertThat(found(1)).doesNotContain("asserted-identity-missing");
    }

    @Test
    void aProxyOnTheWayAddedIt() {
        trace.call("call-1", "alice", "bob");
        trace.from("pbx").to("proxy").request("INVITE");
        String vias = "Via: SIP/2.0/UDP " + trace.address("proxy").text() + ";branch=z9hG4bK-p, SIP/2.0/UDP "
                + trace.address("pbx").text() + ";branch=z9hG4bK-pbx-INVITE-1-f";
        trace.from("proxy")
                .to("carrier")
                .header(vias)
                .header("P-Asserted-Identity: <sip:+4930@x>")
                .request("INVITE");
        trace.from("carrier").to("proxy").phrase("P-Asserted-Identity required").responds(403);
        trace.from("proxy").to("pbx").phrase("P-Asserted-Identity required").responds(403);

        assertThat(found(1)).doesNotContain("asserted-identity-missing");
    }

    @Test
    void anotherLegHadIt() {
        trace.call("call-1", "alice", "bob");
        trace.from("alice").to("pbx").request("INVITE");
        trace.after(0.01)
                .call("outer", "alice", "bob")
                .from("pbx")
                .to("carrier")
                .header("X-Call-ID: call-1")
                .header("P-Asserted-Identity: <sip:+4930@x>")
                .request("INVITE");
        trace.after(0.1)
                .from("carrier")
                .to("pbx")
                .phrase("P-Asserted-Identity required")
                .responds(403);
        trace.after(0.01)
                .call("call-1", "alice", "bob")
                .from("pbx")
                .to("alice")
                .phrase("P-Asserted-Identity required")
                .responds(403);

        assertThat(found(1)).doesNotContain("asserted-identity-missing");
    }
}
