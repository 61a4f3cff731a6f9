package org.ringback.window.share;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javafx.scene.transform.Translate;
import org.ringback.window.kit.Look;

/**
 * Content laid out off screen, always light and at one width, so that a picture or a print does not depend on how the window
 * stands. For the toolkit's thread.
 */
public final class Paper implements LongPicture {

    static final double WIDTH = 980;

    /** At twice its size text stays sharp in a ticket. */
    private static final double SHARP = 2;

    /** So high a part is drawn within a frame or two. */
    private static final int PART = 800;

    private final StackPane sheet;
    private final Group moved;
    private final Group root;
    private final double height;
    private final double scale;

    public Paper(Region content, boolean rightToLeft) {
        sheet = new StackPane(content);
        sheet.getStyleClass().addAll(Look.ROOT, "paper");
        moved = new Group(sheet);
        moved.setAutoSizeChildren(false);
        // A page keeps its looks only in the scene that has them, so what is printed is the root of this one.
        root = new Group(moved);
        var scene = new Scene(root, WIDTH, 100);
        scene.setNodeOrientation(Look.orientation(rightToLeft));
        scene.setUserAgentStylesheet(Look.lightStyleSheet());
        scene.getStylesheets().setAll(Look.styleSheets());
        sheet.applyCss();
        height = Math.ceil(sheet.prefHeight(WIDTH));
        sheet.resize(WIDTH, height);
        sheet.layout();
        scale = Math.min(SHARP, Math.sqrt(MOST_DOTS / (WIDTH * height)));
    }

    /** What is printed or drawn, laid out. */
    public Region sheet() {
        return sheet;
    }

    /**
     * What stands between two heights, with letters that stay letters; until the next call.
     *
     * @param scale from the pixels of the layout to those that are wanted
     */
    public Node between(double top, double bottom, double scale) {
        sheet.setClip(new Rectangle(0, top, WIDTH, bottom - top));
        moved.getTransforms().setAll(new Scale(scale, scale), new Translate(0, -top));
        return root;
    }

    @Override
    public int width() {
        return (int) (WIDTH * scale);
    }

    @Override
    public int height() {
        return (int) (height * scale);
    }

    @Override
    public int parts() {
        return Math.ceilDiv(height(), PART);
    }

    @Override
    public void draw(int part, int[] dots) {
        int top = part * PART;
        int high = Math.min(PART, height() - top);
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.WHITE);
        parameters.setViewport(new Rectangle2D(0, top, width(), high));
        WritableImage drawn = sheet.snapshot(parameters, new WritableImage(width(), high));
        drawn.getPixelReader()
                .getPixels(0, 0, width(), high, WritablePixelFormat.getIntArgbInstance(), dots, top * width(), width());
    }
}
