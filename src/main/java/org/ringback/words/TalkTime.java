package org.ringback.words;

import java.time.Duration;

/** How long was talked, as a clock shows it: with European digits, never through a locale. */
public final class TalkTime {

    private TalkTime() {}

    /** As {@code h:mm:ss} from an hour on, else {@code m:ss}. */
    public static String of(Duration duration) {
        String seconds = twoDigits(duration.toSecondsPart());
        return duration.toHours() == 0
                ? duration.toMinutes() + ":" + seconds
                : duration.toHours() + ":" + twoDigits(duration.toMinutesPart()) + ":" + seconds;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
