package org.ringback.window.calls;

import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.ringback.session.TimeRange;
import org.ringback.statistics.Period;
import org.ringback.statistics.Periods;
import org.ringback.words.StatisticsWords;

/** How many calls began when: a bar for each period, from left to right in every language; each can be chosen. */
final class PeriodBars extends Region {

    private static final long MICROS = 1_000;

    /** Three parts of the bar, and over its whole height what takes the click. */
    private static final int NODES = 4;

    private final Periods periods;
    private final int highest;

    PeriodBars(Periods periods, StatisticsWords words, Consumer<TimeRange> choose) {
        this.periods = periods;
        this.highest = periods.all().stream()
                .mapToInt(period -> period.count().calls())
                .max()
                .orElse(1);
        getStyleClass().add("period-bars");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (Period period : periods.all()) {
            getChildren()
                    .addAll(
                            part("share-answered"),
                            part("share-others"),
                            part("share-failed"),
                            button(period, words, choose));
        }
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    private Button button(Period period, StatisticsWords words, Consumer<TimeRange> choose) {
        var button = new Button();
        button.getStyleClass().setAll("period");
        button.setAccessibleText(words.period(period));
        button.setTooltip(new Tooltip(words.period(period)));
        long length = periods.length().toNanos() / MICROS;
        button.setOnAction(click -> choose.accept(TimeRange.between(period.start(), period.start() + length - 1)));
        return button;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / periods.all().size();
        double scale = getHeight() / Math.max(1, highest);
        for (int i = 0; i < periods.all().size(); i++) {
            var count = periods.all().get(i).count();
            double[] parts = {count.answered(), count.calls() - count.answered() - count.failed(), count.failed()};
            double y = getHeight();
            for (int part = 0; part < parts.length; part++) {
                double height = parts[part] * scale;
                y -= height;
                getChildren().get(NODES * i + part).resizeRelocate(i * width, y, Math.max(1, width - 1), height);
            }
            getChildren().get(NODES * i + NODES - 1).resizeRelocate(i * width, 0, width, getHeight());
        }
    }
}
