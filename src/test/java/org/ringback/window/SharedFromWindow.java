package org.ringback.window;

import static org.ringback.window.CallsSection.table;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import org.ringback.capture.wire.Captured;
import org.ringback.settings.Settings;

/** Calls that are shared from the window into a folder, and what tests ask of that. */
final class SharedFromWindow {

    static final Path SAMPLE = Path.of("resources/sample/sample.pcap");

    private SharedFromWindow() {}

    /** A window that shows the calls of a capture in a language, and saves into this folder. */
    static WindowUnderTest with(Path capture, String language, Path folder) {
        var settings = new Settings(language, "light", "calls", 486, 486, 600, null);
        var window = WindowUnderTest.open(settings, WindowUnderTest.PSEUDO, 1180, 900);
        window.act(() -> window.session().openFiles(List.of(capture)));
        window.settleCalls();
        window.saveInto(folder);
        return window;
    }

    static WindowUnderTest withSample(Path folder) {
        return with(SAMPLE, "en", folder);
    }

    static void select(WindowUnderTest window, int... rows) {
        window.act(() -> {
            table(window).getSelectionModel().clearSelection();
            for (int row : rows) {
                table(window).getSelectionModel().select(row);
            }
        });
        window.settleCalls();
    }

    /** Takes the way to share that is called so. */
    static void choose(WindowUnderTest window, String words) {
        window.act(() -> window.find(".share-calls", MenuButton.class).getItems().stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        window.settleCalls();
    }

    static String toast(WindowUnderTest window) {
        return window.onFx(() -> VisibleTexts.of(window.root().lookup(".toast")));
    }

    /** What is in the folder. */
    static List<Path> saved(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The messages byte for byte, each byte a character. */
    static List<String> bytes(List<Captured> messages) {
        return messages.stream()
                .map(message -> new String(message.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1))
                .toList();
    }
}
