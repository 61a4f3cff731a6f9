package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class OtherPortTest {

    private final Trace trace = answered();

    @Test
    void soundMissesThePort() {
        trace.media("alice", 4000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 4040).packets(500);
        bye(trace, 10);

        assertThat(trace.the("media-to-other-port").values())
                .containsEntry("announced", Value.of(new Endpoint("198.51.100.1", 4000)))
                .containsEntry("sent", Value.of(new Endpoint("198.51.100.1", 4040)));
    }

    @Test
    void soundGoesBackToWhereItComesFrom() {
        trace.media("alice", 4040).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 4040).packets(500);
        bye(trace, 10);

        assertThat(trace.found()).doesNotContain("media-to-other-port");
    }

    @Test
    void soundFindsThePortInTheEnd() {
        trace.media("alice", 4000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 4040).packets(150);
        trace.media("bob", 6000).to("alice", 4000).packets(350);
        bye(trace, 10);

        assertThat(trace.found()).doesNotContain("media-to-other-port");
    }

    @Test
    void soundArrives() {
        trace.media("alice", 4000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 4000).packets(500);
        bye(trace, 10);

        assertThat(trace.found()).doesNotContain("media-to-other-port");
    }

    @Test
    void anotherCallOfTheSameTwoWhoseMessagesAreMissing() {
        trace.media("alice", 4000).to("bob", 6000).packets(500);
        trace.media("alice", 4040).to("bob", 6060).packets(500);
        trace.media("bob", 6060).to("alice", 4040).packets(500);
        bye(trace, 10);

        assertThat(trace.found()).doesNotContain("media-to-other-port");
    }

    @Test
    void theServerUsesThePortForItsNextCall() {
        trace.media("alice", 4000).to("bob", 6000).packets(500);
        bye(trace, 10);
        trace.after(20).media("bob", 6000).to("alice", 4040).packets(500);
        trace.after(20);

        assertThat(trace.found()).doesNotContain("media-to-other-port");
    }

    @Test
    void soundFollowsTheLatestPacketsOfTheOtherSide() {
        trace.media("alice", 4000).to("bob", 6000).packets(100);
        trace.media("alice", 4040).to("bob", 6000).packets(5);
        trace.media("bob", 6000).to("alice", 4040).packets(500);
        bye(trace, 10);

        assertThat(trace.found()).doesNotContain("media-to-other-port");
    }
}
