package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.language.LanguageRows;
import org.ringback.session.Section;
import org.ringback.settings.Settings;

/**
 * From a small window to a large one, in every language, no label is cut and no toolbar needs more than two rows. The headless
 * platform paints a million pixels at most, so the large window is a low one.
 */
class WholeLabelsTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    /** What stands in columns of a width that the user sets, with the whole in a tooltip. */
    private static final Set<String> IN_COLUMNS = Set.of("call-cell", "ladder-cell", "ladder-column");

    @ParameterizedTest
    @LanguageRows({"*, 900, 600", "*, 1440, 690", "fr, 1000, 800"})
    void noLabelIsCut(String language, double width, double height) throws IOException {
        var settings = new Settings(language, "light", "handbook", 701, 480, 481, null);
        try (var window = WindowUnderTest.open(settings, width, height)) {
            List<String> cut = new ArrayList<>();
            collect(window, "handbook", cut);
            window.act(() -> window.session().sectionProperty().set(Section.COMPARISON));
            collect(window, "comparison", cut);
            window.act(() -> window.session().sectionProperty().set(Section.CALLS));
            collect(window, "invitation", cut);
            window.act(() -> window.session().openSample());
            window.settleCalls();
            collect(window, "list", cut);
            CallsSection.open(window, 503);
            collect(window, "call", cut);
            draw(window, language + "-" + (int) width, cut);
            assertThat(cut).isEmpty();
            assertThat(rows(window, ".calls-toolbar", ".open-files")).isLessThan(3);
            assertThat(rows(window, ".ladder-tools", ".ladder-export")).isLessThan(2);
        }
    }

    /** For eyes to see what no assertion can: the call, a comparison and a page of the handbook. */
    private static void draw(WindowUnderTest window, String name, List<String> cut) throws IOException {
        Files.createDirectories(FOLDER);
        for (Section section : Section.values()) {
            window.act(() -> window.session().sectionProperty().set(section));
            window.settle();
            collect(window, "as drawn", cut);
            WritableImage picture = window.onFx(() -> window.root().getScene().snapshot(null));
            Pictures.save(picture, FOLDER.resolve("whole-" + name + "-" + section.id() + ".png"));
        }
    }

    /** How many of its controls stand above each other in a toolbar. */
    private static double rows(WindowUnderTest window, String toolbar, String control) {
        return window.find(toolbar, Region.class).getHeight()
                / window.find(toolbar + " " + control, Region.class).getHeight();
    }

    private static void collect(WindowUnderTest window, String where, List<String> cut) {
        window.act(() -> collect(window.root(), where, cut));
    }

    private static void collect(Node node, String where, List<String> cut) {
        if (!node.isVisible() || node.getStyleClass().stream().anyMatch(IN_COLUMNS::contains)) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            for (Node part : labeled.getChildrenUnmodifiable()) {
                if (part instanceof Text shown
                        && !(part instanceof FontIcon)
                        && shown.getText().length() < labeled.getText().strip().length()) {
                    cut.add(where + ": " + labeled.getText() + " as " + shown.getText());
                }
            }
        }
        if (node instanceof TextField field && field.getText().isEmpty()) {
            var prompt = new Text(field.getPromptText());
            prompt.setFont(field.getFont());
            double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
            if (prompt.getLayoutBounds().getWidth() > room + 1) {
                cut.add(where + ": " + field.getPromptText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, where, cut));
        }
    }
}
