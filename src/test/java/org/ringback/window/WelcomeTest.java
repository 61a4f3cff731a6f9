package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.ringback.language.LanguageRows;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.trace.ErrorLog;
import org.ringback.window.text.WrappedText;
import org.ringback.words.ProgramText;

/** Who starts the program for the first time sees what can be done, once; and anyone finds the way to newer versions. */
class WelcomeTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @ParameterizedTest
    @LanguageRows("~")
    void saysInThreeLinesWhatCanBeDone(String language) throws IOException {
        var settings = new Settings(language, "light", "handbook", 486, 486, 600, null);
        try (var window = WindowUnderTest.open(settings)) {
            window.welcome();

            assertThat(Hands.all(".welcome-line .wrapped-text", WrappedText.class))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line.getText()).isNotBlank());
            Files.createDirectories(PICTURES);
            Pictures.save(
                    window.onFx(() -> window.root().getScene().snapshot(null)),
                    PICTURES.resolve("welcome-" + language + ".png"));
        }
    }

    @Test
    void theSampleOpensWithOneClickAndTheLinesAreGone() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.welcome();
            window.click(".welcome-sample");
            window.settleCalls();

            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            assertThat(window.session().calls().capture().sourceProperty().get())
                    .isNotNull();
            assertThat(Hands.all(".welcome", Node.class)).isEmpty();
        }
    }

    @Test
    void whoOpensCallsByHimselfNeedsNoLines() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.welcome();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);

            assertThat(Hands.all(".welcome", Node.class)).isEmpty();
        }
    }

    @Test
    void onlyTheVeryFirstStartIsTheFirst(@TempDir Path folder) throws IOException {
        Path settings = folder.resolve("settings.json");

        assertThat(OwnFiles.in(settings, new ErrorLog(folder.resolve("log"))).first())
                .isTrue();
        Files.writeString(settings, "damaged");
        assertThat(OwnFiles.in(settings, new ErrorLog(folder.resolve("log"))).first())
                .isFalse();
    }

    @Test
    void newerVersionsAreAClickAwayAndNobodyElseAsks() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.press(KeyCode.F1);
            assertThat(window.opened()).isEmpty();
            window.act(() -> window.find(".newer", Hyperlink.class).fire());

            assertThat(window.opened()).containsExactly(ProgramText.RELEASES);
        }
    }
}
