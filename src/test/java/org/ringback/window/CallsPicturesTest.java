package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.ringback.language.LanguageRows;
import org.ringback.settings.Settings;

/** Draws the section of calls in its languages and looks into {@code target/pictures}, empty and with a call open. */
class CallsPicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @LanguageRows({
        "en, light, 1180, empty",
        "~, dark, 990, empty",
        "qps-ploc, light, 500, empty",
        "en, light, 1180, list",
        "en, light, 1180, call",
        "en, dark, 1180, call",
        "~, light, 1180, call",
        "qps-ploc, light, 1180, call",
        "~, light, 500, call",
    })
    void theSectionIsDrawn(String language, String theme, double width, String state) throws IOException {
        var settings = new Settings(language, theme, "calls", 486, 486, 600, null);
        Files.createDirectories(FOLDER);
        try (var window = WindowUnderTest.open(settings, WindowUnderTest.PSEUDO, width, 900)) {
            if (!state.equals("empty")) {
                window.act(() -> window.session().openSample());
                window.settleCalls();
            }
            if (state.equals("call")) {
                var calls = window.session().calls();
                window.act(() -> calls.open(calls.listProperty().get().rows().stream()
                        .filter(row -> row.code() == 487)
                        .findFirst()
                        .orElseThrow()));
                window.settleCalls();
            }
            window.settle();
            WritableImage picture = window.onFx(() -> window.root().getScene().snapshot(null));
            Pictures.save(
                    picture,
                    FOLDER.resolve("calls-" + state + "-" + language + "-" + theme + "-" + (int) width + ".png"));
            assertThat(picture.getWidth()).isEqualTo(width);
        }
    }
}
