package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Addresses behind NAT, ports, and servers that cannot reach the next hop. */
class TransportRulesTest {

    @Test
    void aByeToAPrivateAddressNeverArrives() {
        var trace = Trace.ofSignaling().host("phone", "203.0.113.9", 40000).host("lan", "192.168.1.5", 5060);
        answered(trace, "sip:alice@192.168.1.5:5060");
        for (int i = 0; i < 4; i++) {
            trace.after(1)
                    .from("server")
                    .to("lan")
                    .byCallee()
                    .uri("sip:alice@192.168.1.5:5060")
                    .inside("BYE");
        }

        var finding = trace.the("private-target");

        assertThat(Trace.frames(finding)).containsExactly(1L, 4L);
        assertThat(finding.values())
                .containsEntry("method", Value.of("BYE"))
                .containsEntry("target", Value.of(trace.address("lan")))
                .containsEntry("real", Value.of(trace.address("phone")))
                .containsEntry("sender", Value.of(trace.address("server")));
    }

    private static Trace subscribed(String contact, String to) {
        var trace = Trace.ofSignaling().host("phone", "203.0.113.9", 40000).host("lan", "192.168.1.5", 5060);
        trace.from("phone")
                .to("server")
                .header("Contact: <" + contact + ">")
                .header("Event: dialog")
                .header("Expires: 600")
                .request("SUBSCRIBE");
        trace.from("server").to("phone").header("Expires: 600").responds(200, "SUBSCRIBE");
        for (int i = 0; i < 4; i++) {
            trace.after(1)
                    .from("server")
                    .to(to)
                    .byCallee()
                    .uri(contact)
                    .header("Event: dialog")
                    .header("Subscription-State: active;expires=600")
                    .inside("NOTIFY");
        }
        return trace;
    }

    @Test
    void aNotifyToAPrivateAddressNeverArrives() {
        var trace = subscribed("sip:alice@192.168.1.5:5060", "lan");

        assertThat(trace.the("private-target").values())
                .containsEntry("method", Value.of("NOTIFY"))
                .containsEntry("target", Value.of(trace.address("lan")));
        assertThat(trace.found()).doesNotContain("request-unanswered");
    }

    @Test
    void aNotifyToWherePacketsComeFromIsNoPrivateTarget() {
        assertThat(subscribed("sip:alice@192.168.1.5:5060", "phone").found()).doesNotContain("private-target");
    }

    @Test
    void aServerThatAnswersToWherePacketsCameFromReachesThePhone() {
        var trace = Trace.ofSignaling().host("phone", "203.0.113.9", 40000);
        answered(trace, "sip:alice@192.168.1.5:5060");
        trace.after(5)
                .from("server")
                .to("phone")
                .byCallee()
                .uri("sip:alice@192.168.1.5:5060")
                .inside("BYE");
        trace.from("phone").to("server").responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("private-target", "private-contact-no-ack");
    }

    @Test
    void bothInTheSameNetworkIsNoFault() {
        var trace = Trace.ofSignaling().host("phone", "192.168.1.5", 5060).host("server", "192.168.1.1", 5060);
        answered(trace, "sip:alice@192.168.1.5:5060");
        for (int i = 0; i < 4; i++) {
            trace.after(1).from("server").to("phone").byCallee().inside("BYE");
        }

        assertThat(trace.found()).doesNotContain("private-target");
    }

    @Test
    void anAnswerWithAPrivateContactGetsNoAck() {
        var trace = repeatedAnswer("203.0.113.1", "sip:bob@10.0.0.7:5060");

        var finding = trace.the("private-contact-no-ack");

        assertThat(finding.values())
                .containsEntry("contact", Value.of("10.0.0.7"))
                .containsEntry("peer", Value.of(trace.address("server")));
        assertThat(Trace.frames(finding)).containsExactly(2L);
    }

    @Test
    void aMissingAckToAPublicContactOrInsideTheLanIsSomethingElse() {
        assertThat(repeatedAnswer("203.0.113.1", "sip:bob@203.0.113.50").found())
                .doesNotContain("private-contact-no-ack");
        assertThat(repeatedAnswer("10.0.0.1", "sip:bob@10.0.0.7").found()).doesNotContain("private-contact-no-ack");
    }

    /** Whether a host can reach an address is shown by what it sent there before. */
    private static Trace repeatedAfterACallAt(String earlier) {
        var trace = Trace.ofSignaling().host("server", "203.0.113.1", 5060).host("phone", "10.0.0.7", 5060);
        trace.host("earlier", earlier, 5060).call("before", "carol", "bob");
        trace.from("server").to("phone").request("INVITE");
        trace.from("phone")
                .to("server")
                .header("Contact: <sip:bob@" + earlier + ":5060>")
                .responds(200);
        trace.from("server").to("earlier").inside("ACK");
        trace.after(20).call("call-1", "alice", "bob");
        trace.from("server").to("phone").request("INVITE");
        for (int i = 0; i < 5; i++) {
            trace.from("phone")
                    .to("server")
                    .header("Contact: <sip:bob@10.0.0.7:5060>")
                    .responds(200);
            trace.after(1);
        }
        return trace;
    }

    @Test
    void aPrivateContactThatTheSameHostReachedInAnotherCallIsNotWhyAnAckIsMissing() {
        var trace = repeatedAfterACallAt("10.0.0.7");

        assertThat(Trace.ids(trace.findings("call-1")))
                .contains("ack-missing")
                .doesNotContain("private-contact-no-ack");
    }

    @Test
    void anotherContactThatWasReachedProvesNothingOfThisOne() {
        assertThat(Trace.ids(repeatedAfterACallAt("203.0.113.77").findings("call-1")))
                .contains("private-contact-no-ack");
    }

    @Test
    void aRegistrationFromBehindNatIsNormal() {
        var trace = registered("sip:alice@192.168.1.5:5060", ";received=203.0.113.9;rport=40000");
        assertThat(trace.the("nat-registration").values())
                .containsEntry("contact", Value.of("192.168.1.5"))
                .containsEntry("seen", Value.of("203.0.113.9"));
        assertThat(registered("sip:alice@203.0.113.9:40000", ";received=203.0.113.9;rport=40000")
                        .found())
                .isEmpty();
        assertThat(registered("sip:alice@192.168.1.5:5060", ";received=172.17.0.1")
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "477, Unfortunately error on sending to next hop occurred (477/TM), next-hop-send-failed",
        "477, Send failed (477/TM), next-hop-send-failed",
        "500, Unfortunately error on sending to next hop occurred (477/SL), next-hop-send-failed",
        "478, Unresolvable destination (478/TM), next-hop-unresolvable",
        "476, Unresolvable destination (476/SL), next-hop-unresolvable",
        "503, DNS Error, next-hop-unreachable",
        "503, No route to destination, next-hop-unreachable"
    })
    void serversThatCannotReachTheNextHopSaySo(int status, String phrase, String kind) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase(phrase).responds(status);

        var finding = trace.the(kind);

        assertThat(Trace.frames(finding)).containsExactly(2L);
        assertThat(finding.values())
                .containsEntry("code", new Value.Code(status, phrase))
                .containsEntry("server", Value.of(trace.address("proxy")));
    }

    @Test
    void theWordsMayStandInReasonOrWarning() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .phrase("Service Unavailable")
                .header("Reason: SIP;cause=503;text=\"Host unreachable\"")
                .responds(503);

        assertThat(trace.the("next-hop-unreachable").values())
                .containsEntry("words", Value.of(List.of("Host unreachable")));
    }

    @Test
    void aBusyServerIsNotOutOfReach() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase("Service Unavailable").responds(503);

        assertThat(trace.found()).doesNotContain("next-hop-unreachable");
    }

    @Test
    void aContactThatNamesTheRegistrarItself() {
        var trace = Trace.ofSignaling();
        trace.from("alice")
                .to("registrar")
                .header("Contact: <sip:registrar.example>")
                .request("REGISTER");
        trace.from("registrar")
                .to("alice")
                .phrase("No Server Address in Contacts Allowed")
                .responds(476, "REGISTER");

        assertThat(trace.found()).contains("contact-is-registrar").doesNotContain("next-hop-unresolvable");
    }

    private static void answered(Trace trace, String contact) {
        trace.from("phone").to("server").header("Contact: <" + contact + ">").request("INVITE");
        trace.from("server").to("phone").answers();
    }

    private static Trace repeatedAnswer(String server, String contact) {
        var trace = Trace.ofSignaling().host("server", server, 5060).host("phone", "10.0.0.7", 5060);
        trace.from("server").to("phone").request("INVITE");
        for (int i = 0; i < 5; i++) {
            trace.from("phone")
                    .to("server")
                    .header("Contact: <" + contact + ">")
                    .responds(200);
            trace.after(1);
        }
        return trace;
    }

    private static Trace registered(String contact, String via) {
        var trace = Trace.ofSignaling().host("phone", "192.168.1.5", 5060);
        trace.from("phone")
                .to("registrar")
                .header("Contact: <" + contact + ">")
                .header("Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bK-1")
                .request("REGISTER");
        return trace.from("registrar")
                .to("phone")
                .header("Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bK-1" + via)
                .header("Contact: <" + contact + ">;expires=3600")
                .responds(200, "REGISTER");
    }

    @ParameterizedTest
    @CsvSource({"477, next-hop-send-failed", "478, next-hop-unresolvable"})
    void aCodeThatNoRfcKnowsMayMeanSomethingElse(int status, String kind) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase("Subscriber Suspended").responds(status);

        assertThat(trace.the(kind).certainty()).isEqualTo(Certainty.LIKELY);
    }

    /** The proxy has a public address, and its client is in the same network as the registrar. */
    @Test
    void aRegistrationThroughAProxyIsNotBehindNatForThat() {
        var trace = Trace.ofSignaling().host("proxy", "203.0.113.9", 5060).host("registrar", "10.0.0.1", 5060);
        trace.from("proxy")
                .to("registrar")
                .header("Via: SIP/2.0/UDP 203.0.113.9:5060;branch=z9hG4bK-p")
                .header("Via: SIP/2.0/UDP 10.0.0.7:5060;branch=z9hG4bK-c")
                .header("Contact: <sip:alice@10.0.0.7:5060>;expires=600")
                .request("REGISTER");
        trace.from("registrar")
                .to("proxy")
                .header("Contact: <sip:alice@10.0.0.7:5060>;expires=600")
                .responds(200, "REGISTER");

        assertThat(trace.found()).doesNotContain("nat-registration");
    }

    /** That no route is left is said by the proxy that tried them, of none of them. */
    @Test
    void whatAProxyAddsIsNotWhatWasSaidBehindIt() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("carrier").request("INVITE");
        trace.from("carrier").to("proxy").phrase("Service Unavailable").responds(503);
        trace.from("proxy")
                .to("alice")
                .toTag("own")
                .phrase("No route to destination")
                .responds(503);

        assertThat(trace.found()).doesNotContain("next-hop-unreachable");
    }
}
