package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class MediaLinesTest {

    private static final String[] ALL = {
        "media-lines-differ",
        "loopback-media-address",
        "packets-longer-than-allowed",
        "hold-answered-inactive",
        "fax-private-address",
        "fax-ended-early"
    };

    private static final String HERE = audio("198.51.100.1", 4000, "8");
    private static final String THERE = audio("198.51.100.2", 5000, "8");

    private final Trace trace = new Trace();

    private void answered(String offer, String answer) {
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void changed(int cseq, String offer, String answer) {
        trace.after(5).changes(cseq, offer, answer);
    }

    private void hangUp(double after) {
        trace.after(after).from("alice").to("bob").cseq(20).inside("BYE");
        trace.from("bob").to("alice").cseq(20).responds(200, "BYE");
    }

    @Test
    void theAnswerForgetsTheVideo() {
        answered(HERE + "\nm=video 4002 RTP/AVP 96\na=rtpmap:96 H264/90000", THERE);
        hangUp(30);

        var finding = trace.the("media-lines-differ");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("offered", Value.of(List.of("m=audio", "m=video")))
                .containsEntry("answered", Value.of(List.of("m=audio")));
    }

    @Test
    void theAnswerRefusesTheVideo() {
        answered(HERE + "\nm=video 4002 RTP/AVP 96", THERE + "\nm=video 0 RTP/AVP 96");
        hangUp(30);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    /** The second line may have been in what is missing. */
    @Test
    void aMessageThatWasCutDoesNotShowHowManyThereWere() {
        trace.from("alice").to("bob").sdp(HERE + "\nm=video 4002 RTP/AVP 96").request("INVITE");
        String body = THERE.replace("\n", "\r\n") + "\r\n";
        trace.raw("bob", "alice", """
            SIP/2.0 200 OK
            Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-alice-INVITE-1-f
            From: <sip:alice@example.com>;tag=alice-tag
            To: <sip:bob@example.com>;tag=bob-tag
            Call-ID: call-1
            CSeq: 1 INVITE
            Content-Type: application/sdp
            Content-Length: 900

            """.replace("\n", "\r\n") + body);
        trace.from("alice").to("bob").inside("ACK");
        hangUp(30);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void soundGoesToTheMachineItself() {
        answered(HERE, audio("127.0.0.1", 5000, "8"));
        hangUp(30);

        assertThat(Trace.frames(trace.the("loopback-media-address"))).containsExactly(2L);
        assertThat(trace.the("loopback-media-address").values()).containsEntry("address", Value.of("127.0.0.1"));
    }

    @Test
    void onOneMachineThatIsRight() {
        trace.host("alice", "127.0.0.1", 5060).host("bob", "127.0.0.1", 5080);
        answered(audio("127.0.0.1", 4000, "8"), audio("127.0.0.1", 5000, "8"));
        hangUp(30);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void packetsAreTooLong() {
        answered(
                audio("198.51.100.1", 4000, "8", "a=ptime:20", "a=maxptime:20"),
                audio("198.51.100.2", 5000, "8", "a=ptime:60"));
        hangUp(30);

        assertThat(trace.the("packets-longer-than-allowed").values())
                .containsEntry("packet", Value.of(60))
                .containsEntry("most", Value.of(20));
    }

    @Test
    void packetsAreShortEnough() {
        answered(
                audio("198.51.100.1", 4000, "8", "a=ptime:20", "a=maxptime:150"),
                audio("198.51.100.2", 5000, "8", "a=ptime:60"));
        hangUp(30);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void onHoldNobodyHearsMusic() {
        answered(HERE, THERE);
        changed(2, HERE + "\na=sendonly", THERE + "\na=inactive");
        trace.after(20);
        changed(3, HERE, THERE);
        hangUp(30);

        assertThat(trace.the("hold-answered-inactive").values())
                .containsEntry("holder", Value.of(trace.address("alice")));
    }

    @Test
    void onHoldTheOtherSideListens() {
        answered(HERE, THERE);
        changed(2, HERE + "\na=sendonly", THERE + "\na=recvonly");
        trace.after(20);
        changed(3, HERE, THERE);
        hangUp(30);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    /** Where both sides ask for T.38 at once, the offer of one is no answer to the other. */
    @Test
    void aFaxThatBothAskForIsNotAgreed() {
        trace.host("alice", "203.0.113.1", 5060).host("bob", "203.0.113.2", 5060);
        answered(audio("203.0.113.1", 4000, "8"), audio("203.0.113.2", 5000, "8"));
        for (int cseq = 2; cseq < 5; cseq++) {
            trace.after(3)
                    .from("alice")
                    .to("bob")
                    .cseq(cseq)
                    .sdp(fax("192.168.7.9", 4000))
                    .inside("INVITE");
            trace.from("bob")
                    .to("alice")
                    .byCallee()
                    .cseq(cseq + 10)
                    .sdp(fax("192.168.7.8", 5000))
                    .inside("INVITE");
            trace.from("bob").to("alice").cseq(cseq).responds(491);
            trace.from("alice").to("bob").cseq(cseq + 10).responds(491);
        }
        hangUp(8);

        assertThat(trace.found()).doesNotContain(ALL).contains("glare-never-settled");
    }

    @Test
    void aFaxToAPrivateAddressBreaksOff() {
        trace.host("alice", "203.0.113.1", 5060).host("bob", "203.0.113.2", 5060);
        answered(audio("203.0.113.1", 4000, "8"), audio("203.0.113.2", 5000, "8"));
        changed(2, fax("203.0.113.1", 4000), fax("192.168.7.9", 5000));
        hangUp(8);

        assertThat(trace.found()).contains("fax-private-address", "fax-ended-early");
        assertThat(Trace.frames(trace.the("fax-ended-early"))).containsExactly(7L, 5L, 4L);
        assertThat(trace.the("fax-ended-early").values()).containsEntry("span", Trace.seconds(8));
    }

    @Test
    void aFaxTakesItsTime() {
        answered(HERE, THERE);
        changed(2, fax("198.51.100.1", 4000), fax("198.51.100.2", 5000));
        hangUp(55);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    private void faxes(String source) {
        trace.host("alice", "203.0.113.1", 5060).host("bob", "203.0.113.2", 5060);
        answered(audio("203.0.113.1", 4000, "8"), audio("203.0.113.2", 5000, "8"));
        changed(2, fax("203.0.113.1", 4000), fax("192.168.7.9", 5000));
        for (int i = 0; i < 200; i++) {
            trace.after(0.03).media(source, 4000).sends("inside", 5000, new byte[] {0, (byte) i, 6, 1, 2, 3, 4, 5});
        }
        hangUp(2);
    }

    @Test
    void aPrivateAddressThatIsReachedDoesNoHarm() {
        trace.host("inside", "192.168.7.9", 5060);
        faxes("alice");

        assertThat(trace.found()).doesNotContain("fax-private-address");
    }

    @Test
    void whereNothingArrivesItDoes() {
        trace.host("inside", "203.0.113.9", 5060);
        faxes("alice");

        assertThat(trace.found()).contains("fax-private-address");
    }

    @Test
    void faxDataThatNobodyTakesAreNotSent() {
        trace.host("alice", "10.1.1.9", 5060).host("bob", "203.0.113.2", 5060);
        String both = audio("10.1.1.9", 4000, "8") + "m=image 4002 udptl t38\n";
        answered(both, audio("203.0.113.2", 5000, "8") + "m=image 0 udptl t38\n");
        hangUp(40);

        assertThat(trace.found()).doesNotContain("fax-private-address");
    }

    @Test
    void faxDataThatAreTakenFromTheStartAre() {
        trace.host("alice", "10.1.1.9", 5060).host("bob", "203.0.113.2", 5060);
        String both = audio("10.1.1.9", 4000, "8") + "m=image 4002 udptl t38\n";
        answered(both, audio("203.0.113.2", 0, "8") + "m=image 5002 udptl t38\n");
        hangUp(40);

        assertThat(trace.found()).contains("fax-private-address");
    }
}
