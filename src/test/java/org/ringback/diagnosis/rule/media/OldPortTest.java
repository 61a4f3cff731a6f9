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

/** Sound that does not follow a change of port. */
class OldPortTest {

    private static final String ALICE_MOVED = description("198.51.100.1", 4100, "0 8 101", "");

    /** Alice asks for sound at another port after five seconds; it is for the test to say what bob does. */
    private static Trace moved() {
        Trace trace = answered();
        alice(trace).packets(250);
        trace.after(5);
        changed(trace, 2, ALICE_MOVED, SoundCall.BOB);
        return trace;
    }

    @Test
    void whoGoesOnSendingToTheOldPortIsNotHeard() {
        Trace trace = answered();
        bob(trace).packets(900);
        alice(trace).packets(250);
        trace.after(5);
        changed(trace, 2, ALICE_MOVED, SoundCall.BOB);
        trace.media("alice", 4100).to("bob", 6000).packets(600);
        bye(trace, 13);

        var finding = trace.the("media-to-old-port");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("old", Value.of(new Endpoint("198.51.100.1", 4000)))
                .containsEntry("new", Value.of(new Endpoint("198.51.100.1", 4100)));
    }

    @Test
    void whoFollowsIsHeard() {
        Trace trace = moved();
        trace.media("alice", 4100).to("bob", 6000).packets(600);
        bob(trace).packets(20);
        trace.media("bob", 6000).to("alice", 4100).packets(600);

        assertThat(found(bye(trace, 13))).doesNotContain("media-to-old-port");
    }

    @Test
    void whoStillSendsFromTheOldPortStillListensThere() {
        Trace trace = moved();
        bob(trace).packets(600);
        alice(trace).packets(600);

        assertThat(found(bye(trace, 13))).doesNotContain("media-to-old-port");
    }

    @Test
    void aMomentOfChangingOverIsNoFault() {
        Trace trace = moved();
        trace.media("alice", 4100).to("bob", 6000).packets(600);
        bob(trace).packets(100);

        assertThat(found(bye(trace, 13))).doesNotContain("media-to-old-port");
    }
}
