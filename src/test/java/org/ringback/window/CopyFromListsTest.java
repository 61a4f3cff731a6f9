package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.settings.Settings;

/** What is selected in a list is copied as a line that a person would paste into a ticket, and calls lead to others. */
class CopyFromListsTest {

    private static String copied(WindowUnderTest window, Node list) {
        window.act(list::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.C);
        return window.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void aCodeIsCopiedWithWhatItMeans() {
        try (var window = WindowUnderTest.open(new Settings("en", "light", "handbook", 486, 486, 600, null))) {
            ListView<?> codes = window.find(".code-picker .list-view", ListView.class);
            assertThat(copied(window, codes)).isEqualTo("486 Busy Here \u2013 The called phone is busy");
        }
    }

    @Test
    void callsAreCopiedAsRows() {
        try (var window = CallsSection.withSample()) {
            var table = CallsSection.table(window);
            window.act(() -> table.getSelectionModel().selectRange(0, 2));
            assertThat(copied(window, table).lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.split("\t", -1)).contains("alice@example.com"));
        }
    }

    @Test
    void theCallIdsOfTheSelectedCallsAreCopiedByTheMenu() {
        try (var window = CallsSection.withSample()) {
            var table = CallsSection.table(window);
            window.act(() -> table.getSelectionModel().selectRange(0, 2));
            window.act(() -> Event.fireEvent(
                    table, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 300, 300, true, null)));
            choose(window, "Copy the Call-ID");
            String copied = window.onFx(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied.lines())
                    .containsExactlyElementsOf(table.getItems().stream()
                            .limit(2)
                            .map(row -> row.call().callId())
                            .toList());
        }
    }

    @Test
    void theMenuNarrowsTheListToWhatACallHasInCommonWithOthers() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.settleCalls();
            var table = CallsSection.table(window);
            window.act(() -> Event.fireEvent(
                    table, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 300, 300, true, null)));
            assertThat(table.getContextMenu().isShowing())
                    .as("the menu at the first request")
                    .isTrue();
            choose(window, "Only calls with carol@example.com");
            window.settleCalls();
            assertThat(table.getItems())
                    .hasSizeBetween(2, 8)
                    .allSatisfy(
                            row -> assertThat(row.from().address() + row.to().address())
                                    .contains("carol@example.com"));
            choose(window, "Only calls with 486");
            window.settleCalls();
            assertThat(table.getItems()).hasSize(1);
        }
    }

    private static void choose(WindowUnderTest window, String words) {
        window.act(() -> CallsSection.table(window).getContextMenu().getItems().stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void anArrowIsCopiedWithItsTimeAndHosts() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.settleCalls();
            ListView<?> arrows = window.find(".ladder-list", ListView.class);
            window.act(() -> arrows.getSelectionModel().select(3));
            assertThat(copied(window, arrows))
                    .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  \\S+ \u2192 \\S+  486 Busy Here");
        }
    }
}
