package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.SharedFromWindow.choose;
import static org.ringback.window.SharedFromWindow.saved;
import static org.ringback.window.SharedFromWindow.withSample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.session.CallRow;

/** Whoever looks through many calls marks some and notes why, and finds it in the list, the ladder and the report. */
class NotesInTheWindowTest {

    @TempDir
    private Path folder;

    private static TextArea field(WindowUnderTest window) {
        return window.onFx(() -> window.roots().stream()
                .flatMap(root -> root.lookupAll(".note-card .text-area").stream())
                .map(TextArea.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private static void open(WindowUnderTest window) {
        CallsSection.open(window, 488);
        window.act(table(window)::requestFocus);
    }

    private static CallRow chosen(WindowUnderTest window) {
        return window.onFx(() -> window.session().calls().chosenProperty().get());
    }

    @Test
    void aCallIsMarkedAndNotedByKeysAndFoundInTheListAndInTheReport() throws IOException {
        try (var window = withSample(folder)) {
            int all = window.onFx(() -> table(window).getItems().size());
            open(window);
            assertThat(window.find(".noted-only", ToggleButton.class).isVisible())
                    .isFalse();
            window.press(KeyCode.CONTROL, KeyCode.D);
            window.settleCalls();
            window.press(KeyCode.F2);
            window.act(() -> field(window).setText("Ask for G.711"));
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.settleCalls();

            CallRow call = chosen(window);
            assertThat(window.session().calls().notes().of(call.call()).marked())
                    .isTrue();
            assertThat(VisibleTexts.in(window.roots())).contains("Ask for G.711");
            var only = window.find(".noted-only", ToggleButton.class);
            assertThat(window.onFx(only::getText)).isEqualTo("Marked: 1");
            window.act(only::fire);
            window.settleCalls();
            assertThat(window.onFx(() -> List.copyOf(table(window).getItems()))).containsExactly(call);
            window.act(only::fire);
            window.settleCalls();
            assertThat(window.onFx(() -> table(window).getItems().size())).isEqualTo(all);

            choose(window, "Save as HTML\u2026");
            assertThat(Files.readString(saved(folder).getFirst())).contains("Note: Ask for G.711");
        }
    }

    @Test
    void aNoteThatIsLeftIsKeptAndBroughtBackByUndo() {
        try (var window = withSample(folder)) {
            open(window);
            window.act(window.find(".call-heading .note-button", Button.class)::fire);
            window.act(() -> field(window).setText("first"));
            window.press(KeyCode.ESCAPE);
            window.settleCalls();
            assertThat(window.session()
                            .calls()
                            .notes()
                            .of(chosen(window).call())
                            .text())
                    .isEqualTo("first");
            window.act(table(window)::requestFocus);
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.settleCalls();
            assertThat(window.session()
                            .calls()
                            .notes()
                            .of(chosen(window).call())
                            .nothing())
                    .isTrue();
        }
    }

    @Test
    void theMenuOfTheLadderMarksAMessageAndLeadsToItsCode() throws IOException {
        try (var window = withSample(folder)) {
            open(window);
            var arrows = window.find(".ladder-list", ListView.class);
            window.act(() -> arrows.getSelectionModel().select(2));
            window.act(() -> arrows.fireEvent(
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, true, null)));
            assertThat(window.onFx(() -> arrows.getContextMenu().getItems().stream()
                            .map(item -> item.getText())
                            .toList()))
                    .containsExactly(
                            "Read the message", "Open 488 in the handbook", "Copy the message", "Mark", "Note\u2026");
            window.act(arrows.getContextMenu().getItems().get(3)::fire);
            window.settleCalls();

            List<Node> flags = window.onFx(() -> window.root().lookupAll(".ladder-row .noted-mark").stream()
                    .filter(Node::isVisible)
                    .toList());
            assertThat(flags).hasSize(1);
            assertThat(window.onFx(window.find(".noted-only", ToggleButton.class)::getText))
                    .isEqualTo("Marked: 1");
            choose(window, "Save as Markdown\u2026");
            assertThat(Files.readString(saved(folder).getFirst())).contains("> Marked.");
        }
    }
}
