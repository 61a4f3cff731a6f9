package org.ringback.window.ladder;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
import javax.imageio.ImageIO;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.TimeColumn;
import org.ringback.window.kit.Look;
import org.ringback.words.LadderWords;

/**
 * A whole ladder drawn off screen, always light. It is drawn some rows at a time, because graphics pipelines cannot draw a
 * long one at once, and is as sharp as its size allows.
 */
public final class LadderSnapshot {

    /** So many dots take 160 MB while the file is written. */
    static final double MOST_DOTS = 40_000_000;

    private static final double SHARP = 2;
    private static final double COLUMN = 250;
    private static final int ROWS_AT_ONCE = 50;
    private static final double MARGIN = 12;

    private final LadderDrawing drawing;
    private final ReadOnlyDoubleWrapper still = new ReadOnlyDoubleWrapper(0);
    private final double width;
    private final double height;
    private final double scale;

    public LadderSnapshot(Ladder ladder, LadderWords words, TimeColumn times) {
        int note = LadderDrawing.longestNote(ladder, words);
        LadderPlan wide = LadderPlan.of(ladder, note, times.mode(), 1, Double.MAX_VALUE);
        double extra = wide.width() - wide.lanes();
        double room = wide.times()
                + extra
                + wide.em()
                + COLUMN * Math.max(1, ladder.columns().size());
        drawing = LadderDrawing.of(ladder, words, times, LadderPlan.of(ladder, note, times.mode(), 1, room));
        LadderPlan plan = drawing.plan();
        width = Math.ceil(plan.times() + plan.width() + 2 * MARGIN);
        height = plan.headHeight() + ladder.rows().size() * plan.rowHeight() + 2 * MARGIN;
        scale = width * height * SHARP * SHARP <= MOST_DOTS ? SHARP : 1;
    }

    /** Whether it is too large even at its smallest. */
    boolean tooLarge() {
        return width * height > MOST_DOTS;
    }

    /** Draws it on the toolkit's thread and writes it. */
    public void save(Path path) throws IOException {
        var picture = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, 0xFFFFFF);
        var paper = new Pane();
        paper.getStyleClass().addAll(Look.ROOT, "paper");
        var scene = new Scene(paper, width, 100);
        scene.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        scene.setUserAgentStylesheet(Look.lightStyleSheet());
        scene.getStylesheets().setAll(Look.styleSheets());
        LadderPlan plan = drawing.plan();
        var head = new LadderHead(still);
        head.show(drawing);
        place(paper, head, plan.headHeight());
        int y = copy(paper, plan.headHeight(), picture, pixels, (int) (MARGIN * scale));
        int rows = drawing.ladder().rows().size();
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int to = Math.min(rows, from + ROWS_AT_ONCE);
            y = copy(paper(paper, from, to), (to - from) * plan.rowHeight(), picture, pixels, y);
        }
        ImageIO.write(picture, "png", path.toFile());
    }

    private Pane paper(Pane paper, int from, int to) {
        LadderPlan plan = drawing.plan();
        var lines = new Lifelines(still);
        lines.show(drawing);
        place(paper, lines, (to - from) * plan.rowHeight());
        for (int row = from; row < to; row++) {
            var arrow = new ArrowRow(still);
            arrow.show(drawing, row, Optional.empty());
            paper.getChildren().add(arrow);
            arrow.resizeRelocate(0, (row - from) * plan.rowHeight(), width, plan.rowHeight());
        }
        return paper;
    }

    private void place(Pane paper, Region first, double high) {
        paper.getChildren().setAll(first);
        first.setManaged(false);
        first.resizeRelocate(0, 0, width, high);
    }

    /** Copies what is on the paper below what was copied before; returns where the next part goes. */
    private int copy(Pane paper, double high, BufferedImage picture, int[] pixels, int y) {
        paper.getChildren().forEach(child -> child.setManaged(false));
        paper.resize(width, high);
        paper.applyCss();
        paper.layout();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.WHITE);
        int wide = picture.getWidth() - (int) (2 * MARGIN * scale);
        int tall = Math.min((int) Math.ceil(high * scale), picture.getHeight() - y);
        var part = paper.snapshot(parameters, new WritableImage(wide, tall));
        int start = y * picture.getWidth() + (int) (MARGIN * scale);
        part.getPixelReader()
                .getPixels(
                        0, 0, wide, tall, WritablePixelFormat.getIntArgbInstance(), pixels, start, picture.getWidth());
        return y + tall;
    }
}
