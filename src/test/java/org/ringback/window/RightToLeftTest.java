package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.PseudoFiles;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.window.text.WrappedText;

/** A language with letters from right to left: every section can be shown, read and copied. */
class RightToLeftTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    private static WindowUnderTest open(String section, double width) {
        var settings = new Settings(PseudoFiles.ARABIC, "light", section, 486, 486, 600, null);
        return WindowUnderTest.open(settings, WindowUnderTest.ARABIC, width, 900);
    }

    @ParameterizedTest
    @CsvSource({"handbook, 990", "comparison, 520", "handbook, 460"})
    void aPageIsDrawn(String section, double width) throws IOException {
        try (var window = open(section, width)) {
            save(window, section + "-" + (int) width);
            assertNothingWrapsByItself(window);
            window.act(() -> window.session().open(503));
            window.press(KeyCode.F1);
            assertNothingWrapsByItself(window);
        }
    }

    @ParameterizedTest
    @CsvSource({"1180, 486", "520, 503"})
    void aCallIsDrawn(double width, int code) throws IOException {
        try (var window = open("calls", width)) {
            assertNothingWrapsByItself(window);
            window.act(() -> window.session().openSample());
            window.settleCalls();
            var calls = window.session().calls();
            CallsSection.open(window, code);
            window.settleCalls();
            save(window, "calls-" + (int) width);
            var call = calls.openProperty().get().call();
            window.act(() -> call.selectedProperty().set(call.call().messages().getLast()));
            assertNothingWrapsByItself(window);
            window.act(() -> window.session().sectionProperty().set(Section.HANDBOOK));
        }
    }

    private static void save(WindowUnderTest window, String name) throws IOException {
        Files.createDirectories(FOLDER);
        WritableImage picture = window.onFx(() -> window.root().getScene().snapshot(null));
        Pictures.save(picture, FOLDER.resolve("arabic-" + name + ".png"));
    }

    /** No label or button breaks a text that only a paragraph of ours breaks right. */
    private static void assertNothingWrapsByItself(WindowUnderTest window) {
        List<String> wrapped = new ArrayList<>();
        window.roots().forEach(root -> window.act(() -> gather(root, wrapped)));
        assertThat(wrapped).isEmpty();
    }

    private static void gather(Node node, List<String> wrapped) {
        if (node instanceof Labeled labeled && labeled.isWrapText() && WrappedText.needed(labeled.getText())) {
            wrapped.add(labeled + " " + labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, wrapped));
        }
    }

    @Test
    void whatIsCopiedHasOnlyTheLettersThatAreRead() {
        try (var window = open("comparison", 990)) {
            ScrollPane page = window.find(".page-scroll", ScrollPane.class);
            window.act(page::requestFocus);
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.press(KeyCode.CONTROL, KeyCode.C);
            String copied = window.onFx(() -> Clipboard.getSystemClipboard().getString());
            List<String> read = window.onFx(() -> page.getContent().lookupAll(".wrapped-text").stream()
                    .map(VisibleTexts::of)
                    .map(words -> words.replace('\u00a0', ' '))
                    .toList());

            assertThat(read)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(words -> assertThat(copied).contains(words));
            assertThat(copied).doesNotContainPattern("[\\u00ad\\u00a0\\u200b\\u2066-\\u2069\\ufeff]");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {990, 520})
    void whatIsFoundIsMarkedWhereItStands(double width) {
        try (var window = open("handbook", width)) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("486");
            List<Shape> marks = window.onFx(() -> window.root().lookupAll(".found-text").stream()
                    .map(Shape.class::cast)
                    .filter(mark -> !mark.getLayoutBounds().isEmpty())
                    .toList());

            assertThat(marks)
                    .isNotEmpty()
                    .allSatisfy(mark -> assertThat(beneath(mark))
                            .anySatisfy(letters -> assertThat(letters).contains("486")));
        }
    }

    /** The pieces of a paragraph in front of a mark. */
    private static List<String> beneath(Shape mark) {
        Bounds ground = mark.localToScene(mark.getLayoutBounds());
        double middle = (ground.getMinY() + ground.getMaxY()) / 2;
        return mark.getParent().getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(piece -> piece.localToScene(piece.getLayoutBounds()).contains(ground.getCenterX(), middle))
                .map(Text::getText)
                .toList();
    }
}
