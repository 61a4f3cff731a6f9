package org.ringback.window.ladder;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The lines behind the rows, one for each column: drawn once for all rows, so that scrolling does not touch them. */
final class Lifelines extends Region {

    private final Pane moving = new Pane();
    private final Rectangle clip = new Rectangle();
    private LadderPlan plan;

    Lifelines(ObservableDoubleValue scrolled) {
        moving.setManaged(false);
        moving.setClip(clip);
        moving.translateXProperty().bind(Bindings.negate(scrolled));
        clip.xProperty().bind(scrolled);
        setMouseTransparent(true);
        getChildren().add(moving);
    }

    void show(LadderDrawing what) {
        plan = what.plan();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < what.ladder().columns().size(); i++) {
            var line = new Line();
            line.getStyleClass().add("ladder-life");
            line.setManaged(false);
            double x = Math.round(plan.x(i)) + 0.5;
            line.setStartX(x);
            line.setEndX(x);
            line.endYProperty().bind(heightProperty());
            lines.add(line);
        }
        moving.getChildren().setAll(lines);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (plan != null) {
            moving.resizeRelocate(plan.times(), 0, plan.width(), getHeight());
            clip.setWidth(Math.max(0, getWidth() - plan.times()));
            clip.setHeight(getHeight());
        }
    }
}
