package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RefusedDetailsTest {

    private final Trace trace = new Trace();

    private void refused(String offer) {
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.from("bob").to("alice").refuses(488);
    }

    /** What bob himself offers on another occasion. */
    private void known(String offer) {
        trace.after(10)
                .call("call-2", "bob", "alice")
                .from("bob")
                .to("alice")
                .sdp(offer)
                .request("INVITE");
        trace.call("call-1", "alice", "bob");
    }

    private static String sdes(String suite) {
        return audio("RTP/SAVP", "198.51.100.1", 4000, "8", "a=crypto:1 " + suite + " inline:x");
    }

    private static String g729(String... lines) {
        return audio("198.51.100.1", 4000, "18", lines);
    }

    private List<String> found() {
        return Trace.ids(trace.findings("call-1"));
    }

    @Test
    void theTwoEncryptInDifferentWays() {
        refused(sdes("AES_256_CM_HMAC_SHA1_80"));
        known(sdes("AES_CM_128_HMAC_SHA1_80"));

        assertThat(found()).startsWith("crypto-suites-disjoint");
        var finding = trace.findings("call-1").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L, 4L);
        assertThat(finding.values()).containsEntry("known", Value.of(List.of("AES_CM_128_HMAC_SHA1_80")));
    }

    @Test
    void theTwoEncryptInTheSameWay() {
        refused(sdes("AES_CM_128_HMAC_SHA1_80"));
        known(sdes("AES_CM_128_HMAC_SHA1_80"));

        assertThat(found()).doesNotContain("crypto-suites-disjoint");
    }

    @Test
    void theTwoNameOneSuiteDifferently() {
        refused(sdes("AES_CM_256_HMAC_SHA1_80"));
        known(sdes("AES_256_CM_HMAC_SHA1_80"));

        assertThat(found()).doesNotContain("crypto-suites-disjoint");
    }

    @Test
    void theCodecHasAnotherMode() {
        refused(g729("a=fmtp:18 annexb=yes"));
        known(g729("a=rtpmap:18 G729/8000", "a=fmtp:18 annexb=no"));

        assertThat(found()).startsWith("codec-parameters-differ");
        assertThat(trace.findings("call-1").getFirst().values())
                .containsEntry("offered", Value.of(List.of("G729 annexb=yes")))
                .containsEntry("known", Value.of(List.of("G729 annexb=no")));
    }

    @Test
    void annexBIsOnWhereNobodySaysNo() {
        refused(g729());
        known(g729("a=fmtp:18 annexb=yes"));

        assertThat(found()).doesNotContain("codec-parameters-differ");
    }

    @Test
    void anotherCodecWouldHaveBeenThere() {
        refused(audio("198.51.100.1", 4000, "18 8", "a=fmtp:18 annexb=yes"));
        known(audio("198.51.100.2", 4000, "18 8", "a=fmtp:18 annexb=no"));

        assertThat(found()).doesNotContain("codec-parameters-differ");
    }

    private static final String VIDEO = "\nm=video 4002 RTP/AVP 96\na=rtpmap:96 H264/90000";

    /** Alice calls bob once more, with another offer. */
    private void again(String offer, int status) {
        trace.after(10)
                .call("call-3", "alice", "bob")
                .from("alice")
                .to("bob")
                .sdp(offer)
                .request("INVITE");
        trace.from("bob").to("alice").responds(status);
        trace.call("call-1", "alice", "bob");
    }

    @Test
    void withoutVideoItGetsThrough() {
        refused(audio("198.51.100.1", 4000, "8") + VIDEO);
        again(audio("198.51.100.1", 4000, "8"), 180);

        assertThat(found()).containsExactly("media-passed-without");
        var finding = trace.findings("call-1").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L, 4L);
        assertThat(finding.values()).containsEntry("kinds", Value.of(List.of("video")));
    }

    @Test
    void withVideoItGetsThroughAsWell() {
        refused(audio("198.51.100.1", 4000, "8") + VIDEO);
        again(audio("198.51.100.1", 4000, "8") + VIDEO, 180);

        assertThat(found()).doesNotContain("media-passed-without");
    }

    @Test
    void withoutVideoItIsRefusedAsWell() {
        refused(audio("198.51.100.1", 4000, "8") + VIDEO);
        again(audio("198.51.100.1", 4000, "8"), 488);

        assertThat(found()).doesNotContain("media-passed-without");
    }

    @Test
    void theSameSoundIsOfferedTwice() {
        refused(sdes("AES_CM_128_HMAC_SHA1_80") + "\nm=audio 4002 RTP/AVP 8");

        assertThat(found()).contains("several-audio-streams-refused").doesNotContain("codecs-refused");
        assertThat(trace.findings("call-1").stream()
                        .filter(finding -> finding.kind().id().equals("several-audio-streams-refused"))
                        .findFirst()
                        .orElseThrow()
                        .values())
                .containsEntry("streams", Value.of(List.of("RTP/SAVP", "RTP/AVP")));
    }

    @Test
    void twoStreamsOfWhichOneIsOffAreOne() {
        refused(audio("198.51.100.1", 4000, "8") + "\nm=audio 0 RTP/AVP 8");

        assertThat(found()).doesNotContain("several-audio-streams-refused");
    }
}
