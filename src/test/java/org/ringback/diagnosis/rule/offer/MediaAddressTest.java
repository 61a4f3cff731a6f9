package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class MediaAddressTest {

    private static final String[] ALL = {"private-media-address", "private-media-address-passed-on"};

    private static Trace call(String phone, String offer, double seconds) {
        var trace = new Trace().host("phone", phone, 5060).host("provider", "203.0.113.5", 5060);
        trace.from("phone").to("provider").sdp(offer).request("INVITE");
        trace.after(2)
                .from("provider")
                .to("phone")
                .sdp(audio("203.0.113.6", 9000, "8"))
                .responds(200);
        trace.from("phone").to("provider").inside("ACK");
        trace.after(seconds).from("phone").to("provider").cseq(2).inside("BYE");
        return trace.from("provider").to("phone").cseq(2).responds(200, "BYE");
    }

    @Test
    void aPrivateAddressFromBehindNat() {
        var trace = call("198.51.100.7", audio("192.168.1.20", 4000, "8"), 8);

        var finding = trace.the("private-media-address");

        assertThat(Trace.frames(finding)).containsExactly(1L);
        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(finding.values())
                .containsEntry("address", Value.of("192.168.1.20"))
                .containsEntry("receiver", Value.of(trace.address("provider")));
    }

    @Test
    void aPublicAddressThatIsNotTheSignalingOneIsAMediaServer() {
        assertThat(call("198.51.100.7", audio("198.51.100.99", 4000, "8"), 8).found())
                .doesNotContain(ALL);
    }

    @Test
    void whoTalksForAWhileCanBeHeard() {
        assertThat(call("198.51.100.7", audio("192.168.1.20", 4000, "8"), 120).found())
                .doesNotContain(ALL);
    }

    @Test
    void iceFindsItsOwnWay() {
        String offer = audio("192.168.1.20", 4000, "8", "a=candidate:1 1 UDP 1 198.51.100.7 4000 typ srflx");

        assertThat(call("198.51.100.7", offer, 8).found()).doesNotContain(ALL);
    }

    @Test
    void bothInOneNetworkIsFine() {
        var trace = new Trace().host("phone", "192.168.1.20", 5060).host("pbx", "192.168.1.2", 5060);
        trace.from("phone").to("pbx").sdp(audio("192.168.1.20", 4000, "8")).request("INVITE");
        trace.from("pbx").to("phone").sdp(audio("192.168.1.2", 5000, "8")).responds(200);
        trace.from("phone").to("pbx").inside("ACK");
        trace.after(3).from("phone").to("pbx").cseq(2).inside("BYE");

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void anAddressOfTheOtherVersionIsOutOfReachForAnotherReason() {
        var trace = new Trace().host("phone", "2001:db8::7", 5060).host("provider", "2001:db8::5", 5060);
        trace.from("phone").to("provider").sdp(audio("192.168.1.20", 4000, "8")).request("INVITE");
        trace.after(2)
                .from("provider")
                .to("phone")
                .sdp(audio("203.0.113.6", 9000, "8"))
                .responds(200);
        trace.from("phone").to("provider").inside("ACK");
        trace.after(8).from("phone").to("provider").cseq(2).inside("BYE");

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void aProxyPassedItOn() {
        var trace = new Trace()
                .host("phone", "198.51.100.7", 5060)
                .host("proxy", "203.0.113.1", 5060)
                .host("other", "203.0.113.80", 5060);
        String offer = audio("10.0.0.5", 4000, "8");
        String answer = audio("203.0.113.80", 5000, "8");
        trace.from("phone").to("proxy").sdp(offer).request("INVITE");
        trace.from("proxy").to("other").sdp(offer).request("INVITE");
        trace.after(1).from("other").to("proxy").sdp(answer).responds(200);
        trace.from("proxy").to("phone").sdp(answer).responds(200);
        trace.from("phone").to("proxy").inside("ACK");
        trace.from("proxy").to("other").inside("ACK");
        trace.after(6).from("phone").to("proxy").cseq(2).inside("BYE");

        var finding = trace.the("private-media-address-passed-on");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("relay", Value.of(trace.address("proxy")));
    }

    @Test
    void whatIsPrivate() {
        assertThat(new String[] {
                    "10.1.2.3",
                    "172.16.0.1",
                    "172.31.9.9",
                    "192.168.0.1",
                    "100.64.0.1",
                    "fd00::1",
                    "fe80::1",
                    "::ffff:10.0.0.1"
                })
                .allMatch(Networks::inner)
                .noneMatch(Networks::outer);
        assertThat(new String[] {"172.32.0.1", "100.128.0.1", "8.8.8.8", "2001:db8::1"})
                .allMatch(Networks::outer)
                .noneMatch(Networks::inner);
        assertThat(new String[] {
                    "", "127.0.0.1", "0.0.0.0", "pbx.example.com", "1.2.3.400", "1..2.3", "::1", ":", "999999:"
                })
                .noneMatch(Networks::outer)
                .noneMatch(Networks::inner);
    }

    /** Seen inside the network, where all addresses are inner ones. */
    @Test
    void insideOfANetworkADescriptionAloneShowsNothing() {
        assertThat(call("192.168.1.20", audio("192.168.1.20", 4000, "8"), 8).found())
                .doesNotContain(ALL);
    }

    @Test
    void insideOfANetworkWhoHearsNothingShowsIt() {
        var trace = new Trace().host("phone", "192.168.1.20", 5060).host("provider", "203.0.113.5", 5060);
        trace.from("phone").to("provider").sdp(audio("192.168.1.20", 4000, "8")).request("INVITE");
        trace.from("provider").to("phone").sdp(audio("203.0.113.5", 9000, "8")).responds(200);
        trace.from("phone").to("provider").inside("ACK");
        trace.media("phone", 4000).to("provider", 9000).packets(400);
        trace.after(8).from("phone").to("provider").cseq(2).inside("BYE");

        assertThat(trace.found()).contains("private-media-address");
    }
}
