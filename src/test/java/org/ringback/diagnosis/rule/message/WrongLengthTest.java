package org.ringback.diagnosis.rule.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class WrongLengthTest {

    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 198.51.100.1\r\ns=-\r\nt=0 0\r\na=sendrecv\r\n";

    private final Trace trace = Trace.ofSignaling();

    private void sent(String body, int length, int status) {
        trace.raw("alice", "bob", """
            INVITE sip:bob@example.com SIP/2.0\r
            Via: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK-1\r
            Max-Forwards: 70\r
            From: <sip:alice@example.com>;tag=alice-tag\r
            To: <sip:bob@example.com>\r
            Call-ID: call-1\r
            CSeq: 1 INVITE\r
            Content-Type: application/sdp\r
            Content-Length: %s\r
            \r
            %s\
            """.formatted(length, body));
        trace.raw("bob", "alice", """
            SIP/2.0 %s Bad Request\r
            Via: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK-1\r
            From: <sip:alice@example.com>;tag=alice-tag\r
            To: <sip:bob@example.com>;tag=bob-tag\r
            Call-ID: call-1\r
            CSeq: 1 INVITE\r
            Content-Length: 0\r
            \r
            """.formatted(status));
    }

    @Test
    void moreIsAnnouncedThanCame() {
        sent(SDP, SDP.length() + 20, 400);

        assertThat(trace.the("content-length-too-long").values()).containsEntry("there", Value.of(SDP.length()));
        assertThat(trace.found()).containsExactly("content-length-too-long");
    }

    @Test
    void whatTheCaptureCutWasNotSentTooShort() {
        sent(SDP, SDP.length() + 20, 400);
        trace.lost(new Unusable(0, 1, Reason.CUT_PACKET, "20"));

        assertThat(trace.found()).contains("message-cut").doesNotContain("content-length-too-long");
    }

    @Test
    void theDescriptionBreaksOffWithinALine() {
        sent(SDP.substring(0, SDP.length() - 8), SDP.length() - 8, 400);

        assertThat(Trace.frames(trace.the("content-length-too-short"))).containsExactly(1L, 2L);
        assertThat(trace.found()).containsExactly("content-length-too-short");
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "8, 403"})
    void aWholeDescriptionOrAnotherRefusalIsNotAboutIt(int missing, int status) {
        sent(SDP.substring(0, SDP.length() - missing), SDP.length() - missing, status);

        assertThat(trace.found()).doesNotContain("content-length-too-short", "content-length-too-long");
    }
}
