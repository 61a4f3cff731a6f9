package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.media.Talker;

/** Sound that is held up on its way. */
class GrowingDelayTest {

    /** Two minutes. */
    private static final int LONG = 6_000;

    private static void late(Talker talker, IntToLongFunction micros) {
        for (int packet = 0; packet < LONG; packet++) {
            talker.packet(micros.applyAsLong(packet));
        }
    }

    /** Empty for a quarter of the time, fills for the next one, is full for another one, and empties again. */
    private static long queue(int packet, long full) {
        int quarter = LONG / 4;
        return switch (packet / quarter) {
            case 0 -> 0;
            case 1 -> full * (packet - quarter) / quarter;
            case 2 -> full;
            default -> full * (LONG - packet) / quarter;
        };
    }

    private static Trace queues(long toBob, long toAlice) {
        Trace trace = answered();
        late(alice(trace), packet -> queue(packet, toBob));
        late(bob(trace), packet -> queue(packet, toAlice));
        return bye(trace, 121);
    }

    @Test
    void aQueueThatFillsAndEmptiesIsTold() {
        Trace trace = queues(800_000, 0);

        assertThat(found(trace)).containsExactly("media-delay-grows");
        assertThat(trace.the("media-delay-grows").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the("media-delay-grows").values()).containsEntry("most", Trace.seconds(0.8));
    }

    @ParameterizedTest
    @CsvSource({"0", "100000"})
    void aLittleIsNothing(long full) {
        assertThat(found(queues(full, 0))).isEmpty();
    }

    @Test
    void aClockOfTheCaptureThatIsSetIsSeenInBothDirections() {
        assertThat(found(queues(400_000, 400_000))).isEmpty();
    }

    /** The sender may have stood still for a moment. */
    @Test
    void whatStaysLateMayNeverHaveBeenSentEarlier() {
        Trace trace = answered();
        late(alice(trace), packet -> packet < LONG / 2 ? 0 : 400_000);
        bob(trace).packets(LONG);

        assertThat(found(bye(trace, 121))).isEmpty();
    }

    /** A buffer runs empty, and that is jitter if anything. */
    @Test
    void packetsThatAreLateNowAndThenAreNoQueue() {
        Trace trace = answered();
        late(alice(trace), packet -> packet % 50 == 0 ? 300_000 : 0);
        bob(trace).packets(LONG);

        assertThat(found(bye(trace, 121))).doesNotContain("media-delay-grows");
    }

    @Test
    void aMomentIsNoQueue() {
        Trace trace = answered();
        late(alice(trace), packet -> packet >= 3_000 && packet < 3_150 ? 400_000 : 0);
        bob(trace).packets(LONG);

        assertThat(found(bye(trace, 121))).doesNotContain("media-delay-grows");
    }

    /** Whether the clock of the capture was set, no other direction tells. */
    @Test
    void whereNothingElseWasCapturedTheClockMayHaveBeenSet() {
        Trace trace = answered();
        late(alice(trace), packet -> queue(packet, 800_000));

        assertThat(bye(trace, 121).the("media-delay-grows").certainty()).isEqualTo(Certainty.POSSIBLE);
    }
}
