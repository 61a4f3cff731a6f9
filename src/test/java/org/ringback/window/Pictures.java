package org.ringback.window;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javax.imageio.ImageIO;

/** Saves what a window looks like. */
final class Pictures {

    private Pictures() {}

    static void save(WritableImage picture, Path path) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        picture.getPixelReader()
                .getPixels(0, 0, width, height, WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
        ImageIO.write(copy, "png", path.toFile());
    }
}
