package org.ringback.window.calls;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.ringback.sound.BothSides;
import org.ringback.sound.Flaw;
import org.ringback.sound.Peaks;
import org.ringback.sound.Schedule;

/** How loud both sides were over time, the caller above, with a mark where packets were not heard. From left to right always. */
final class WavePlot extends Region {

    private static final int LOUDEST = 1 << 15;
    private static final int MOST_MARKS = 400;
    private static final double MARK = 4;

    private final Peaks peaks;
    private final BothSides sides;
    private final Path waves = path("wave");
    private final Path flaws = path("wave-flaw");

    WavePlot(Peaks peaks, BothSides sides) {
        this.peaks = peaks;
        this.sides = sides;
        getStyleClass().add("wave-plot");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(waves, flaws);
    }

    private static Path path(String style) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        return path;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = (getHeight() - top - snappedBottomInset()) / peaks.channels();
        waves.getElements().clear();
        flaws.getElements().clear();
        if (width <= 0 || height <= 0) {
            return;
        }
        for (int channel = 0; channel < peaks.channels(); channel++) {
            wave(channel, left, top + height * channel, width, height);
        }
        marks(sides.caller(), left, top, width);
        marks(sides.callee(), left, top + height, width);
    }

    private void wave(int channel, double left, double top, double width, double height) {
        double middle = top + height / 2;
        double step = width / peaks.stretches();
        waves.getElements().add(new MoveTo(left, middle));
        for (int i = 0; i < peaks.stretches(); i++) {
            waves.getElements()
                    .add(new LineTo(left + i * step, middle - height / 2 * peaks.highest(channel, i) / LOUDEST));
        }
        for (int i = peaks.stretches() - 1; i >= 0; i--) {
            waves.getElements()
                    .add(new LineTo(left + i * step, middle - height / 2 * peaks.lowest(channel, i) / LOUDEST));
        }
        waves.getElements().add(new ClosePath());
    }

    private void marks(Optional<Schedule> side, double left, double top, double width) {
        long length = Math.max(1, sides.length());
        long begin = side.map(each -> each.begin() - sides.begin()).orElse(0L);
        side.map(Schedule::flaws).stream()
                .flatMap(all -> all.stream().filter(flaw -> flaw.kind() != Flaw.Kind.CONCEALED))
                .limit(MOST_MARKS)
                .forEach(flaw -> mark(left + width * (begin + flaw.from()) / length, top));
    }

    private void mark(double x, double y) {
        Stream.of(new MoveTo(x - MARK, y), new LineTo(x + MARK, y), new LineTo(x, y + 2 * MARK), new ClosePath())
                .forEach(flaws.getElements()::add);
    }
}
