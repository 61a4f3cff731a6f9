package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stream over time: what is lost is lost where it should have been. */
class TimelineTest {

    private static final long START = 1_795_341_600_000_000L;

    private final Speech speech = new Speech(START).from("192.0.2.1", 4000).to("192.0.2.2", 5000);

    private Timeline timeline() {
        return speech.seen().streams().getFirst().timeline();
    }

    private static int[] lost(Timeline timeline) {
        return IntStream.range(0, timeline.parts()).map(timeline::lost).toArray();
    }

    /** The first two are not believed yet. */
    @Test
    void everySecondHasItsPackets() {
        speech.lasts(120);

        Timeline timeline = timeline();
        assertThat(IntStream.range(0, timeline.parts()).map(timeline::packets)).containsExactly(50, 50, 18);
    }

    @Test
    void whatIsLostIsLostWhereItShouldHaveBeen() {
        speech.arriving(number -> number < 60 || number >= 65).lasts(500);

        assertThat(lost(timeline())).containsExactly(0, 5, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void whatIsLostRightBeforeTheEndIsLostToo() {
        speech.arriving(number -> number != 97).lasts(100);

        MediaStream stream = speech.seen().streams().getFirst();
        assertThat(lost(stream.timeline())).containsExactly(0, 1);
        assertThat(stream.loss().lost()).isEqualTo(1);
    }

    @Test
    void whatComesLateIsNotLost() {
        speech.arriving(number -> number != 40 && number != 41).lasts(100).late(40, START + 1_500_000);

        assertThat(lost(timeline())).containsExactly(1, 0);
    }
}
