package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.settings.Settings;

/** Two codes side by side: choosing, swapping, sharing. */
class ComparisonTest {

    private static final Settings BUSY = new Settings("en", "light", "comparison", 486, 486, 600, null);

    @TempDir
    private Path folder;

    @Test
    void aChooserFindsACodeByTypingAndTakesIt() {
        try (var window = WindowUnderTest.open(BUSY)) {
            window.click(".code-chooser");
            window.type("declin");
            window.press(KeyCode.ENTER);
            assertThat(left(window)).isEqualTo(603);
            assertThat(right(window)).isEqualTo(600);
            assertThat(VisibleTexts.in(window.roots())).contains("603 Decline and 600 Busy Everywhere");
        }
    }

    @Test
    void swapTurnsThePairAround() {
        try (var window = WindowUnderTest.open(BUSY)) {
            window.click(".swap");
            assertThat(left(window)).isEqualTo(600);
            window.press(KeyCode.CONTROL, KeyCode.E);
            assertThat(left(window)).isEqualTo(486);
        }
    }

    @Test
    void aCodeWithItselfGivesANoteAndSuggestions() {
        try (var window = WindowUnderTest.open(new Settings("en", "light", "comparison", 486, 486, 486, null))) {
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("486 compared with itself")
                    .doesNotContain("Key differences");
            window.click("Busy Everywhere");
            assertThat(right(window)).isEqualTo(600);
            assertThat(VisibleTexts.in(window.roots())).contains("Key differences");
        }
    }

    @Test
    void theSectionsOfBothColumnsStandOnTheSameLine() {
        try (var window = WindowUnderTest.open(BUSY)) {
            var grids = window.root().lookupAll(".columns");
            assertThat(grids).hasSizeGreaterThan(1);
            for (Node node : grids) {
                var grid = (GridPane) node;
                for (Node cell : grid.getChildren()) {
                    for (Node other : grid.getChildren()) {
                        if (GridPane.getRowIndex(cell).equals(GridPane.getRowIndex(other))) {
                            assertThat(cell.getLayoutY()).isEqualTo(other.getLayoutY());
                        }
                    }
                }
            }
        }
    }

    @Test
    void theComparisonIsCopiedAsMarkdown() {
        try (var window = WindowUnderTest.open(BUSY)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            String copied = window.onFx(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied)
                    .startsWith("# 486 Busy Here and 600 Busy Everywhere")
                    .contains("## Key differences");
            assertThat(VisibleTexts.in(window.roots())).contains("Copied to the clipboard");
        }
    }

    @Test
    void everyWayToSaveLeavesAFile() throws IOException {
        try (var window = WindowUnderTest.open(BUSY)) {
            window.saveInto(folder);
            save(window, "Save as Markdown…");
            save(window, "Save as HTML…");
            save(window, "Save as a picture…");
        }
        assertThat(Files.readString(folder.resolve("sip-486-600.md"))).contains("## When to use which");
        assertThat(Files.readString(folder.resolve("sip-486-600.html")))
                .contains("<h2>Key differences</h2>")
                .doesNotContain("<link", "<script", "src=");
        var picture = ImageIO.read(folder.resolve("sip-486-600.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1960);
        assertThat(picture.getHeight()).isGreaterThan(3000);
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedInOneLine() {
        try (var window = WindowUnderTest.open(BUSY)) {
            window.saveInto(folder.resolve("missing"));
            save(window, "Save as Markdown…");
            assertThat(VisibleTexts.in(window.roots()))
                    .anySatisfy(text -> assertThat(text).startsWith("Could not save"));
        }
    }

    private static void save(WindowUnderTest window, String item) {
        window.click(".share");
        window.click(item);
    }

    private static int left(WindowUnderTest window) {
        return window.session().comparison().leftProperty().get();
    }

    private static int right(WindowUnderTest window) {
        return window.session().comparison().rightProperty().get();
    }
}
