package org.ringback.session;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** How large everything that is read is set; remembered. */
public final class TextSize {

    private static final double USUAL = 1;

    /** As far from each other as the eye notices. */
    private static final List<Double> SIZES = List.of(0.75, 0.85, USUAL, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5);

    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", USUAL);

    /** @param remembered may be {@code null}; of one that is too large or too small the nearest that can be read is taken */
    TextSize(Double remembered) {
        if (remembered != null && Double.isFinite(remembered)) {
            zoom.set(Math.clamp(remembered, SIZES.getFirst(), SIZES.getLast()));
        }
    }

    /** 1 is the usual size. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** The next larger size, if there is one. */
    public void larger() {
        SIZES.stream().filter(size -> size > zoom.get()).findFirst().ifPresent(zoom::set);
    }

    /** The next smaller size, if there is one. */
    public void smaller() {
        SIZES.reversed().stream().filter(size -> size < zoom.get()).findFirst().ifPresent(zoom::set);
    }

    /** The size of the first start. */
    public void usual() {
        zoom.set(USUAL);
    }

    /** What to remember; {@code null} as long as it is as at the first start. */
    Double remembered() {
        return zoom.get() == USUAL ? null : zoom.get();
    }
}
