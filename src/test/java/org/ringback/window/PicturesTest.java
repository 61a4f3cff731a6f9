package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.ringback.language.LanguageRows;
import org.ringback.settings.Settings;

/** Draws the window in its languages and looks into {@code target/pictures}, for eyes to see what no assertion can. */
class PicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @LanguageRows({
        "en, light, handbook, 990",
        "en, dark, handbook, 990",
        "~, light, handbook, 990",
        "qps-ploc, light, handbook, 990",
        "en, light, handbook, 500",
        "en, light, comparison, 990",
        "en, dark, comparison, 990",
        "~, dark, comparison, 990",
        "qps-ploc, dark, comparison, 990",
        "~, light, comparison, 500",
        "qps-ploc, light, handbook, 460",
        "~, light, handbook, 850",
    })
    void theWindowIsDrawn(String language, String theme, String section, double width) throws IOException {
        var settings = new Settings(language, theme, section, 486, 486, 600, null);
        Files.createDirectories(FOLDER);
        try (var window = WindowUnderTest.open(settings, WindowUnderTest.PSEUDO, width, 960)) {
            window.settle();
            WritableImage picture = window.onFx(() -> window.root().getScene().snapshot(null));
            String name = language + "-" + theme + "-" + section + "-" + (int) width + ".png";
            Pictures.save(picture, FOLDER.resolve(name));
            assertThat(colors(picture)).as("colors in %s", name).hasSizeGreaterThan(40);
        }
    }

    private static Set<Integer> colors(WritableImage picture) {
        var colors = new HashSet<Integer>();
        for (int x = 0; x < picture.getWidth(); x += 3) {
            for (int y = 0; y < picture.getHeight(); y += 3) {
                colors.add(picture.getPixelReader().getArgb(x, y));
            }
        }
        return colors;
    }
}
