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

    private final Texts texts;

    public Spans(Texts texts) {
        this.texts = texts;
    }

    /** Below a second in milliseconds, below ten minutes in seconds, else in minutes. */
    public String say(Duration duration) {
        long millis = duration.toMillis();
        if (Math.abs(millis) < 1000) {
            return texts.get(Unit.MILLISECONDS, Long.toString(millis));
        }
        return Math.abs(millis) < 600_000
                ? texts.get(Unit.SECONDS, tenths(BigDecimal.valueOf(millis, 3)))
                : texts.get(Unit.MINUTES, tenths(BigDecimal.valueOf(millis / 60, 3)));
    }

    private static String tenths(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
