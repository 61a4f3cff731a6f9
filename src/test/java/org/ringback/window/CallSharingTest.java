package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.capture;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.SharedFromWindow.bytes;
import static org.ringback.window.SharedFromWindow.choose;
import static org.ringback.window.SharedFromWindow.saved;
import static org.ringback.window.SharedFromWindow.select;
import static org.ringback.window.SharedFromWindow.toast;
import static org.ringback.window.SharedFromWindow.with;
import static org.ringback.window.SharedFromWindow.withSample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.CapturedFiles;
import org.ringback.capture.wire.Captured;

/** From selected calls to files and the clipboard as they are. */
class CallSharingTest {

    @TempDir
    private Path folder;

    @Test
    void thePageHasTheLadderAndTheFindingsOfTheSelectedCallsInTheLanguageOfTheWindow() throws IOException {
        try (var window = with(capture("gen-cancelled.pcap"), "ru", folder)) {
            select(window, 0);
            choose(window, "Сохранить как HTML…");
            assertThat(saved(folder)).hasSize(1);
            assertThat(Files.readString(saved(folder).getFirst()))
                    .contains("<html lang=\"ru\"", "<svg ", "Вызов отменён до ответа", "Кто, что и кому отправил")
                    .doesNotContain("<script", "src=");
            assertThat(toast(window)).isEqualTo("Сохранено: " + saved(folder).getFirst());
        }
    }

    @Test
    void aPcapHasJustTheSelectedMessagesByteForByte() throws IOException {
        try (var window = withSample(folder)) {
            select(window, 1, 2);
            List<Captured> selected = table(window).getSelectionModel().getSelectedItems().stream()
                    .flatMap(row -> row.call().messages().stream())
                    .map(message -> message.captured())
                    .toList();
            choose(window, "Save as pcap…");
            assertThat(bytes(CapturedFiles.messages(folder.resolve("calls-2.pcap"))))
                    .containsExactlyInAnyOrderElementsOf(bytes(selected));
        }
    }

    @Test
    void textAndMarkdownHaveTheMessages() throws IOException {
        try (var window = withSample(folder)) {
            select(window, 1, 2);
            choose(window, "Save as text…");
            choose(window, "Save as Markdown…");
            assertThat(Files.readString(folder.resolve("calls-2.txt")))
                    .contains(" -> ", "INVITE sip:", "486 Busy Here");
            assertThat(Files.readString(folder.resolve("calls-2.md")))
                    .startsWith("# Selected calls: 2")
                    .contains("INVITE sip:", "486 Busy Here", "|--");
        }
    }

    @Test
    void theOpenCallTakesItsOtherLegsAlong() throws IOException {
        try (var window = withSample(folder)) {
            window.act(() -> table(window).getItems().stream()
                    .filter(row -> row.call().callId().startsWith("trunk"))
                    .findFirst()
                    .ifPresent(window.session().calls()::open));
            window.settleCalls();
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.settleCalls();
            assertThat(saved(folder)).containsExactly(folder.resolve("call-out-6612-example.com.html"));
        }
    }

    @Test
    void theKeysCopyAndSaveAndSayHowToPrint() throws IOException {
        try (var window = withSample(folder)) {
            window.press(KeyCode.CONTROL, KeyCode.S);
            assertThat(toast(window)).isEqualTo("Select one or more calls first.");
            select(window, 2);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            window.settleCalls();
            assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .contains("486 Busy Here", "```");
            assertThat(toast(window)).isEqualTo("Copied to the clipboard");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.settleCalls();
            assertThat(saved(folder)).singleElement().asString().endsWith(".html");
            window.press(KeyCode.CONTROL, KeyCode.P);
            assertThat(toast(window)).contains("as HTML (Ctrl+S)");
        }
    }

    @Test
    void theRowsOfferTheSameWays() {
        try (var window = withSample(folder)) {
            List<String> ways = window.onFx(
                    () -> texts(window.find(".share-calls", MenuButton.class).getItems()));
            select(window, 2);
            window.act(() -> Event.fireEvent(
                    table(window),
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 60, 20, 80, false, null)));
            List<Menu> menus = window.onFx(() -> table(window).getContextMenu().getItems().stream()
                    .filter(Menu.class::isInstance)
                    .map(Menu.class::cast)
                    .toList());
            assertThat(menus)
                    .singleElement()
                    .satisfies(menu -> assertThat(texts(menu.getItems())).isEqualTo(ways));
        }
    }

    private static List<String> texts(List<MenuItem> items) {
        return items.stream().map(MenuItem::getText).toList();
    }

    @Test
    void whatAPcapHadToMakeUpIsSaid() {
        try (var window = with(capture("gen-sipp-messages.log"), "en", folder)) {
            select(window, 0);
            choose(window, "Save as pcap…");
            assertThat(toast(window)).startsWith("Saved: ").contains("ranges for documentation");
        }
    }

    @Test
    void aFolderThatIsGoneIsOneClearLine() {
        try (var window = withSample(folder)) {
            window.saveInto(folder.resolve("gone"));
            select(window, 2);
            choose(window, "Save as HTML…");
            assertThat(toast(window))
                    .startsWith("Could not save ")
                    .contains("gone")
                    .doesNotContain("\n");
        }
    }

    @Test
    void whoThinksBetterOfItHasNothingSaved() throws IOException {
        try (var window = withSample(folder)) {
            window.saveInto(null);
            select(window, 2);
            choose(window, "Save as HTML…");
            choose(window, "With pseudonyms…");
            window.act(window.find(".save-pseudonyms", Button.class)::fire);
            window.settleCalls();
            assertThat(window.find(".save-pseudonyms", Button.class).isDisabled())
                    .isFalse();
            assertThat(saved(folder)).isEmpty();
        }
    }
}
