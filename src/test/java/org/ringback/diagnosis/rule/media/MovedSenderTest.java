package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.media.Talker;

/** A sender whose address changes in the middle of a call. */
class MovedSenderTest {

    private static final int SSRC = 77;
    private static final int OUTER = 41_000;

    private static Talker elsewhere(Trace trace, int port) {
        return trace.media("alice elsewhere", port).to("bob", 6000).ssrc(SSRC).sequence(1250);
    }

    /** Alice speaks for five seconds from her address, then from another one. */
    private static Trace moved(int bobSends) {
        Trace trace = answered();
        bob(trace).packets(bobSends);
        alice(trace).ssrc(SSRC).packets(250);
        trace.after(5.5);
        elsewhere(trace, 4000).packets(500);
        return trace;
    }

    @Test
    void whoSendsToTheOldAddressIsNotHeard() {
        Trace trace = bye(moved(800), 11);

        assertThat(found(trace)).containsExactly("media-sender-moved");
        var finding = trace.the("media-sender-moved");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.sightings()).hasSize(3);
        assertThat(finding.values())
                .containsEntry("old", Value.of(new Endpoint("198.51.100.1", 4000)))
                .containsEntry(
                        "new",
                        Value.of(new Endpoint(trace.address("alice elsewhere").host(), 4000)))
                .containsEntry("packets", Value.of(500));
    }

    @Test
    void whoFollowsIsHeard() {
        Trace trace = moved(300);
        trace.media("bob", 6000).to("alice elsewhere", 4000).packets(500);

        assertThat(found(bye(trace, 11))).doesNotContain("media-sender-moved");
    }

    @Test
    void whoStopsSoonHasNoticed() {
        assertThat(found(bye(moved(350), 11))).doesNotContain("media-sender-moved");
    }

    @Test
    void whoIsToldOfTheAddressMayFollow() {
        Trace trace = moved(800);
        changed(
                trace.after(1),
                2,
                description(trace.address("alice elsewhere").host(), 4000, "0 8 101", ""),
                SoundCall.BOB);

        assertThat(found(bye(trace, 10))).doesNotContain("media-sender-moved");
    }

    @Test
    void theSameStreamBehindARelayComesAtTheSameTime() {
        Trace trace = answered();
        bob(trace).packets(800);
        alice(trace).ssrc(SSRC).packets(800);
        trace.after(5.5);
        elsewhere(trace, 4000).packets(500);

        assertThat(found(bye(trace, 11))).doesNotContain("media-sender-moved");
    }

    @Test
    void anotherSourceIsAnotherSender() {
        Trace trace = answered();
        bob(trace).packets(800);
        alice(trace).ssrc(SSRC).packets(250);
        trace.after(5.5);
        elsewhere(trace, 4000).ssrc(SSRC + 1).packets(500);

        assertThat(found(bye(trace, 11))).doesNotContain("media-sender-moved");
    }

    @Test
    void whoOnlySendsFromAnotherPortListensWhereHeAsked() {
        Trace trace = answered();
        bob(trace).packets(800);
        alice(trace).ssrc(SSRC).packets(250);
        trace.after(5.5);
        trace.media("alice", 4990).to("bob", 6000).ssrc(SSRC).sequence(1250).packets(500);

        assertThat(found(bye(trace, 11))).doesNotContain("media-sender-moved");
    }

    @Test
    void aPortThatNatForgotIsToldToo() {
        Trace trace = new Trace();
        trace.from("alice")
                .to("bob")
                .sdp(description("192.168.1.5", 4000, "0 8 101", ""))
                .request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.media("bob", 6000).to("alice", OUTER).packets(800);
        trace.media("alice", OUTER).to("bob", 6000).ssrc(SSRC).packets(250);
        trace.after(5.5);
        trace.media("alice", OUTER + 9)
                .to("bob", 6000)
                .ssrc(SSRC)
                .sequence(1250)
                .packets(500);

        assertThat(found(bye(trace, 11))).contains("media-sender-moved").doesNotContain("media-source-followed");
    }
}
