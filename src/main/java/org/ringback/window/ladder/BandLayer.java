package org.ringback.window.ladder;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.ringback.ladder.Band;
import org.ringback.ladder.RowPlaces;

/**
 * What is to be seen of streams in one row: an arrow with words where a stream begins, and from it down along the column of its
 * receiver a band, which is crossed out where packets are lost.
 */
final class BandLayer extends Pane {

    /** What is no longer has no room for a cross: a stroke stands for it, or many short holes would look like a long one. */
    private static final double SHORTEST = 3;

    private final Path bands = path("ladder-band");
    private final Path holes = path("ladder-hole");
    private final Path ways = path("ladder-way");
    private final List<Label> labels = new ArrayList<>();
    private LadderDrawing drawing;
    private int row;
    private List<Band> touching = List.of();

    BandLayer() {
        getChildren().addAll(bands, ways, holes);
        setMouseTransparent(true);
    }

    private static Path path(String style) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        return path;
    }

    /** Labels stay from row to row: a new one has no size yet when rows are drawn again in the middle of a layout. */
    private Label label() {
        var label = new Label();
        label.getStyleClass().addAll("ladder-detail", "ladder-said");
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        getChildren().add(label);
        return label;
    }

    void show(LadderDrawing what, int index) {
        drawing = what;
        row = index;
        touching = what.ladder().bands().stream()
                .filter(band -> band.touches(index))
                .toList();
        setVisible(!touching.isEmpty());
        List<Band> begun = what.ladder().bandsFrom(index);
        while (labels.size() < begun.size()) {
            labels.add(label());
        }
        for (int number = 0; number < labels.size(); number++) {
            labels.get(number).setVisible(number < begun.size());
            labels.get(number).setText(number < begun.size() ? what.words().band(begun.get(number)) : "");
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (drawing == null || touching.isEmpty()) {
            return;
        }
        List<PathElement> strips = new ArrayList<>();
        List<PathElement> crossed = new ArrayList<>();
        List<PathElement> arrows = new ArrayList<>();
        RowPlaces places = drawing.places();
        double top = places.top(row);
        List<Band> begun = drawing.ladder().bandsFrom(row);
        for (Band band : touching) {
            int number = drawing.ladder().bandsFrom(band.row()).indexOf(band);
            double from = arrow(places.said(band.row(), number) - top);
            double to = Math.max(from + SHORTEST, places.place(band.end()) - top);
            strip(strips, drawing.plan().band(band), from, to);
            for (Band.Hole hole : band.holes()) {
                cross(
                        crossed,
                        drawing.plan().band(band),
                        Math.max(from, places.place(hole.begin()) - top),
                        Math.max(from, places.place(hole.end()) - top));
            }
        }
        for (int number = 0; number < begun.size(); number++) {
            said(begun.get(number), labels.get(number), places.said(row, number) - top, arrows);
        }
        bands.getElements().setAll(strips);
        holes.getElements().setAll(crossed);
        holes.setVisible(!crossed.isEmpty());
        ways.getElements().setAll(arrows);
        ways.setVisible(!arrows.isEmpty());
    }

    /** Only what is in this row: a band may be much longer than a screen. */
    private void strip(List<PathElement> path, double x, double from, double to) {
        if (from < getHeight() && to > 0) {
            rectangle(path, x, Math.max(-2, from), Math.min(getHeight() + 2, to));
        }
    }

    private void rectangle(List<PathElement> path, double x, double from, double to) {
        double width = drawing.plan().bandWidth();
        double left = Math.round(x) + 0.5;
        path.add(new MoveTo(left, from));
        path.add(new LineTo(left + width, from));
        path.add(new LineTo(left + width, to));
        path.add(new LineTo(left, to));
        path.add(new ClosePath());
    }

    private void cross(List<PathElement> path, double x, double from, double to) {
        if (from < getHeight() && to > 0) {
            double width = drawing.plan().bandWidth();
            double left = Math.round(x) + 0.5;
            boolean visible = to - from > SHORTEST;
            if (visible) {
                rectangle(path, x, from, to);
            }
            path.add(new MoveTo(left, from));
            path.add(new LineTo(left + width, visible ? to : from));
            if (visible) {
                path.add(new MoveTo(left + width, from));
                path.add(new LineTo(left, to));
            }
        }
    }

    /** Words stand above the arrow, which may be shorter than they are. */
    private double arrow(double middle) {
        return Math.round(middle + 0.3 * drawing.plan().bandHeight());
    }

    /** From column to column, with the words above its middle. */
    private void said(Band band, Label label, double y, List<PathElement> path) {
        LadderPlan plan = drawing.plan();
        double line = arrow(y) + 0.5;
        double from = Math.round(plan.x(band.from())) + 0.5;
        double to = Math.round(plan.x(band.to())) + 0.5;
        double point = 0.5 * plan.em();
        double tip = from == to ? from + 1.6 * plan.em() : to;
        int way = tip > from ? 1 : -1;
        path.add(new MoveTo(from, line - 1.5));
        path.add(new LineTo(tip - way * point, line - 1.5));
        path.add(new MoveTo(from, line + 1.5));
        path.add(new LineTo(tip - way * point, line + 1.5));
        path.add(new MoveTo(tip - way * point, line - point * 0.6));
        path.add(new LineTo(tip, line));
        path.add(new LineTo(tip - way * point, line + point * 0.6));
        double width = Math.min(plan.lanes(), Math.ceil(label.prefWidth(-1)));
        double height = label.prefHeight(-1);
        double middle = from == to ? tip + 0.4 * plan.em() + width / 2 : (from + to) / 2;
        label.resizeRelocate(
                Math.rint(Math.clamp(middle - width / 2, 0, Math.max(0, plan.lanes() - width))),
                Math.rint(line - 0.4 * plan.em() - height),
                width,
                height);
    }
}
