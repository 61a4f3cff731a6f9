package org.ringback.window.ladder;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.RowPlaces;
import org.ringback.ladder.TimeColumn;
import org.ringback.window.kit.Look;
import org.ringback.window.share.LongPicture;
import org.ringback.words.LadderWords;

/**
 * A whole ladder drawn off screen, always light. It is drawn some rows at a time, because graphics pipelines cannot draw a
 * long one at once, and is as sharp as its size allows.
 */
public final class LadderSnapshot implements LongPicture {

    private static final double SHARP = 2;
    private static final double COLUMN = 250;
    private static final int ROWS_AT_ONCE = 50;
    private static final double MARGIN = 12;

    private final LadderDrawing drawing;
    private final ReadOnlyDoubleWrapper still = new ReadOnlyDoubleWrapper(0);
    private final double width;
    private final double height;
    private final double scale;
    private Pane sheet;
    /** How many rows of dots are drawn. */
    private int drawn;

    public LadderSnapshot(Ladder ladder, LadderWords words, TimeColumn times) {
        LadderPlan.Notes notes = LadderDrawing.notes(ladder, words);
        LadderPlan wide = LadderPlan.of(ladder, notes, times.mode(), 1, Double.MAX_VALUE);
        double extra = wide.width() - wide.lanes();
        double room = wide.times()
                + extra
                + wide.em()
                + COLUMN * Math.max(1, ladder.columns().size());
        drawing = LadderDrawing.of(ladder, words, times, LadderPlan.of(ladder, notes, times.mode(), 1, room));
        LadderPlan plan = drawing.plan();
        width = Math.ceil(plan.times() + plan.width() + 2 * MARGIN);
        height = plan.headHeight() + drawing.places().top(ladder.lines().size()) + 2 * MARGIN;
        scale = width * height * SHARP * SHARP <= MOST_DOTS ? SHARP : 1;
    }

    /** Whether it is too large even at its smallest. */
    boolean tooLarge() {
        return width * height > MOST_DOTS;
    }

    @Override
    public int width() {
        return (int) Math.ceil(width * scale);
    }

    @Override
    public int height() {
        return (int) Math.ceil(height * scale);
    }

    /** The headings, then some rows at a time. */
    @Override
    public int parts() {
        return 1 + Math.ceilDiv(drawing.ladder().lines().size(), ROWS_AT_ONCE);
    }

    @Override
    public void draw(int part, int[] dots) {
        LadderPlan plan = drawing.plan();
        if (part == 0) {
            sheet = sheet();
            var head = new LadderHead(still);
            head.show(drawing);
            place(sheet, head, plan.headHeight());
            drawn = copy(sheet, plan.headHeight(), dots, (int) (MARGIN * scale));
        } else {
            int from = (part - 1) * ROWS_AT_ONCE;
            int to = Math.min(drawing.ladder().lines().size(), from + ROWS_AT_ONCE);
            double high = drawing.places().top(to) - drawing.places().top(from);
            drawn = copy(paper(sheet, from, to, high), high, dots, drawn);
        }
    }

    private Pane sheet() {
        var paper = new Pane();
        paper.getStyleClass().addAll(Look.ROOT, "paper");
        var scene = new Scene(paper, width, 100);
        scene.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        scene.setUserAgentStylesheet(Look.lightStyleSheet());
        scene.getStylesheets().setAll(Look.styleSheets());
        return paper;
    }

    private Pane paper(Pane paper, int from, int to, double high) {
        RowPlaces places = drawing.places();
        var lines = new Lifelines(still);
        lines.show(drawing);
        place(paper, lines, high);
        for (int row = from; row < to; row++) {
            var arrow = new ArrowRow(still);
            arrow.show(drawing, row, Optional.empty());
            paper.getChildren().add(arrow);
            arrow.resizeRelocate(0, places.top(row) - places.top(from), width, places.height(row));
        }
        return paper;
    }

    private void place(Pane paper, Region first, double high) {
        paper.getChildren().setAll(first);
        first.setManaged(false);
        first.resizeRelocate(0, 0, width, high);
    }

    /** Copies what is on the paper below what was copied before; returns where the next part goes. */
    private int copy(Pane paper, double high, int[] dots, int y) {
        paper.getChildren().forEach(child -> child.setManaged(false));
        paper.resize(width, high);
        paper.applyCss();
        paper.layout();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.WHITE);
        int wide = width() - (int) (2 * MARGIN * scale);
        int tall = Math.min((int) Math.ceil(high * scale), height() - y);
        var part = paper.snapshot(parameters, new WritableImage(wide, tall));
        int start = y * width() + (int) (MARGIN * scale);
        part.getPixelReader()
                .getPixels(0, 0, wide, tall, WritablePixelFormat.getIntArgbInstance(), dots, start, width());
        return y + tall;
    }
}
