package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.language.LanguageRows;
import org.ringback.session.Section;
import org.ringback.settings.Settings;

/** A window as narrow as it gets, also with texts that are longer than any real language's. */
class NarrowWindowTest {

    private static final double NARROWEST = 460;

    @ParameterizedTest
    @LanguageRows({"en, handbook", "en, comparison", "*, comparison", "qps-ploc, handbook", "qps-ploc, comparison"})
    void nothingReachesBeyondTheEdges(String language, String section) {
        var settings = new Settings(language, "light", section, 477, 477, 479, null);
        try (var window = WindowUnderTest.open(settings, WindowUnderTest.PSEUDO, NARROWEST, 700)) {
            List<String> beyond = new ArrayList<>();
            collectBeyond(window.root(), window.root().getScene().getWidth(), beyond);
            assertThat(beyond).isEmpty();
            ScrollPane scroll = window.find(".page-scroll", ScrollPane.class);
            assertThat(scroll.getContent().getLayoutBounds().getWidth())
                    .as("the page is as wide as its view, so nothing has to be scrolled sideways")
                    .isLessThanOrEqualTo(scroll.getViewportBounds().getWidth() + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"460, VERTICAL", "990, HORIZONTAL"})
    void thePickerStandsAboveThePageOnlyWhereTheWindowIsNarrow(double width, Orientation expected) {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS, WindowUnderTest.PSEUDO, width, 700)) {
            assertThat(window.find(".handbook", SplitPane.class).getOrientation())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"460", "850", "990"})
    void everyClassOfTheFilterCanBeReadBesideALongWordForAll(double width) {
        var settings = new Settings("qps-ploc", "light", "handbook", 486, 486, 600, null);
        try (var window = WindowUnderTest.open(settings, WindowUnderTest.PSEUDO, width, 700)) {
            assertThat(window.root().lookupAll(".class-filter .toggle-button"))
                    .filteredOn(button -> button.getUserData() != null)
                    .hasSize(7)
                    .allSatisfy(button -> assertThat(button.getLayoutBounds().getWidth())
                            .isGreaterThanOrEqualTo(button.prefWidth(-1) - 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"850, 600", "900, 600"})
    void noClassAndNoNumberAboveTheListIsCutInAnyOfFourScripts(double width, double height) {
        for (String language : List.of("en", "ja", "ar", "vi")) {
            var settings = new Settings(language, "light", "calls", 603, 486, 600, null);
            try (var window = WindowUnderTest.open(settings, width, height)) {
                window.act(() -> window.session().sectionProperty().set(Section.HANDBOOK));
                window.settle();
                assertThat(window.root().lookupAll(".class-filter .toggle-button"))
                        .as(language)
                        .hasSize(8)
                        .allSatisfy(
                                button -> assertThat(button.getLayoutBounds().getWidth())
                                        .isGreaterThanOrEqualTo(button.prefWidth(-1) - 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"900", "700", "600"})
    void whatWasFoundIsSeenWithoutScrollingSideways(double width) {
        try (var window = CallsSection.withSample()) {
            TableView<?> table = CallsSection.table(window);
            window.act(() -> {
                table.setMinWidth(width);
                table.setMaxWidth(width);
            });
            window.settle();
            assertThat(window.onFx(() -> table.getVisibleLeafColumns().stream()
                            .mapToDouble(TableColumn::getWidth)
                            .sum()))
                    .isLessThanOrEqualTo(width);
            assertThat(window.onFx(() -> table.getVisibleLeafColumns().getLast().getId()))
                    .isEqualTo("findings");
        }
    }

    @Test
    void largerLettersLeaveOutColumnsRatherThanTheLettersOfNames() {
        try (var window = CallsSection.withSample()) {
            TableView<?> table = CallsSection.table(window);
            window.act(() -> {
                table.setMinWidth(900);
                table.setMaxWidth(900);
            });
            window.settle();
            int before = window.onFx(() -> table.getVisibleLeafColumns().size());
            for (int step = 0; step < 4; step++) {
                window.act(() -> window.session().textSize().larger());
            }
            window.settle();
            assertThat(window.onFx(() -> table.getVisibleLeafColumns().size())).isLessThan(before);
        }
    }

    @Test
    void aMarkNeedsNoThirdLineAboveTheList() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS, 900, 900)) {
            window.act(() -> {
                window.session().sectionProperty().set(Section.CALLS);
                window.session().openSample();
            });
            window.settleCalls();
            double before = window.find(".filters", Region.class).getHeight();
            window.act(() -> {
                CallsSection.table(window).requestFocus();
                CallsSection.table(window).getSelectionModel().select(0);
            });
            window.press(KeyCode.CONTROL, KeyCode.D);
            window.settleCalls();
            assertThat(window.find(".noted-only", Node.class).isVisible()).isTrue();
            assertThat(window.find(".filters", Region.class).getHeight()).isEqualTo(before);
        }
    }

    private static void collectBeyond(Node node, double width, List<String> beyond) {
        if (!node.isVisible()
                || node instanceof ScrollPane
                || node.getStyleClass().contains("list-view")) {
            return;
        }
        var bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getWidth() > 0 && (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1)) {
            beyond.add(node + " from " + bounds.getMinX() + " to " + bounds.getMaxX());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectBeyond(child, width, beyond));
        }
    }
}
