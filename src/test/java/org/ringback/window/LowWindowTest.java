package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.ringback.window.calls.CallsTable;

/** In a low window a list of calls and an open call both keep room to be used. */
class LowWindowTest {

    private static final int LAST = 503;

    private static WindowUnderTest low() {
        var window = WindowUnderTest.open(CallsSection.IN_CALLS, WindowUnderTest.PSEUDO, 900, 600);
        window.act(() -> window.session().openSample());
        window.settleCalls();
        return window;
    }

    private static boolean shown(WindowUnderTest window, String query) {
        return window.onFx(() -> {
            Node node = window.root().lookup(query);
            return node != null && node.isVisible();
        });
    }

    private static VirtualFlow<?> flow(WindowUnderTest window) {
        return (VirtualFlow<?>) CallsSection.table(window).lookup(".virtual-flow");
    }

    private static long rowsInSight(WindowUnderTest window) {
        return window.onFx(() -> {
            VirtualFlow<?> flow = flow(window);
            return Math.round(
                    Math.floor(flow.getHeight() / flow.getFirstVisibleCell().getHeight()));
        });
    }

    private static boolean chosenInSight(WindowUnderTest window) {
        return window.onFx(() -> {
            IndexedCell<?> cell = flow(window).getVisibleCell(CallsSection.openIndex(window));
            Bounds bounds = cell == null ? null : cell.getBoundsInParent();
            return bounds != null
                    && bounds.getMinY() >= -1
                    && bounds.getMaxY() <= flow(window).getHeight() + 1;
        });
    }

    @Test
    void theFiltersGiveWayToAnOpenCallUntilSomebodyWantsThem() {
        try (var window = low()) {
            assertThat(shown(window, ".filters")).isTrue();
            assertThat(shown(window, ".filters-button")).isFalse();

            CallsSection.open(window, LAST);
            assertThat(shown(window, ".filters")).isFalse();
            assertThat(rowsInSight(window)).isGreaterThanOrEqualTo(5);
            assertThat(window.onFx(
                            () -> window.find(".ladder-list", ListView.class).getHeight()))
                    .as("room for four arrows")
                    .isGreaterThan(150);

            window.press(KeyCode.CONTROL, KeyCode.F);
            assertThat(shown(window, ".filters")).isTrue();
            assertThat(window.focused().getStyleClass()).contains("search");

            window.click(".filters-button");
            assertThat(shown(window, ".filters")).isFalse();
            window.act(() -> CallsSection.table(window).requestFocus());
            window.press(KeyCode.ESCAPE);
            assertThat(shown(window, ".filters")).isTrue();
            assertThat(shown(window, ".filters-button")).isFalse();
        }
    }

    @Test
    void inAHighWindowTheFiltersStay() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, LAST);
            assertThat(shown(window, ".filters")).isTrue();
            assertThat(shown(window, ".filters-button")).isFalse();
        }
    }

    @Test
    void theChosenCallIsInSightAgainAfterAFilterWasCleared() {
        try (var window = low()) {
            window.act(() -> CallsSection.table(window).getSelectionModel().clearAndSelect(8));
            window.settleCalls();
            assertThat(chosenInSight(window)).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("carol");
            window.settleCalls();
            assertThat(CallsSection.openIndex(window)).isNegative();

            window.press(KeyCode.ESCAPE);
            window.settleCalls();
            assertThat(CallsSection.openIndex(window)).isEqualTo(8);
            assertThat(chosenInSight(window)).isTrue();
        }
    }

    @Test
    void theLastCallStaysInSightWhenItsPageTakesRoom() {
        try (var window = CallsSection.withSample()) {
            window.act(() -> CallsSection.table(window).getSelectionModel().clearAndSelect(10));
            window.settleCalls();
            assertThat(chosenInSight(window)).isTrue();
        }
    }

    @Test
    void withoutTheListOneStillGetsToItsOtherCalls() {
        try (var window = low()) {
            CallsSection.open(window, LAST);
            int first = CallsSection.openIndex(window);
            window.click(".enlarge-call");
            window.act(() -> window.find(".ladder-list", ListView.class).requestFocus());

            window.click(".call-after");
            window.settleCalls();
            assertThat(window.session().calls().chosenProperty().get()).isSameAs(row(window, first + 1));
            window.act(() -> window.find(".ladder-list", ListView.class).requestFocus());
            window.press(KeyCode.ALT, KeyCode.UP);
            window.settleCalls();
            assertThat(window.session().calls().chosenProperty().get()).isSameAs(row(window, first));
            assertThat(window.focused())
                    .as("the keyboard goes on in the ladder")
                    .isSameAs(window.find(".ladder-list", ListView.class));

            window.press(KeyCode.ESCAPE);
            window.settle();
            assertThat(shown(window, ".call-steps")).isFalse();
            assertThat(window.find(".calls-table", CallsTable.class).isFocused())
                    .isTrue();
            assertThat(chosenInSight(window)).isTrue();
        }
    }

    @Test
    void headingsOfferTheColumnsAndRowsWhatCanBeDoneWithThem() {
        try (var window = low()) {
            CallsSection.open(window, LAST);
            ask(window, ".column-header.to-column");
            assertThat(menu(window)).contains("Setup, s", "Media").doesNotContain("Copy");
            window.press(KeyCode.ESCAPE);

            ask(window, ".table-row-cell:selected");
            assertThat(menu(window)).contains("Copy").doesNotContain("Media");
        }
    }

    private static void ask(WindowUnderTest window, String query) {
        window.act(() -> {
            Node node = window.root().lookup(query);
            Point2D screen = node.localToScreen(5, 5);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            5,
                            5,
                            screen.getX(),
                            screen.getY(),
                            false,
                            new PickResult(node, 5, 5)));
        });
    }

    private static List<String> menu(WindowUnderTest window) {
        return window.onFx(() -> Window.getWindows().stream()
                .filter(shown -> shown instanceof ContextMenu && shown.isShowing())
                .flatMap(shown -> ((ContextMenu) shown).getItems().stream())
                .map(MenuItem::getText)
                .toList());
    }

    private static Object row(WindowUnderTest window, int index) {
        return window.session().calls().listProperty().get().rows().get(index);
    }
}
