package org.ringback.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

/** The sign in menus is the one that the window has. */
@BesideOthers
class IconsTest {

    @Test
    void theSignIsThatOfTheWindow() throws IOException {
        BufferedImage window =
                ImageIO.read(Path.of("resources", "icons", "ringback.png").toFile());
        BufferedImage drawn = new Icons(Icons.SIGN).drawn(window.getWidth());

        long different = 0;
        for (int x = 0; x < window.getWidth(); x++) {
            for (int y = 0; y < window.getHeight(); y++) {
                different += differ(window.getRGB(x, y), drawn.getRGB(x, y)) ? 1 : 0;
            }
        }
        // The edges are drawn by somebody else.
        assertThat(different).isLessThan((long) window.getWidth() * window.getHeight() / 32);
    }

    private static boolean differ(int one, int other) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)) > 64) {
                return true;
            }
        }
        return false;
    }
}
