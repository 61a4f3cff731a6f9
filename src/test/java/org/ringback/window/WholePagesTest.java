package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.ringback.language.LanguageRows;
import org.ringback.settings.Settings;
import org.ringback.window.share.Pictures;

/** Whole pages as pictures, as "Save as a picture" makes them. */
class WholePagesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @LanguageRows({"en, handbook", "~, handbook", "en, comparison", "~, comparison"})
    void aPageIsDrawnWhole(String language, String section) throws IOException {
        var settings = new Settings(language, "dark", section, 503, 404, 503, null);
        Files.createDirectories(FOLDER);
        try (var window = WindowUnderTest.open(settings, 990, 900)) {
            var picture = window.onFx(() -> Pictures.draw(window.currentContent(), false));
            Pictures.save(picture, FOLDER.resolve("page-" + language + "-" + section + ".png"));
            assertThat(picture.getHeight()).as("more than fits the window").isGreaterThan(3000);
        }
    }
}
