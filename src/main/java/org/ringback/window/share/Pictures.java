package org.ringback.window.share;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.ringback.window.kit.Look;

/**
 * Content drawn off screen, always light and at one width, so that a picture does not depend on how the window stands.
 */
public final class Pictures {

    private static final double WIDTH = 980;
    /** At twice its size text stays sharp in a ticket and on paper. */
    private static final double SCALE = 2;
    /** Graphics pipelines cannot draw a larger picture at once. */
    private static final double LONGEST_SIDE = 15_000;

    private Pictures() {}

    public static WritableImage draw(Region content, boolean rightToLeft) {
        var paper = new StackPane(content);
        paper.getStyleClass().addAll(Look.ROOT, "paper");
        var scene = new Scene(paper, WIDTH, 100);
        scene.setNodeOrientation(Look.orientation(rightToLeft));
        scene.setUserAgentStylesheet(Look.lightStyleSheet());
        scene.getStylesheets().setAll(Look.styleSheets());
        paper.applyCss();
        double height = Math.ceil(paper.prefHeight(WIDTH));
        paper.resize(WIDTH, height);
        paper.layout();
        double scale = Math.min(SCALE, LONGEST_SIDE / height);
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.WHITE);
        return paper.snapshot(
                parameters, new WritableImage((int) Math.ceil(WIDTH * scale), (int) Math.ceil(height * scale)));
    }

    public static void save(WritableImage picture, Path path) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        picture.getPixelReader()
                .getPixels(0, 0, width, height, WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
        ImageIO.write(copy, "png", path.toFile());
    }
}
