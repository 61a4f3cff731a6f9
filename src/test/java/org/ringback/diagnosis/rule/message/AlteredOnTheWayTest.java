package org.ringback.diagnosis.rule.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class AlteredOnTheWayTest {

    private static final String IN = "192.168.1.50";
    private static final String OUT = "198.51.100.10";

    private final Trace trace =
            new Trace().host("phone", IN, 5060).host("router", OUT, 5060).host("pbx", "203.0.113.20", 5060);

    private static String sdp(String address) {
        return "v=0\r\no=- 1 1 IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address
                + "\r\nt=0 0\r\nm=audio 10000 RTP/AVP 0\r\na=sendrecv\r\n";
    }

    private static String invite(String via, String contact, int length, String body) {
        return "INVITE sip:bob@example.com SIP/2.0\r\nVia: " + via
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:alice@example.com>;tag=1\r\nTo: <sip:bob@example.com>\r\n"
                + "Call-ID: call-1\r\nCSeq: 1 INVITE\r\nContact: <sip:alice@" + contact
                + ":5060>\r\nContent-Type: application/sdp\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    private static String via(String host, String branch) {
        return "SIP/2.0/UDP " + host + ":5060;branch=z9hG4bK" + branch;
    }

    private void refused(String host) {
        trace.raw(
                "pbx",
                host,
                "SIP/2.0 400 Bad Request\r\nVia: "
                        + via(host.equals("phone") ? IN : OUT, "x")
                        + "\r\nFrom: <sip:alice@example.com>;tag=1\r\nTo: <sip:bob@example.com>;tag=9\r\n"
                        + "Call-ID: call-1\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void theBodyIsLongerThanTheLengthSays() {
        String inside = sdp(IN);
        trace.raw("phone", "pbx", invite(via(IN, "x"), IN, inside.length(), inside));
        trace.raw("router", "pbx", invite(via(OUT, "x"), OUT, inside.length(), sdp(OUT).substring(0, inside.length())));
        refused("router");
        refused("phone");

        assertThat(trace.found()).containsExactly("altered-with-wrong-length");
        var finding = trace.the("altered-with-wrong-length");
        assertThat(Trace.frames(finding)).endsWith(2L, 1L).hasSize(3);
        assertThat(finding.values())
                .containsEntry("changes", Value.of(List.of("Contact", "Via", "c=", "o=")))
                .containsEntry("inside", Value.of(trace.address("phone")))
                .containsEntry("outside", Value.of(trace.address("router")));
    }

    @Test
    void theBodyIsChangedAsItShould() {
        trace.raw("phone", "pbx", invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN)));
        trace.raw("router", "pbx", invite(via(OUT, "x"), OUT, sdp(OUT).length(), sdp(OUT)));
        refused("router");

        assertThat(trace.found()).contains("altered-on-the-way").doesNotContain("altered-with-wrong-length");
    }

    @Test
    void aNatChangesNothing() {
        String text = invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN));
        trace.raw("phone", "pbx", text);
        trace.raw("router", "pbx", text);
        refused("router");

        assertThat(trace.found()).doesNotContain("altered-on-the-way", "altered-with-wrong-length");
    }

    @Test
    void aProxyAddsAVia() {
        trace.raw("phone", "router", invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN)));
        trace.raw("router", "pbx", invite(via(OUT, "y") + "\r\nVia: " + via(IN, "x"), IN, sdp(OUT).length(), sdp(OUT)));

        assertThat(trace.found()).doesNotContain("altered-on-the-way", "altered-with-wrong-length");
    }

    /** It passes the request on from its own address, counts the hop, and notes whom it got it from. */
    @Test
    void aBalancerThatNotesWhatItSawWritesNoOtherAddress() {
        String text = invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN));
        trace.raw("phone", "router", text);
        trace.raw(
                "router",
                "pbx",
                text.replace("Max-Forwards: 70", "Max-Forwards: 69")
                        .replace("branch=z9hG4bKx", "received=198.51.100.77;rport=40000;branch=z9hG4bKx")
                        .replace("s=-", "s=call")
                        .replace("RTP/AVP 0", "RTP/AVP 8"));
        refused("router");

        assertThat(trace.found()).doesNotContain("altered-on-the-way", "altered-with-wrong-length");
    }

    @Test
    void aBalancerThatChoosesTheNextHopWritesNoOtherAddress() {
        String text = invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN))
                .replace("Max-Forwards: 70", "Route: <sip:198.51.100.10;lr>\r\nMax-Forwards: 70");
        trace.raw("phone", "router", text);
        trace.raw("router", "pbx", text.replace("<sip:198.51.100.10;lr>", "<sip:203.0.113.20;lr>"));
        refused("router");

        assertThat(trace.found()).doesNotContain("altered-on-the-way", "altered-with-wrong-length");
    }

    @Test
    void anotherPortForSoundIsAnotherAddress() {
        String text = invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN));
        trace.raw("phone", "pbx", text);
        trace.raw("router", "pbx", text.replace("m=audio 10000", "m=audio 20000"));
        refused("router");

        assertThat(trace.the("altered-on-the-way").values()).containsEntry("changes", Value.of(List.of("m=")));
    }

    /** An SBC that keeps the branch, or a device with two addresses that sends once more, looks the same. */
    @Test
    void whoeverElseMayHaveWrittenTheAddressesLeavesADoubt() {
        trace.raw("phone", "pbx", invite(via(IN, "x"), IN, sdp(IN).length(), sdp(IN)));
        trace.raw("router", "pbx", invite(via(OUT, "x"), OUT, sdp(OUT).length(), sdp(OUT)));
        refused("router");

        assertThat(trace.the("altered-on-the-way").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
