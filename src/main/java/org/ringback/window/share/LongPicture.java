package org.ringback.window.share;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;

/**
 * A picture that is too long to be drawn at once: graphics pipelines could not, and the window would stand still. Its parts
 * are drawn on the toolkit's thread, one at a time; everything else is done beside it.
 */
public interface LongPicture {

    /** More would take more memory than a picture is worth: so many dots take 160 MB while the file is written. */
    double MOST_DOTS = 40_000_000;

    /** How wide it is, in dots. */
    int width();

    /** How high it is, in dots. */
    int height();

    /** In how many parts it is drawn. */
    int parts();

    /** Draws a part on the toolkit's thread, in order, into the dots of the whole picture: opaque colors, row by row. */
    void draw(int part, int[] dots);

    /**
     * Draws the whole picture and writes it as PNG.
     *
     * @param drawer has each part drawn; it is told its number
     */
    default void writePng(OutputStream out, PartDrawer drawer) throws IOException {
        var picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        int[] dots = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        Arrays.fill(dots, 0xFFFFFF);
        for (int part = 0; part < parts(); part++) {
            drawer.draw(part, number -> draw(number, dots));
        }
        ImageIO.write(picture, "png", out);
    }

    /** Has a part of a picture drawn where pictures are drawn. */
    @FunctionalInterface
    interface PartDrawer {

        void draw(int part, IntConsumer onToolkit) throws IOException;
    }
}
