package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.CapturedFiles;
import org.ringback.answers.ShareFormat;
import org.ringback.capture.wire.Captured;
import org.ringback.language.PseudoFiles;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;

/** From selected calls to files and the clipboard, as they are and with pseudonyms. */
class CallSharingTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");
    private static final Path SAMPLE = Path.of("resources/sample/sample.pcap");

    @TempDir
    private Path folder;

    private WindowUnderTest with(Path capture, String language) {
        var settings = new Settings(language, "light", "calls", 486, 486, 600, null);
        var window = WindowUnderTest.open(settings, new PseudoFiles(), 1180, 900);
        window.act(() -> window.session().openFiles(List.of(capture)));
        window.settleCalls();
        window.saveInto(folder);
        return window;
    }

    private WindowUnderTest withSample() {
        return with(SAMPLE, "en");
    }

    private static CallsTable table(WindowUnderTest window) {
        return window.find(".calls-table", CallsTable.class);
    }

    private static void select(WindowUnderTest window, int... rows) {
        window.act(() -> {
            table(window).getSelectionModel().clearSelection();
            for (int row : rows) {
                table(window).getSelectionModel().select(row);
            }
        });
        window.settleCalls();
    }

    private static void choose(WindowUnderTest window, String words) {
        window.act(() -> window.find(".share-calls", MenuButton.class).getItems().stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        window.settleCalls();
    }

    private static String toast(WindowUnderTest window) {
        return window.onFx(() -> ((Label) window.root().lookup(".toast")).getText());
    }

    private List<Path> saved() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> bytes(List<Captured> messages) {
        return messages.stream()
                .map(message -> new String(message.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void thePageHasTheLadderAndTheFindingsOfTheSelectedCallsInTheLanguageOfTheWindow() throws IOException {
        try (var window = with(CAPTURES.resolve("gen-cancelled.pcap"), "ru")) {
            select(window, 0);
            choose(window, "Сохранить как HTML…");
            assertThat(saved()).hasSize(1);
            assertThat(Files.readString(saved().getFirst()))
                    .contains("<html lang=\"ru\"", "<svg ", "Вызов отменён до ответа", "Кто, что и кому отправил")
                    .doesNotContain("<script", "src=");
            assertThat(toast(window)).isEqualTo("Сохранено: " + saved().getFirst());
        }
    }

    @Test
    void aPcapHasJustTheSelectedMessagesByteForByte() throws IOException {
        try (var window = withSample()) {
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
        try (var window = withSample()) {
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
        try (var window = withSample()) {
            window.act(() -> table(window).getItems().stream()
                    .filter(row -> row.call().callId().startsWith("trunk"))
                    .findFirst()
                    .ifPresent(window.session().calls()::open));
            window.settleCalls();
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.settleCalls();
            assertThat(saved()).containsExactly(folder.resolve("call-out-6612-example.com.html"));
        }
    }

    @Test
    void theKeysCopyAndSaveAndSayHowToPrint() throws IOException {
        try (var window = withSample()) {
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
            assertThat(saved()).singleElement().asString().endsWith(".html");
            window.press(KeyCode.CONTROL, KeyCode.P);
            assertThat(toast(window)).contains("as HTML (Ctrl+S)");
        }
    }

    @Test
    void theRowsOfferTheSameWays() {
        try (var window = withSample()) {
            List<String> ways = window.onFx(
                    () -> texts(window.find(".share-calls", MenuButton.class).getItems()));
            select(window, 2);
            window.act(() -> table(window).getOnContextMenuRequested().handle(null));
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
        try (var window = with(CAPTURES.resolve("gen-sipp-messages.log"), "en")) {
            select(window, 0);
            choose(window, "Save as pcap…");
            assertThat(toast(window)).startsWith("Saved: ").contains("ranges for documentation");
        }
    }

    @Test
    void aFolderThatIsGoneIsOneClearLine() {
        try (var window = withSample()) {
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
        try (var window = withSample()) {
            window.saveInto(null);
            select(window, 2);
            choose(window, "Save as HTML…");
            choose(window, "With pseudonyms…");
            window.act(window.find(".save-pseudonyms", Button.class)::fire);
            window.settleCalls();
            assertThat(window.find(".save-pseudonyms", Button.class).isDisabled())
                    .isFalse();
            assertThat(saved()).isEmpty();
        }
    }

    @Test
    void thePreviewSaysWhatIsReplacedAndWhatStays() {
        try (var window = withSample()) {
            select(window, 1, 2);
            choose(window, "With pseudonyms…");
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("Selected calls: 2", "What is replaced", "What stays")
                    .anyMatch(text -> text.startsWith("Names: "))
                    .anyMatch(text -> text.matches("[a-z]+  \u2192  [a-z]+"))
                    .anyMatch(text -> text.startsWith("Kept exactly: times"))
                    .anyMatch(text -> text.startsWith("User-Agent: "));
        }
    }

    @Test
    void noFileWithPseudonymsNamesAnyone() throws IOException {
        try (var window = withSample()) {
            Set<String> users = users(window, 1, 2, 6);
            assertThat(users).hasSizeGreaterThan(1);
            for (ShareFormat format : ShareFormat.values()) {
                select(window, 1, 2, 6);
                choose(window, "With pseudonyms…");
                pick(window, format);
                window.act(window.find(".save-pseudonyms", Button.class)::fire);
                window.settleCalls();
                Path file = folder.resolve("calls-3." + format.suffix());
                assertThat(namedIn(Files.readString(file, StandardCharsets.ISO_8859_1), users))
                        .as(file.toString())
                        .isEmpty();
            }
            String original = String.join("", bytes(CapturedFiles.messages(SAMPLE)));
            assertThat(namedIn(original, users)).as("in the original").isEqualTo(users);
            assertThat(CapturedFiles.messages(folder.resolve("calls-3.pcap"))).hasSizeGreaterThan(15);
        }
    }

    private static void pick(WindowUnderTest window, ShareFormat format) {
        window.act(() -> window.roots().stream()
                .flatMap(root -> root.lookupAll(".pseudonyms .toggle-button").stream())
                .map(ToggleButton.class::cast)
                .filter(button -> button.getUserData() == format)
                .forEach(ToggleButton::fire));
    }

    /** Short names may be part of something else by chance. */
    private static Set<String> users(WindowUnderTest window, int... rows) {
        return IntStream.of(rows)
                .mapToObj(table(window).getItems()::get)
                .flatMap(row -> Stream.of(row.from().user(), row.to().user()))
                .filter(user -> user.length() > 3)
                .collect(Collectors.toSet());
    }

    private static Set<String> namedIn(String words, Set<String> users) {
        return users.stream()
                .filter(user -> Pattern.compile("\\b" + Pattern.quote(user) + "\\b")
                        .matcher(words)
                        .find())
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsCopiedWithPseudonymsIsWhatThePreviewShows() {
        try (var window = withSample()) {
            select(window, 2);
            choose(window, "With pseudonyms…");
            List<String> users = users(window, 2).stream().toList();
            List<String> pseudonyms = VisibleTexts.in(window.roots()).stream()
                    .filter(text -> users.stream().anyMatch(user -> text.startsWith(user + "  \u2192  ")))
                    .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                    .toList();
            assertThat(pseudonyms).isNotEmpty();
            window.act(window.find(".copy-pseudonyms", Button.class)::fire);
            window.settleCalls();
            assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .contains(pseudonyms)
                    .doesNotContain(users);
        }
    }

    @Test
    void timesAndLengthsAreBlurredOnRequest() throws IOException {
        try (var window = withSample()) {
            select(window, 2);
            choose(window, "With pseudonyms…");
            window.act(window.find(".blur-pseudonyms", CheckBox.class)::fire);
            window.settleCalls();
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("Kept exactly: the order"));
            pick(window, ShareFormat.PCAP);
            window.act(window.find(".save-pseudonyms", Button.class)::fire);
            window.settleCalls();
            assertThat(CapturedFiles.messages(folder.resolve(saved().getFirst())))
                    .isNotEmpty()
                    .allMatch(message -> message.time() / 1_000_000 / 3600 == 946_684_800L / 3600);
        }
    }

    @Test
    void theKeyboardLeadsFromTheMenuToAFile() throws IOException {
        try (var window = withSample()) {
            select(window, 2);
            choose(window, "With pseudonyms…");
            window.press(KeyCode.ESCAPE);
            assertThat(window.roots()).noneMatch(root -> root.lookup(".pseudonyms") != null);
            choose(window, "With pseudonyms…");
            window.act(window.find(".save-pseudonyms", Button.class)::requestFocus);
            window.press(KeyCode.SPACE);
            window.settleCalls();
            assertThat(saved()).singleElement().asString().endsWith(".html");
        }
    }
}
