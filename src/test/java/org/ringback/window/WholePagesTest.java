package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.ringback.language.LanguageRows;
import org.ringback.settings.Settings;
import org.ringback.window.share.Paper;

/** Whole pages as pictures, as "Save as a picture" makes them. */
class WholePagesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @LanguageRows({"en, handbook", "~, handbook", "en, comparison", "~, comparison"})
    void aPageIsDrawnWhole(String language, String section) throws IOException {
        var settings = new Settings(language, "dark", section, 503, 404, 503, null);
        Files.createDirectories(FOLDER);
        try (var window = WindowUnderTest.open(settings, 990, 900)) {
            Path file = FOLDER.resolve("page-" + language + "-" + section + ".png");
            window.act(() -> {
                var paper = new Paper(window.currentContent(), false);
                try (OutputStream out = Files.newOutputStream(file)) {
                    paper.writePng(out, (part, onToolkit) -> onToolkit.accept(part));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                assertThat(paper.height()).as("more than fits the window").isGreaterThan(3000);
            });
        }
    }
}
