package org.ringback.window.calls;

import javafx.scene.layout.Region;
import org.ringback.statistics.Count;

/** A bar as long as there are calls; the part of those that failed has another color, and what was answered another again. */
final class ShareBar extends Region {

    private final Count count;
    private final int longest;
    private final Region answered = part("share-answered");
    private final Region failed = part("share-failed");
    private final Region others = part("share-others");

    /**
     * One of several bars.
     *
     * @param longest how many calls the longest of them stands for
     */
    ShareBar(Count count, int longest) {
        this.count = count;
        this.longest = Math.max(1, longest);
        getStyleClass().add("share-bar");
        getChildren().addAll(answered, others, failed);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double scale = getWidth() / longest;
        int rest = count.calls() - count.answered() - count.failed();
        double x = place(answered, 0, count.answered() * scale);
        x = place(others, x, rest * scale);
        place(failed, x, count.failed() * scale);
    }

    private double place(Region part, double x, double width) {
        part.resizeRelocate(snapPositionX(x), 0, snapPositionX(x + width) - snapPositionX(x), getHeight());
        return x + width;
    }
}
