package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.settings.Settings;
import org.ringback.window.kit.Toast;
import org.ringback.window.share.Sharing;

/** What takes a while goes on beside the screen, tells that it does, and can be stopped. */
class BesideTheScreenTest {

    @TempDir
    private Path folder;

    @Test
    void aPictureThatIsStoppedLeavesNoFile() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.saveInto(folder);
            window.act(() -> {
                picture(window);
                assertThat(VisibleTexts.in(window.roots())).contains("Saving sip-486.png", "Stop");
                ((Button) window.root().lookup(".stop-errand")).fire();
            });
            Hands.until(() -> empty(folder), "An unfinished picture stays.");
            assertThat(VisibleTexts.in(window.roots()))
                    .doesNotContain("Stop")
                    .noneMatch(text -> text.startsWith("Saved"));
        }
    }

    @Test
    void theWindowAnswersWhileAPictureIsDrawn() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.saveInto(folder);
            window.act(() -> {
                picture(window);
                window.session().open(503);
                assertThat(folder)
                        .as("nothing is written before the window can go on")
                        .isEmptyDirectory();
            });
            assertThat(window.session().openPage().number()).isEqualTo(503);
            assertThat(folder.resolve("sip-486.png")).isNotEmptyFile();
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("Saved"));
        }
    }

    private static boolean empty(Path folder) {
        return folder.toFile().list().length == 0;
    }

    private static void picture(WindowUnderTest window) {
        ((MenuButton) window.root().lookup(".share"))
                .getItems().stream()
                        .filter(item -> "Save as a picture\u2026".equals(item.getText()))
                        .forEach(item -> item.fire());
    }

    @Test
    void whetherThereIsAPrinterIsAskedBeforeAnythingIsDrawn() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.act(() -> new Sharing(window.session(), new Toast((StackPane) window.root()), chooser -> null)
                    .keys(new Unprepared())
                    .print());
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("No printer was found"));
            window.press(KeyCode.ESCAPE);
        }
    }

    /** A page that nobody may lay out. */
    private static final class Unprepared implements Sharing.Source {

        @Override
        public String words(Answers answers, Format format) {
            throw new AssertionError();
        }

        @Override
        public Region content() {
            throw new AssertionError();
        }

        @Override
        public String fileName() {
            throw new AssertionError();
        }
    }
}
