package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Timestamps that leap while somebody speaks. */
class TimestampLeapsTest {

    private static final String LEAPS = "rtp-timestamp-leaps";

    /** Ten seconds. */
    private static final int FAR = 80_000;

    private static Trace leaping(int stamps, int times) {
        Trace trace = answered();
        bob(trace).packets(900);
        var alice = alice(trace).packets(300);
        for (int i = 0; i < times; i++) {
            alice.leaps(stamps).packets(200);
        }
        return bye(trace, 18);
    }

    @ParameterizedTest
    @ValueSource(ints = {FAR, -FAR})
    void leapsWithoutAMarkerAreTold(int stamps) {
        Trace trace = leaping(stamps, 3);

        assertThat(found(trace)).containsExactly(LEAPS);
        var finding = trace.the(LEAPS);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.sightings()).hasSize(2);
        assertThat(finding.values()).containsEntry("times", Value.of(3)).containsEntry("farthest", Trace.seconds(10));
    }

    @Test
    void aSingleOneMayPassUnheard() {
        assertThat(leaping(FAR, 1).the(LEAPS).certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whatABufferReachesIsNone() {
        assertThat(found(leaping(4000, 3))).isEmpty();
    }

    @Test
    void aMarkerSaysThatSomethingBegins() {
        Trace trace = answered();
        bob(trace).packets(900);
        alice(trace)
                .packets(300)
                .beginsAnew(0, FAR)
                .packets(300)
                .beginsAnew(0, -FAR)
                .packets(300);

        assertThat(found(bye(trace, 18))).doesNotContain(LEAPS);
    }

    @Test
    void timestampsThatStandStillWhileNothingIsSentAreNone() {
        Trace trace = answered();
        bob(trace).packets(900);
        alice(trace)
                .packets(300)
                .hesitates(3_000_000)
                .packets(300)
                .hesitates(3_000_000)
                .packets(100);

        assertThat(found(bye(trace, 20))).doesNotContain(LEAPS);
    }

    @Test
    void whatWasLostWasSentInTheTimeThatPassed() {
        Trace trace = answered();
        bob(trace).packets(900);
        alice(trace).packets(300).loses(100).packets(300).loses(100).packets(100);

        assertThat(found(bye(trace, 18))).doesNotContain(LEAPS);
    }

    @Test
    void keysHaveTimestampsOfTheirOwn() {
        Trace trace = answered();
        bob(trace).packets(900);
        alice(trace)
                .packets(300)
                .key(5, 101, 60, true)
                .packets(300)
                .key(6, 101, 60, true)
                .packets(100);

        assertThat(found(bye(trace, 18))).doesNotContain(LEAPS);
    }
}
