package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class RedirectionTest {

    private final Trace trace = Trace.ofSignaling();

    private void answersFrom(int status, String... headers) {
        var step = trace.from("pbx").to("alice");
        for (String header : headers) {
            step.header(header);
        }
        step.responds(status);
        trace.from("alice").to("pbx").acknowledges();
    }

    @Test
    void aPbxThatFollowsUnderItsOwnCallIdLosesNothing() {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(302, "Contact: <sip:carol@198.51.100.77:5060>");
        trace.call("call-2", "alice", "carol");
        trace.after(0.2).from("pbx").to("carol").uri("sip:carol@198.51.100.77").request("INVITE");

        var finding = trace.findings("call-1").getFirst();

        assertThat(finding.kind().id()).isEqualTo("redirect-followed");
        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values()).containsEntry("callId", Value.of("call-2"));
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:dave@198.51.100.77", "sip:carol@198.51.100.78"})
    void anotherCallToAnotherAddressIsNotTheOne(String elsewhere) {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(302, "Contact: <sip:carol@198.51.100.77:5060>");
        trace.call("call-2", "alice", "carol");
        trace.after(0.2).from("pbx").to("carol").uri(elsewhere).request("INVITE");
        trace.goesOn(20);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @Test
    void aCallMuchLaterIsNotTheOne() {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(302, "Contact: <sip:carol@198.51.100.77:5060>");
        trace.call("call-2", "alice", "carol");
        trace.after(60).from("pbx").to("carol").uri("sip:carol@198.51.100.77").request("INVITE");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @Test
    void aRedirectionThatNamesNoAddress() {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(302);

        assertThat(trace.found()).containsExactly("redirect-without-target");
    }

    @Test
    void anAlternativeServiceIsNoForwarding() {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(380);

        assertThat(trace.found()).containsExactly("other-service-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:service:sos", "urn:service:sos.fire", "sip:112@example.com", "sip:911@example.com"})
    void anEmergencyCallIsNoForwarding(String dialed) {
        trace.from("alice").to("pbx").uri(dialed).request("INVITE");
        answersFrom(380);

        assertThat(trace.the("emergency-redirected").values()).containsEntry("target", Value.of(dialed));
        assertThat(trace.found()).containsExactly("emergency-redirected");
    }

    @Test
    void theNetworkRecognizesAnEmergencyNumberThatThePhoneDoesNotKnow() {
        trace.from("alice").to("pbx").uri("sip:144@example.com").request("INVITE");
        trace.from("pbx")
                .to("alice")
                .body("application/3gpp-ims+xml", "<ims-3gpp version=\"1\"/>")
                .responds(380);

        assertThat(trace.found()).containsExactly("emergency-redirected");
    }

    @Test
    void anEmergencyCallIsSentOnToTheCenterOfItsPlace() {
        trace.from("alice").to("pbx").uri("urn:service:sos").request("INVITE");
        answersFrom(302, "Contact: <sip:psap7@198.51.100.77>");
        trace.call("call-2", "alice", "psap7");
        trace.after(0.2).from("pbx").to("psap").uri("sip:psap7@198.51.100.77").request("INVITE");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-followed");
    }

    @Test
    void anEmergencyCallThatNobodySendsOn() {
        trace.from("alice").to("pbx").uri("urn:service:sos").request("INVITE");
        answersFrom(302, "Contact: <sip:psap7@198.51.100.77>");

        trace.goesOn(20);
        assertThat(trace.found()).containsExactly("redirect-not-followed");
    }

    @Test
    void aNumberWithoutAHostIsFollowedOnlyToItself() {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(302, "Contact: <tel:+4930123456>");
        trace.call("call-2", "alice", "dave");
        trace.after(0.2).from("pbx").to("gateway").uri("tel:+4940654321").request("INVITE");

        trace.goesOn(20);
        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @ParameterizedTest
    @CsvSource({
        "<ims-3gpp version=\"1\"/>, LIKELY",
        "<ims-3gpp version=\"1\"><alternative-service><type>emergency</type></alternative-service></ims-3gpp>, CERTAIN"
    })
    void onlyTheBodySaysForWhatTheAlternativeIs(String body, Certainty certainty) {
        trace.from("alice").to("pbx").uri("sip:144@example.com").request("INVITE");
        trace.from("pbx").to("alice").body("application/3gpp-ims+xml", body).responds(380);

        assertThat(trace.the("emergency-redirected").certainty()).isEqualTo(certainty);
    }

    @Test
    void theContactNamesTheEmergencyService() {
        trace.from("alice").to("pbx").uri("sip:144@example.com").request("INVITE");
        answersFrom(380, "Contact: <urn:service:sos.ambulance>");

        assertThat(trace.the("emergency-redirected").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void anAlternativeServiceNeedNotBeForAnEmergency() {
        trace.from("alice").to("pbx").uri("sip:144@example.com").request("INVITE");
        trace.from("pbx")
                .to("alice")
                .body(
                        "application/3gpp-ims+xml",
                        "<ims-3gpp"
                            + " version=\"1\"><alternative-service><type>restoration</type></alternative-service></ims-3gpp>")
                .responds(380);

        assertThat(trace.found()).containsExactly("other-service-needed");
    }

    private void redials(String by, String number) {
        trace.from("pbx").to("alice").request("INVITE");
        trace.from("alice")
                .to("pbx")
                .header("Contact: <sip:00491721234567@198.51.100.5>")
                .responds(302);
        trace.from("pbx").to("alice").acknowledges();
        trace.call("call-2", "carol", number);
        trace.after(0.2)
                .from(by)
                .to("carrier")
                .uri("sip:" + number + "@carrier.example")
                .request("INVITE");
    }

    @Test
    void aPbxDialsTheNumberOfTheContactOverItsTrunk() {
        redials("pbx", "+491721234567");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-followed");
    }

    @Test
    void aPbxDialsTheNumberOfTheContactAsItsDialPlanWritesIt() {
        trace.from("pbx").to("alice").request("INVITE");
        trace.from("alice")
                .to("pbx")
                .header("Contact: <sip:01721234567@198.51.100.5>")
                .responds(302);
        trace.from("pbx").to("alice").acknowledges();
        trace.call("call-2", "carol", "+491721234567");
        trace.after(0.2)
                .from("pbx")
                .to("carrier")
                .uri("sip:+491721234567@carrier.example")
                .request("INVITE");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-followed");
    }

    @Test
    void anotherNumberOverTheTrunkIsAnotherCall() {
        redials("pbx", "+491721234568");
        trace.goesOn(20);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @Test
    void theSameNumberCalledBySomebodyElseIsAnotherCall() {
        redials("bob", "+491721234567");

        trace.goesOn(20);
        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @Test
    void whereTheCaptureEndsSomebodyMayStillFollow() {
        trace.from("alice").to("pbx").request("INVITE");
        answersFrom(302, "Contact: <sip:carol@198.51.100.77:5060>");

        assertThat(trace.the("redirect-not-followed").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    private void asksFirst(String caller, String called, String next) {
        asksFirst(caller, called, next, 0.02);
    }

    private void asksFirst(String caller, String called, String next, double soon) {
        trace.call("call-1", "+12125550147", "+13035550122");
        trace.from("switch").to("database").uri("sip:+13035550122@db.example").request("INVITE");
        trace.from("database")
                .to("switch")
                .header("Contact: \"ACME\" <sip:+12125550147@db.example>")
                .responds(302);
        trace.from("switch").to("database").acknowledges();
        trace.call("call-2", caller, called).after(soon);
        trace.from("switch").to(next).uri("sip:" + called + "@carrier.example").request("INVITE");
        trace.goesOn(20);
    }

    @Test
    void aSwitchAsksForTheNameOfTheCallerFirst() {
        asksFirst("+12125550147", "+13035550122", "carrier");

        var finding = trace.findings("call-1").getFirst();

        assertThat(finding.kind().id()).isEqualTo("redirect-answers-query");
        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values()).containsEntry("next", Value.of(trace.address("carrier")));
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void inALogThatCountsWholeSecondsTheNextCallHasTheSameTime() {
        trace.logged();
        asksFirst("+12125550147", "+13035550122", "carrier", 0);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-answers-query");
    }

    @Test
    void inALogWithoutTimesTheNextCallStandsBehindIt() {
        trace.logged().untimed();
        asksFirst("+12125550147", "+13035550122", "carrier", 0);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-answers-query");
    }

    @Test
    void whatStandsBeforeItDoesNotFollowIt() {
        trace.logged().call("call-2", "+12125550147", "+13035550122");
        trace.from("switch")
                .to("carrier")
                .uri("sip:+13035550122@carrier.example")
                .request("INVITE");
        trace.call("call-1", "+12125550147", "+13035550122");
        trace.from("switch").to("database").uri("sip:+13035550122@db.example").request("INVITE");
        trace.from("database")
                .to("switch")
                .header("Contact: \"ACME\" <sip:+12125550147@db.example>")
                .responds(302);
        trace.from("switch").to("database").acknowledges();
        trace.goesOn(20);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550199, +13035550122, carrier",
        "+12125550147, +13035550133, carrier",
        "+12125550147, +13035550122, database"
    })
    void anotherCallerAnotherNumberAndTheSameServerAreNoAnswerToAQuery(String caller, String called, String next) {
        asksFirst(caller, called, next);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    /** As a database of ported numbers answers: the routing number stands behind the number (RFC 4694). */
    @Test
    void theNumberIsDialedWithItsRoutingNumber() {
        trace.call("call-1", "+12125550147", "+13035550122");
        trace.from("switch").to("database").uri("sip:+13035550122@db.example").request("INVITE");
        trace.from("database")
                .to("switch")
                .header("Contact: <sip:+13035550122;npdi;rn=+13038990000@db.example;user=phone>")
                .responds(302);
        trace.from("switch").to("database").acknowledges();
        trace.call("call-2", "+12125550147", "+13035550122").after(0.02);
        trace.from("switch")
                .to("carrier")
                .uri("sip:+13035550122;rn=+13038990000;npdi@carrier.example")
                .request("INVITE");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-followed");
    }

    private void emergencyCallBy(String phone, String dialed) {
        trace.from("alice").to("pbx").uri("sip:112@example.com").request("INVITE");
        answersFrom(380, "Contact: <urn:service:sos>");
        trace.call("call-2", "alice", "sos").after(3);
        trace.from(phone).to("pbx").uri(dialed).request("INVITE");
    }

    @Test
    void aPhoneSetsTheEmergencyCallUpAnew() {
        emergencyCallBy("alice", "urn:service:sos");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("emergency-redirect-followed");
        assertThat(Trace.frames(trace.findings("call-1").getFirst())).containsExactly(2L, 4L);
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"bob, urn:service:sos", "alice, sip:carol@example.com"})
    void anotherPhoneAndAnotherNumberHelpNobody(String phone, String dialed) {
        emergencyCallBy(phone, dialed);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("emergency-redirected");
    }

    /** A phone forwards to a mobile, and the PBX rings the next phone of the same number instead. */
    @Test
    void aForwardingThatIsPassedOverIsNoAnswerToAQuestion() {
        trace.call("call-1", "+12125550147", "+13035550122");
        trace.from("pbx").to("desk").request("INVITE");
        trace.from("desk")
                .to("pbx")
                .header("Contact: <sip:+13035550999@pbx.example>")
                .responds(302);
        trace.from("pbx").to("desk").acknowledges();
        trace.call("call-2", "+12125550147", "+13035550122").after(0.02);
        trace.from("pbx").to("cordless").request("INVITE");
        trace.goesOn(20);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("redirect-not-followed");
    }

    @Test
    void theEmergencyCallOfSomebodyElseBehindTheSameAddressHelpsNobody() {
        trace.from("alice").to("pbx").uri("sip:112@example.com").request("INVITE");
        answersFrom(380, "Contact: <urn:service:sos>");
        trace.call("call-2", "dora", "sos").after(3);
        trace.from("alice").to("pbx").uri("urn:service:sos").request("INVITE");

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("emergency-redirected");
    }
}
