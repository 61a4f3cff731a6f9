package org.ringback.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The streams of a call on one axis. */
class CoursesTest {

    private final SpokenCall call = new SpokenCall();

    private Courses courses() {
        return Courses.of(call.legs().getFirst(), call.media());
    }

    @Test
    void secondsCountFromTheAnswer() {
        call.callee().at(SpokenCall.ANSWERED - 1_000_000).lasts(300);
        call.caller().at(SpokenCall.ANSWERED).lasts(300);

        assertThat(courses().answered()).isTrue();
        assertThat(courses().from()).isCloseTo(-1, within(0.1));
        assertThat(courses().to()).isCloseTo(6, within(0.1));
        assertThat(courses().marks()).containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void eachStreamHasItsOwn() {
        call.caller().lasts(100);
        call.callee().lasts(200);
        CallMedia media = call.media();
        var courses = Courses.of(call.legs().getFirst(), media);

        assertThat(courses.all()).hasSize(2);
        assertThat(courses.of(media.toward(Side.CALLER).getFirst())
                        .orElseThrow()
                        .parts())
                .hasSize(4);
    }

    @Test
    void twoPacketsAreNoCourse() {
        call.caller().lasts(100);
        call.callee().lasts(2);
        CallMedia media = call.media();

        assertThat(Courses.of(call.legs().getFirst(), media)
                        .of(media.toward(Side.CALLER).getFirst()))
                .isEmpty();
    }

    /** Fifty packets are a second, and the rest of the last second is no slower. */
    @Test
    void theRateIsThatOfTheTimeThatAPartReallyHas() {
        call.caller().lasts(130);

        assertThat(courses().all().getFirst().parts())
                .extracting(Course.Part::rate)
                .allSatisfy(rate -> assertThat(rate).isCloseTo(50, within(3.0)));
        assertThat(courses().highestRate()).isCloseTo(50, within(3.0));
    }

    @Test
    void littleJitterDoesNotLookLikeMuch() {
        call.caller().lasts(100);

        assertThat(courses().all().getFirst().highestJitter()).isLessThan(1_000);
        assertThat(courses().highestJitter()).isEqualTo(10_000);
    }

    @Test
    void aLongCallHasNoMoreMarksThanCanBeRead() {
        call.caller().lasts(470);

        assertThat(new Courses(true, -3, 5000, courses().all()).marks())
                .containsExactly(0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0);
    }
}
