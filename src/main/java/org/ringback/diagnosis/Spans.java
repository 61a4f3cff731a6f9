package org.ringback.diagnosis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;

/** Says how long something took, no finer than it matters to a reader. */
public final class Spans {

    private enum Unit implements NamedKey {
        MILLISECONDS,
        SECONDS,
        MINUTES;

        @Override
        public String group() {
            return "span";
        }
    }

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final Texts texts;

    public Spans(Texts texts) {
        this.texts = texts;
    }

    /** Below a second in milliseconds, below ten minutes in seconds, else in minutes. */
    public String say(Duration duration) {
        if (duration.abs().compareTo(SECOND) < 0) {
            return texts.get(Unit.MILLISECONDS, Long.toString(duration.toMillis()));
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return duration.abs().compareTo(TEN_MINUTES) < 0
                ? texts.get(Unit.SECONDS, tenths(seconds))
                : texts.get(Unit.MINUTES, tenths(seconds.divide(SIXTY, 3, RoundingMode.DOWN)));
    }

    /** What is mostly below a few milliseconds, in milliseconds with one decimal. */
    public String fine(double micros) {
        return texts.get(
                Unit.MILLISECONDS,
                texts.numbers().decimal(BigDecimal.valueOf(micros / 1000).setScale(1, RoundingMode.HALF_UP)));
    }

    private String tenths(BigDecimal number) {
        return texts.numbers().decimal(number.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros());
    }
}
