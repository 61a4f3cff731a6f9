package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.settings.Settings;
import org.ringback.settings.Settings.Bounds;
import org.ringback.settings.SettingsFile;
import org.ringback.trace.ErrorLog;

/** The whole program started twice: what one run leaves, the next one finds, damaged files included. */
class RememberingTest {

    @TempDir
    private Path folder;

    private DesktopApp app;
    private Stage started;

    @Test
    void theNextStartFindsPlaceSectionCodesLanguageAndTheme() {
        Path path = folder.resolve("settings.json");
        var wanted = new Settings("ru", "dark", "comparison", 503, 404, 410, new Bounds(40, 30, 700, 600, false));
        new SettingsFile(path).save(wanted);
        Stage stage = start(path);
        assertThat(stage.getTitle().replace('\u00a0', ' ')).isEqualTo("404 Not Found и 410 Gone \u2014 Ringback");
        assertThat(stage.getWidth()).isEqualTo(700);
        assertThat(stage.getX()).isEqualTo(40);
        stop();
        assertThat(new SettingsFile(path).load()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"theme\": {}}",
                "\u0000\u0001",
                "{\"code\": 999999, \"language\": \"xx\"}"
            })
    void aBrokenFileMeansDefaultsAndAStartAllTheSame(String content) throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, content);
        Stage stage = start(path);
        assertThat(stage.isShowing()).isTrue();
        stop();
        assertThat(new SettingsFile(path).load().code()).isEqualTo(486);
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsForgotten() {
        Path path = folder.resolve("settings.json");
        new SettingsFile(path)
                .save(new Settings("en", "light", "handbook", 486, 486, 600, new Bounds(9000, 9000, 700, 600, false)));
        Stage stage = start(path);
        assertThat(stage.getX()).isLessThan(1000);
        stop();
    }

    @Test
    void aSizeThatNoScreenHasIsForgotten() {
        Path path = folder.resolve("settings.json");
        new SettingsFile(path)
                .save(new Settings("en", "light", "handbook", 486, 486, 600, new Bounds(0, 0, 1e9, 1e300, false)));
        Stage stage = start(path);
        assertThat(stage.getWidth()).isLessThan(2000);
        stop();
    }

    private static List<Stage> stages() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList();
    }

    @Test
    void anotherWindowBeginsWithWhatIsShownAndGoesItsOwnWay() {
        Path path = folder.resolve("settings.json");
        Stage first = start(path);
        Hands.press(KeyCode.CONTROL, KeyCode.N);
        Hands.settle();
        Stage second = stages().stream()
                .filter(stage -> !stage.equals(first))
                .findFirst()
                .orElseThrow();
        String title = first.getTitle();
        assertThat(second.getTitle()).isEqualTo(title);
        assertThat(second.getX()).isGreaterThan(first.getX());

        Hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        Hands.settle();
        assertThat(List.of(first.getTitle(), second.getTitle()).stream().filter(title::equals))
                .as("only the window with the keyboard follows it")
                .hasSize(1);

        Hands.run(second::hide);
        assertThat(stages()).containsExactly(first);
        stop();
    }

    /** Where the program is ended at once, the toolkit has nothing left that could take a title. */
    @Test
    void aClosedWindowIsToldNoTitle() {
        Stage window = start(folder.resolve("settings.json"));
        assertThat(window.titleProperty().isBound()).isTrue();

        stop();

        assertThat(window.titleProperty().isBound()).isFalse();
    }

    private Stage start(Path settings) {
        app = new DesktopApp(() -> OwnFiles.in(settings, new ErrorLog(settings.resolveSibling("ringback.log"))));
        Hands.run(() -> assertThat(stages()).as("the toolkit stands before it").isEmpty());
        app.init();
        Hands.run(() -> app.start(new Stage()));
        Hands.settle();
        started = stages().getFirst();
        return started;
    }

    private void stop() {
        Hands.run(() -> {
            app.stop();
            started.hide();
        });
    }
}
