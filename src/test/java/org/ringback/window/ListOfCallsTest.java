package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.codes;
import static org.ringback.window.CallsSection.leg;
import static org.ringback.window.CallsSection.speak;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.CallsSection.withSample;

import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.ringback.session.Section;
import org.ringback.window.calls.CallCell;

/** The list of calls under the hands of a user: narrowed, sorted, selected, explained. */
class ListOfCallsTest {

    @Test
    void whoTypesInTheFilterKeepsTheKeyboardWhenTheListComesBack() {
        try (var window = withSample()) {
            window.press(KeyCode.F3);
            var field = window.focused();
            assertThat(field).isInstanceOf(TextField.class);
            window.act(() -> window.session().sectionProperty().set(Section.HANDBOOK));
            window.act(() -> {
                window.session().sectionProperty().set(Section.CALLS);
                field.requestFocus();
            });
            assertThat(window.focused()).isSameAs(field);
        }
    }

    @Test
    void whatIsFoundOutIsWrittenIntoTheCellsThatAreThere() {
        try (var window = withSample()) {
            var before = Set.copyOf(cells(window));
            window.act(() -> window.session().calls().unlink(leg(window)));
            window.settleCalls();
            assertThat(window.root().lookupAll(".leg-mark"))
                    .filteredOn(Node::isVisible)
                    .isEmpty();
            window.act(() -> window.session().calls().linkAgain(leg(window)));
            window.settleCalls();
            assertThat(window.root().lookupAll(".leg-mark"))
                    .filteredOn(Node::isVisible)
                    .hasSize(1);
            speak(window, "ru");
            assertThat(before).isNotEmpty().containsAll(cells(window));
        }
    }

    @Test
    void aValueIsExplainedWhereTheMouseIsAndNowhereElse() {
        try (var window = withSample()) {
            var code = window.find(".call-code:filled", CallCell.class);
            assertThat(cells(window))
                    .allSatisfy(
                            cell -> assertThat(((CallCell) cell).getTooltip()).isNull());
            window.act(() -> Event.fireEvent(
                    code,
                    new MouseEvent(
                            MouseEvent.MOUSE_ENTERED,
                            1,
                            1,
                            1,
                            1,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            true,
                            null)));
            assertThat(code.getTooltip().getText()).isEqualTo("200 OK");
            window.act(() -> code.updateIndex(codes(window).indexOf(486)));
            assertThat(code.getTooltip().getText()).isEqualTo("486 Busy Here");
        }
    }

    private static List<Node> cells(WindowUnderTest window) {
        return window.onFx(() -> List.copyOf(window.root().lookupAll(".call-cell:filled")));
    }

    @Test
    void typingAnywhereNarrowsTheListAndEscapeWidensIt() {
        try (var window = withSample()) {
            int all = codes(window).size();
            window.type("gave-up");
            window.settleCalls();
            assertThat(codes(window)).containsExactly(487);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            window.press(KeyCode.ESCAPE);
            window.settleCalls();
            assertThat(codes(window)).hasSize(all);
            window.press(KeyCode.F3);
            assertThat(window.focused()).isInstanceOf(TextField.class);
            window.type("busy");
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(window.session().calls().chosenProperty().get().code()).isEqualTo(486);
        }
    }

    @Test
    void problemsOnlyIsOneClickAndAnEmptyListLeadsBack() {
        try (var window = withSample()) {
            window.click(".problems-only");
            window.settleCalls();
            assertThat(codes(window)).contains(486, 488, 503).doesNotContain(487);
            window.type("alice registered nowhere");
            window.settleCalls();
            assertThat(codes(window)).isEmpty();
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.contains("\"alice registered nowhere\""));
            window.click(".empty .reset-all");
            window.settleCalls();
            assertThat(codes(window)).hasSize(11);
        }
    }

    /** As a click on a heading does; JavaFX's headless platform takes every click for one that asks for a menu. */
    private static void sort(WindowUnderTest window, String column, SortType type) {
        window.act(() -> table(window).getColumns().stream()
                .filter(candidate -> candidate.getId().equals(column))
                .forEach(found -> {
                    found.setSortType(type);
                    table(window).getSortOrder().setAll(List.of(found));
                }));
        window.settleCalls();
    }

    @Test
    void aHeadingSortsByValueAndLegsStayTogether() {
        try (var window = withSample()) {
            sort(window, "code", SortType.ASCENDING);
            assertThat(codes(window)).startsWith(200, 200, 200, 401).endsWith(503, 503, 0);
            sort(window, "code", SortType.DESCENDING);
            assertThat(codes(window)).startsWith(503, 503, 488).endsWith(200, 0);
            assertThat(window.root().lookupAll(".leg-mark"))
                    .filteredOn(Node::isVisible)
                    .hasSize(1);
        }
    }

    @Test
    void theCallThatWasOpenedStaysInSight() {
        try (var window = withSample()) {
            int last = codes(window).size() - 1;
            window.act(() -> table(window).getSelectionModel().clearAndSelect(last));
            window.settleCalls();
            window.settle();
            var row = window.root().lookupAll(".table-row-cell").stream()
                    .map(TableRow.class::cast)
                    .filter(each -> each.isSelected() && each.isVisible())
                    .findFirst()
                    .orElseThrow();
            var place = window.onFx(() -> row.localToScene(row.getBoundsInLocal()));
            var list =
                    window.onFx(() -> table(window).localToScene(table(window).getBoundsInLocal()));
            assertThat(place.getMaxY()).as("but for a rounded pixel").isLessThan(list.getMaxY() + 1);
        }
    }

    @Test
    void twoSelectedCallsCompareTheirCodes() {
        try (var window = withSample()) {
            window.act(() -> {
                table(window).getSelectionModel().clearSelection();
                table(window)
                        .getSelectionModel()
                        .selectIndices(codes(window).indexOf(486), codes(window).indexOf(503));
                table(window).requestFocus();
            });
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
            assertThat(window.session().comparison().leftProperty().get()).isEqualTo(486);
            assertThat(window.session().comparison().rightProperty().get()).isEqualTo(503);
        }
    }
}
