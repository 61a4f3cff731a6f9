package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.IN_CALLS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.reading.CaptureSource;

/** The clock of a file is set in the window, by hand or by what the messages tell. */
class ClocksTest {

    @TempDir
    private Path folder;

    private Path copy(String name) throws IOException {
        return Files.copy(Path.of("resources/sample/sample.pcap"), folder.resolve(name));
    }

    private static Map<Path, Duration> clocks(WindowUnderTest window) {
        return ((CaptureSource.Files)
                        window.session().calls().capture().sourceProperty().get())
                .clockOffsets();
    }

    private static void openCard(WindowUnderTest window) {
        var menu = window.find(".open-files", SplitMenuButton.class);
        window.act(() -> menu.getItems().get(1).fire());
        window.settleCalls();
    }

    private static List<TextField> fields(WindowUnderTest window) {
        return window.onFx(() -> Window.getWindows().stream()
                .flatMap(shown -> shown.getScene().getRoot().lookupAll(".clock-offset").stream())
                .map(TextField.class::cast)
                .toList());
    }

    @Test
    void aClockIsSetByHandAndThenByWhatTheMessagesTell() throws IOException {
        Path one = copy("one.pcap");
        Path other = copy("other.pcap");
        try (var window = WindowUnderTest.open(IN_CALLS)) {
            window.act(() -> window.session().openFiles(List.of(one, other)));
            window.settleCalls();
            openCard(window);
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("Agrees with one.pcap"));
            window.act(() -> fields(window).get(1).setText("soon"));
            window.press(KeyCode.ENTER);
            assertThat(clocks(window)).isEmpty();
            window.act(() -> fields(window).get(1).setText("+1.5s"));
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(clocks(window)).containsExactly(Map.entry(other, Duration.ofMillis(1500)));

            openCard(window);
            assertThat(fields(window).get(1).getText()).isEqualTo("+1.5s");
            window.act(() -> window.find(".use-clock", Button.class).fire());
            window.act(() -> window.find(".apply-clocks", Button.class).fire());
            window.settleCalls();
            assertThat(clocks(window)).isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.settleCalls();
            assertThat(clocks(window)).containsExactly(Map.entry(other, Duration.ofMillis(1500)));
        }
    }

    @Test
    void whereNothingCanBeAddedTheMenuSaysWhy() {
        try (var window = CallsSection.withSample()) {
            var menu = window.find(".open-files", SplitMenuButton.class);
            assertThat(window.onFx(() -> menu.getItems().getFirst().getText())).endsWith("open a file");
            assertThat(window.onFx(() -> menu.getItems().getFirst().isDisable()))
                    .isTrue();
        }
    }
}
