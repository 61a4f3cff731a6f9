package org.ringback.window.kit;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.diagnosis.finding.Weight;

/** The look of a weight: its color, and a drawing, so that color is never the only sign. */
public final class WeightStyle {

    private WeightStyle() {}

    /** The style class of a weight, for example {@code weight-failure}. */
    public static String of(Weight weight) {
        return "weight-" + weight.name().toLowerCase(Locale.ROOT);
    }

    public static Feather glyph(Weight weight) {
        return switch (weight) {
            case FAILURE -> Feather.X_CIRCLE;
            case TROUBLE -> Feather.ALERT_TRIANGLE;
            case BLIND -> Feather.EYE_OFF;
            case NORMAL -> Feather.CHECK_CIRCLE;
        };
    }
}
