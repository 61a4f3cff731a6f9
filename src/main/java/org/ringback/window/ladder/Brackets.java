package org.ringback.window.ladder;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.ringback.ladder.Span;

/** The brackets beside the arrows, which hold together what happens between two rows. */
final class Brackets {

    private Brackets() {}

    /**
     * Draws what is to be seen of them in one row.
     *
     * @param path takes the lines
     * @param spans those that touch the row
     * @param y where the arrow of the row runs
     */
    static void draw(Path path, List<Span> spans, int row, LadderPlan plan, double y, double height) {
        List<PathElement> elements = new ArrayList<>();
        double tick = 0.4 * plan.em();
        for (Span span : spans) {
            double x = Math.round(plan.lane(span.lane())) + 0.5;
            boolean alone = span.from() == span.to();
            double line = Math.round(y) + 0.5;
            double top = span.from() == row ? (alone ? line - tick * 1.6 : line) : 0;
            double bottom = span.to() == row ? (alone ? line + tick * 1.6 : line) : height;
            elements.add(new MoveTo(x - (span.from() == row ? tick : 0), top));
            elements.add(new HLineTo(x));
            elements.add(new VLineTo(bottom));
            elements.add(new HLineTo(x - (span.to() == row ? tick : 0)));
        }
        path.setVisible(!elements.isEmpty());
        path.getElements().setAll(elements);
    }
}
