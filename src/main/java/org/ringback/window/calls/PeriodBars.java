package org.ringback.window.calls;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.ringback.statistics.Period;
import org.ringback.statistics.Periods;
import org.ringback.words.StatisticsWords;

/** How many calls began when: a bar for each period, from left to right in every language. */
final class PeriodBars extends Region {

    private final Periods periods;
    private final int highest;

    PeriodBars(Periods periods, StatisticsWords words) {
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
                            bar("share-answered", period, words),
                            bar("share-others", period, words),
                            bar("share-failed", period, words));
        }
    }

    private static Region bar(String style, Period period, StatisticsWords words) {
        var bar = new Region();
        bar.getStyleClass().add(style);
        Tooltip.install(bar, new Tooltip(words.period(period)));
        return bar;
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
                getChildren().get(3 * i + part).resizeRelocate(i * width, y, Math.max(1, width - 1), height);
            }
        }
    }
}
