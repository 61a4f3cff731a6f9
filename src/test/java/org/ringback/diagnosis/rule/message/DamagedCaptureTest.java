package org.ringback.diagnosis.rule.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

class DamagedCaptureTest {

    private static final String INVITE = """
        INVITE sip:bob@example.com SIP/2.0\r
        Via: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK-1\r
        From: <sip:alice@example.com>;tag=alice-tag\r
        To: <sip:bob@example.com>\r
        Call-ID: call-1\r
        CSeq: 1 INVITE\r
        Content-Type: application/sdp\r
        Content-Length: %d\r
        \r
        v=0
        o=- 1 1 IN IP4 198.51.100.1
        s=-\
        """;

    private final Trace trace = Trace.ofSignaling();

    private void whole() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    @Test
    void aPacketOfThisCallIsCut() {
        whole();
        trace.lost(new Unusable(0, 2, Reason.CUT_PACKET, "100"));

        assertThat(Trace.frames(trace.the("message-cut"))).containsExactly(2L);
        assertThat(trace.found()).containsExactly("message-cut");
    }

    @Test
    void aPacketOfAnotherCallIsCut() {
        whole();
        trace.lost(new Unusable(0, 6, Reason.CUT_PACKET, "100")).lost(new Unusable(1, 2, Reason.CUT_PACKET, "100"));

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aLogThatCutsABody() {
        trace.raw("alice", "bob", INVITE.replace("%d", "300"));

        assertThat(trace.found()).contains("message-cut");
    }

    @Test
    void aLogThatOnlyShortensTheLineEnds() {
        // Three bare line feeds, and the end of the last line is not there at all.
        trace.raw("alice", "bob", INVITE.replace("%d", "39"));

        assertThat(trace.found()).doesNotContain("message-cut");
    }

    @ParameterizedTest
    @CsvSource({"TCP, LOST_SEGMENTS, segments-lost", "UDP, MISSING_FRAGMENTS, fragments-missing"})
    void whatIsLostWhileACallHasNoEnd(Transport transport, Reason reason, String kind) {
        trace.over(transport).from("alice").to("bob").request("INVITE");
        trace.packet(trace.address("bob"), trace.address("alice"), Sighting.Kind.TCP);
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").responds(180);
        trace.lost(new Unusable(0, 2, reason, "1400"));

        assertThat(trace.the(kind).certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"TCP, LOST_SEGMENTS", "UDP, MISSING_FRAGMENTS"})
    void whatIsLostDuringAWholeCallIsOfOthers(Transport transport, Reason reason) {
        trace.over(transport);
        whole();
        trace.lost(new Unusable(0, 2, reason, "1400"));

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aMessageOfWhichOnlyTheFirstFragmentIsThere() {
        trace.from("alice").to("bob").request("INVITE");
        trace.lost(new Unusable(0, 1, Reason.MISSING_FRAGMENTS, "1480/?"));

        assertThat(trace.the("fragments-missing").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(Trace.frames(trace.the("fragments-missing"))).containsExactly(1L);
        assertThat(trace.found()).doesNotContain("message-cut");
    }

    @Test
    void whatIsLostAfterACallIsOfOthers() {
        trace.over(Transport.TCP).from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.lost(new Unusable(0, 3, Reason.LOST_SEGMENTS, "1400"));

        assertThat(trace.found()).doesNotContain("segments-lost");
    }

    @Test
    void whatIsCutOffWasNotMissing() {
        var seen = new Trace();
        seen.from("alice").to("bob").request("INVITE");
        seen.from("bob").to("alice").answers();
        seen.after(30).from("alice").to("bob").cseq(2).inside("BYE");
        seen.from("bob").to("alice").cseq(2).responds(200, "BYE");
        assertThat(seen.found()).containsExactly("sdp-offer-missing");

        seen.lost(new Unusable(0, 1, Reason.CUT_PACKET, "100"));
        assertThat(seen.found()).containsExactly("message-cut");
    }
}
