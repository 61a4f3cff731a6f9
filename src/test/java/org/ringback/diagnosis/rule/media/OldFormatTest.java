package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Sound that does not follow a change of codec. */
class OldFormatTest {

    /** Alice asks for G.722 after five seconds, and bob sends in that or in what he likes. */
    private static Trace changedTo(String answer, int bobSends) {
        Trace trace = answered();
        alice(trace).type(8).packets(250);
        bob(trace).type(8).packets(250);
        changed(trace.after(5), 2, description("198.51.100.1", 4000, "9", ""), answer);
        alice(trace).type(9).packets(600);
        bob(trace).ssrc(77).type(bobSends).packets(600);
        return bye(trace, 13);
    }

    @Test
    void whoGoesOnInTheOldCodecIsHardlyHeard() {
        Trace trace = changedTo(description("198.51.100.2", 6000, "9", ""), 8);

        var finding = trace.the("media-in-old-format");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("old", Value.of("PCMA"))
                .containsEntry("agreed", Value.of(List.of("G722")));
    }

    @Test
    void whoFollowsIsHeard() {
        assertThat(found(changedTo(description("198.51.100.2", 6000, "9", ""), 9)))
                .doesNotContain("media-in-old-format");
    }

    @Test
    void whoKeepsTheOldCodecInTheAnswerMayUseIt() {
        assertThat(found(changedTo(description("198.51.100.2", 6000, "9 8", ""), 8)))
                .doesNotContain("media-in-old-format");
    }

    @Test
    void whoChangesOverAfterAMoment() {
        Trace trace = answered();
        alice(trace).type(8).packets(250);
        bob(trace).type(8).packets(330);
        changed(
                trace.after(5),
                2,
                description("198.51.100.1", 4000, "9", ""),
                description("198.51.100.2", 6000, "9", ""));
        alice(trace).type(9).packets(600);
        trace.after(2);
        bob(trace).type(9).packets(500);

        assertThat(found(bye(trace, 11))).doesNotContain("media-in-old-format");
    }
}
