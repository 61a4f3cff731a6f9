package org.ringback.diagnosis.rule.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class WrongPortTest {

    private static final String LOGIN_VIA = "Via: SIP/2.0/UDP 203.0.113.9:5060;branch=z9hG4bK-login";

    @ParameterizedTest
    @CsvSource({";rport, response-ignores-rport", "'', response-without-rport"})
    void responsesToAnotherPortThanTheRequestCameFrom(String rport, String kind) {
        var trace = wrongPort(rport);
        asksAgain(trace, rport, 0.5, 1);

        var finding = trace.the(kind);

        assertThat(Trace.frames(finding)).containsExactly(1L, 2L);
        assertThat(finding.values())
                .containsEntry("client", Value.of(trace.address("phone")))
                .containsEntry("sent", Value.of(trace.address("via")));
    }

    /** The phone asks again, for what the server responds goes to the address in its Via. */
    private static Trace answeredToVia(String phone, String via) {
        var trace = Trace.ofSignaling().host("phone", phone, 34012).host("via", via, 5060);
        String line = "Via: SIP/2.0/UDP " + via + ":5060;rport;branch=z9hG4bK-via";
        trace.from("phone").to("server").header(line).request("INVITE");
        trace.raw(
                "server",
                "via",
                "SIP/2.0 100 Trying\r\n" + line + "\r\nFrom: <sip:alice@example.com>;tag=alice-tag\r\n"
                        + "To: <sip:bob@example.com>\r\nCall-ID: call-1\r\nCSeq: 1 INVITE\r\n\r\n");
        trace.after(0.5).from("phone").to("server").header(line).request("INVITE");
        return trace.after(1).from("phone").to("server").header(line).request("INVITE");
    }

    @Test
    void responsesToThePrivateAddressOfAVia() {
        var trace = answeredToVia("203.0.113.9", "192.168.1.33");

        var finding = trace.the("response-to-private-via");

        assertThat(Trace.frames(finding)).containsExactly(1L, 2L);
        assertThat(finding.values())
                .containsEntry("client", Value.of(trace.address("phone")))
                .containsEntry("sent", Value.of(trace.address("via")));
    }

    @Test
    void aClientWithTwoAddressesInOneNetworkMayHearOnBoth() {
        assertThat(answeredToVia("192.168.1.34", "192.168.1.33").found())
                .doesNotContain("response-to-private-via", "response-ignores-rport");
        assertThat(answeredToVia("203.0.113.9", "203.0.113.33").found())
                .doesNotContain("response-to-private-via", "response-ignores-rport");
    }

    @Test
    void aClientThatListensOnThePortOfItsViaHearsTheResponse() {
        var trace = wrongPort("");
        asksAgain(trace, "", 0.5, 1);
        trace.from("phone").to("server").header(via("")).cseq(1).request("ACK");

        assertThat(trace.found()).doesNotContain("response-without-rport", "response-ignores-rport");
    }

    @Test
    void aResponseToThePortOfTheRequestIsRightHoweverOftenItIsAsked() {
        var trace = Trace.ofSignaling();
        trace.from("phone").to("server").request("INVITE");
        trace.from("server").to("phone").responds(100);
        trace.after(1).from("phone").to("server").request("INVITE");
        trace.after(2).from("phone").to("server").request("INVITE");

        assertThat(trace.found()).doesNotContain("response-without-rport", "response-ignores-rport");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.5, 0.4", "1.5, 0"})
    void aRepetitionOnTheWayMeetsTheResponse(double first, double second) {
        var trace = wrongPort("");
        asksAgain(trace, "", first, second);

        assertThat(trace.found()).doesNotContain("response-without-rport");
    }

    /** Without a dialog, and to the port of the Via: the client that asks again with credentials heard the challenge. */
    @ParameterizedTest
    @CsvSource({"3, true, false", "40, true, false", "3, false, false", "40, false, true"})
    void whoTriesAgainInTimeOrWithCredentialsHeardTheChallenge(double later, boolean credentials, boolean found) {
        var trace = challenged();
        var again =
                trace.after(later).from("phone").to("server").header(LOGIN_VIA).cseq(2);
        (credentials ? again.header("Authorization: Digest username=\"alice\"") : again).request("REGISTER");

        assertThat(trace.found().contains("response-without-rport")).isEqualTo(found);
    }

    @Test
    void credentialsThatWereThereBeforeTheChallengeAreNoAnswerToIt() {
        var trace = challenged("Authorization: Digest username=\"alice\"");
        trace.after(40)
                .from("phone")
                .to("server")
                .header(LOGIN_VIA)
                .cseq(2)
                .header("Authorization: Digest username=\"alice\"")
                .request("REGISTER");

        assertThat(trace.found()).contains("response-without-rport");
    }

    @Test
    void whoHangsUpHeardTheAnswer() {
        var trace = wrongPort("");
        asksAgain(trace, "", 0.5, 1);
        trace.from("phone").to("server").cseq(2).inside("BYE");

        assertThat(trace.found()).doesNotContain("response-without-rport");
    }

    /** The 200 goes to the port of the Via; nobody knows the port for sound without it. */
    @ParameterizedTest
    @CsvSource({"phone, false", "stranger, true"})
    void whoSpeaksToThePortThatOnlyTheAnswerNamesHeardIt(String speaker, boolean found) {
        var trace = new Trace().host("phone", "203.0.113.9", 40000).host("via", "203.0.113.9", 5060);
        String answer = "v=0\r\no=- 1 1 IN IP4 198.51.100.9\r\ns=-\r\nc=IN IP4 198.51.100.9\r\nt=0 0\r\n"
                + "m=audio 6000 RTP/AVP 8\r\n";
        trace.host("server", "198.51.100.9", 5060);
        trace.from("phone").to("server").header(via("")).request("INVITE");
        trace.raw(
                "server",
                "via",
                "SIP/2.0 200 OK\r\n" + via("") + "\r\nFrom: <sip:alice@example.com>;tag=alice-tag\r\n"
                        + "To: <sip:bob@example.com>;tag=b\r\nCall-ID: call-1\r\nCSeq: 1 INVITE\r\n"
                        + "Content-Type: application/sdp\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer);
        asksAgain(trace, "", 0.5, 1);
        trace.media(speaker, 4000).to("server", 6000).packets(200);
        trace.goesOn(5);

        assertThat(trace.found().contains("response-without-rport")).isEqualTo(found);
    }

    private static Trace challenged(String... headers) {
        var trace = Trace.ofSignaling().host("phone", "203.0.113.9", 40000).host("via", "203.0.113.9", 5060);
        for (double wait : new double[] {0, 0.5, 1}) {
            var step = trace.after(wait).from("phone").to("server").header(LOGIN_VIA);
            for (String header : headers) {
                step.header(header);
            }
            step.request("REGISTER");
            trace.raw(
                    "server",
                    "via",
                    "SIP/2.0 401 Unauthorized\r\n" + LOGIN_VIA + "\r\nFrom: <sip:alice@example.com>;tag=alice-tag\r\n"
                            + "To: <sip:bob@example.com>;tag=b\r\nCall-ID: call-1\r\nCSeq: 1 REGISTER\r\n\r\n");
        }
        return trace;
    }

    private static void asksAgain(Trace trace, String rport, double... waits) {
        for (double wait : waits) {
            trace.after(wait).from("phone").to("server").header(via(rport)).request("INVITE");
        }
    }

    private static Trace wrongPort(String rport) {
        var trace = Trace.ofSignaling().host("phone", "203.0.113.9", 40000).host("via", "203.0.113.9", 5060);
        trace.from("phone").to("server").header(via(rport)).request("INVITE");
        return trace.raw(
                "server",
                "via",
                "SIP/2.0 486 Busy Here\r\n" + via("") + "\r\nFrom: <sip:alice@example.com>;tag=alice-tag\r\n"
                        + "To: <sip:bob@example.com>;tag=b\r\nCall-ID: call-1\r\nCSeq: 1 INVITE\r\n\r\n");
    }

    private static String via(String rport) {
        return "Via: SIP/2.0/UDP 203.0.113.9:5060" + rport + ";branch=z9hG4bK-via";
    }
}
