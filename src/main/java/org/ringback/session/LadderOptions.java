package org.ringback.session;

import java.util.Arrays;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.TimeMode;
import org.ringback.settings.Settings;

/** How ladders are looked at, the same for every call and remembered. */
public final class LadderOptions {

    /** Between these a ladder can still be read, or still be overlooked. */
    public static final double SMALLEST = 0.6;

    public static final double LARGEST = 2.2;

    private static final double STEP = 1.15;

    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(this, "grouping", Grouping.ADDRESS);
    private final ObjectProperty<TimeMode> times = new SimpleObjectProperty<>(this, "times", TimeMode.SINCE_START);
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded", true);
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final DoubleProperty letters = new SimpleDoubleProperty(this, "letters", 1);
    private final DoubleBinding size = zoom.multiply(letters);
    private final BooleanProperty streams = new SimpleBooleanProperty(this, "streams", true);
    private final ObjectBinding<Settings.Ladder> toRemember =
            Bindings.createObjectBinding(this::toSettings, grouping, times, folded, zoom, streams);

    /**
     * As remembered, or as at the first start.
     *
     * @param remembered may be {@code null}, and so may its parts
     */
    public LadderOptions(Settings.Ladder remembered) {
        if (remembered == null) {
            return;
        }
        grouping.set(byId(Grouping.values(), remembered.grouping(), Grouping.ADDRESS));
        times.set(byId(TimeMode.values(), remembered.times(), TimeMode.SINCE_START));
        folded.set(remembered.folded() == null || remembered.folded());
        streams.set(remembered.streams() == null || remembered.streams());
        if (remembered.zoom() != null && Double.isFinite(remembered.zoom())) {
            zoom.set(Math.clamp(remembered.zoom(), SMALLEST, LARGEST));
        }
    }

    private static <E extends Enum<E>> E byId(E[] values, String id, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> id(value).equals(id))
                .findFirst()
                .orElse(otherwise);
    }

    /** As it stands in the settings file. */
    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to remember; {@code null} as long as it is as at the first start. */
    ObjectBinding<Settings.Ladder> remembered() {
        return toRemember;
    }

    private Settings.Ladder toSettings() {
        Settings.Ladder now = current();
        return now.equals(new LadderOptions(null).current()) ? null : now;
    }

    private Settings.Ladder current() {
        return new Settings.Ladder(id(grouping.get()), id(times.get()), folded.get(), zoom.get(), streams.get());
    }

    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    public ObjectProperty<TimeMode> timesProperty() {
        return times;
    }

    /** Whether retransmissions are folded into the message that they repeat. */
    public BooleanProperty foldedProperty() {
        return folded;
    }

    /** Whether streams of media are shown. */
    public BooleanProperty streamsProperty() {
        return streams;
    }

    /** The same, with ladders as much larger as everything else. */
    LadderOptions growingWith(ObservableDoubleValue textSize) {
        letters.bind(textSize);
        return this;
    }

    /** How large ladders are drawn: as much larger as all letters, and by their own zoom. 1 is the usual size. */
    public DoubleBinding sizeProperty() {
        return size;
    }

    /** By how much ladders are larger than everything else. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    public void zoomIn() {
        zoom.set(Math.min(LARGEST, zoom.get() * STEP));
    }

    public void zoomOut() {
        zoom.set(Math.max(SMALLEST, zoom.get() / STEP));
    }

    public void resetZoom() {
        zoom.set(1);
    }
}
