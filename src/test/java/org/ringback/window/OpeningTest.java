package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.IN_CALLS;
import static org.ringback.window.CallsSection.capture;
import static org.ringback.window.CallsSection.codes;
import static org.ringback.window.CallsSection.openIndex;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.CallsSection.texts;
import static org.ringback.window.CallsSection.withSample;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.session.CaptureModel.State;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.window.kit.PageScroll;

/** From a file, a text or the sample to the calls in it, or to the reason why there are none. */
class OpeningTest {

    @TempDir
    private Path folder;

    @Test
    void theDialogOpensACaptureAndTheTitleNamesIt() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.openFiles(capture("gen-refused.pcap"));
            window.press(KeyCode.CONTROL, KeyCode.O);
            window.settleCalls();
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            assertThat(window.title()).startsWith("gen-refused.pcap");
            assertThat(codes(window)).isNotEmpty();
        }
    }

    /** Who adds only what is of no use still sees the calls, their name and their count as before, and why. */
    @Test
    void anAddedFileOfNoUseChangesNeitherTitleNorCounts() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.drop(capture("gen-refused.pcap"));
            window.settleCalls();
            String title = window.title();
            window.act(() -> window.session().addFiles(List.of(capture("NOTICE.txt"))));
            window.settleCalls();
            assertThat(window.title()).isEqualTo(title);
            assertThat(VisibleTexts.in(window.roots()))
                    .noneMatch(text -> text.startsWith("Not usable"))
                    .anyMatch(text -> text.contains("NOTICE.txt"));
        }
    }

    /** Else whoever got a zip by mail sees an empty folder in the dialog. */
    @Test
    void theDialogShowsWhatCanBeOpenedAndTheFolderOfTheLastArchive() throws IOException {
        Path archive = folder.resolve("case.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("gen-refused.pcap", "gen-cancelled.pcap")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(capture(name)));
            }
        }
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.openFiles(archive);
            window.press(KeyCode.CONTROL, KeyCode.O);
            window.settleCalls();
            assertThat(window.title()).startsWith("gen-refused.pcap and 1 more");
            window.press(KeyCode.CONTROL, KeyCode.O);
            assertThat(window.asked().getInitialDirectory()).isEqualTo(folder.toFile());
            assertThat(window.asked().getExtensionFilters().getFirst().getExtensions())
                    .contains("*.pcap", "*.log", "*.zip", "*.tar", "*.tgz", "*.gz", "*.msg");
        }
    }

    /** Else it stayed in the header, and an arrow key opened the menu of languages. */
    @Test
    void theKeyboardGoesToTheListOfWhatIsOpenedNext() {
        try (var window = withSample()) {
            window.act(() -> window.root().lookup(".languages").requestFocus());
            window.openFiles(capture("gen-refused.pcap"));
            window.press(KeyCode.CONTROL, KeyCode.O);
            window.settleCalls();
            assertThat(window.focused()).isSameAs(table(window));
        }
    }

    /** The button that was clicked is gone; the first one of the toolbar, which took the keyboard, opens a menu at an arrow key. */
    @Test
    void theKeyboardGoesToTheListOfTheSample() {
        try (var window = WindowUnderTest.open(IN_CALLS, WindowUnderTest.PSEUDO, 1180, 900)) {
            window.click("Try the sample");
            window.settleCalls();
            assertThat(window.focused()).isSameAs(table(window));
        }
    }

    @Test
    void whoGoesOnTypingKeepsTheKeyboard() {
        try (var window = withSample()) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            var field = window.focused();
            assertThat(field).isInstanceOf(TextField.class);
            window.act(() -> window.session().openFiles(List.of(capture("gen-refused.pcap"))));
            window.settleCalls();
            assertThat(window.focused()).isSameAs(field);
        }
    }

    @Test
    void theKeyboardIsOnTheListAsSoonAsItIsThere() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.drop(capture("gen-refused.pcap"), capture("gen-cancelled.pcap"));
            window.settleCalls();
            assertThat(window.focused()).isSameAs(table(window));
            window.press(KeyCode.DOWN);
            window.settleCalls();
            assertThat(openIndex(window)).isZero();
            window.press(KeyCode.DOWN);
            window.settleCalls();
            assertThat(openIndex(window)).isOne();
        }
    }

    @Test
    void enterOpensTheFirstCallOfWhatWasJustOpened() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.drop(capture("gen-refused.pcap"));
            window.settleCalls();
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(openIndex(window)).isZero();
        }
    }

    @Test
    void theKeyboardAloneLeadsFromTheSampleToAFinding() {
        try (var window = WindowUnderTest.open(IN_CALLS, WindowUnderTest.PSEUDO, 1180, 900)) {
            window.press(KeyCode.TAB);
            window.press(KeyCode.TAB);
            window.press(KeyCode.SPACE);
            window.settleCalls();
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("gave");
            window.settleCalls();
            window.press(KeyCode.DOWN);
            window.settleCalls();
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(window.focused()).isInstanceOf(PageScroll.class);
            assertThat(texts(window, ".finding-title")).isNotEmpty();
        }
    }

    @Test
    void aPastedLogIsReadAndSomethingElseIsRefused() throws IOException {
        String log = Files.readString(capture("gen-sofia-tport.log"));
        try (var window = WindowUnderTest.open(IN_CALLS)) {
            window.act(() -> copy(log));
            window.press(KeyCode.CONTROL, KeyCode.V);
            window.settleCalls();
            assertThat(codes(window)).isNotEmpty();
            assertThat(window.title()).startsWith("Pasted text");
            window.act(() -> copy(" "));
            window.press(KeyCode.CONTROL, KeyCode.V);
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("There is no text"));
        }
    }

    /** The search field has the keyboard when the program starts, and no log fits on its line. */
    @Test
    void aLogThatIsPastedIntoTheSearchFieldIsReadAsAnywhereElse() throws IOException {
        String log = Files.readString(capture("gen-sofia-tport.log"));
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.act(() -> copy(log));
            window.press(KeyCode.CONTROL, KeyCode.V);
            window.settleCalls();
            assertThat(window.title()).startsWith("Pasted text");
            assertThat(codes(window)).isNotEmpty();
            assertThat(window.find(".header .search", TextField.class).getText())
                    .isEmpty();

            window.press(KeyCode.CONTROL, KeyCode.K);
            window.act(() -> copy("busy here\n"));
            window.press(KeyCode.CONTROL, KeyCode.V);
            assertThat(window.find(".header .search", TextField.class).getText())
                    .isEqualTo("busy here");
        }
    }

    @Test
    void copiedWordsNarrowTheListOfCallsAsTypedOnesDo() {
        try (var window = withSample()) {
            String id = table(window).getItems().getFirst().call().callId();
            window.act(() -> table(window).requestFocus());
            window.act(() -> copy(id + "\n"));
            window.press(KeyCode.CONTROL, KeyCode.V);
            window.settleCalls();
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            assertThat(window.onFx(() -> table(window).getItems().stream()
                            .map(row -> row.call().callId())
                            .distinct()
                            .toList()))
                    .containsExactly(id);

            window.act(() -> table(window).requestFocus());
            window.act(() -> copy("SIP/2.0 488 Not Acceptable Here"));
            window.press(KeyCode.CONTROL, KeyCode.V);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
        }
    }

    /** The field of the search keeps the key for itself; what it offers to undo is then not undone. */
    @Test
    void closedCallsComeBackWhileTheSearchFieldHasTheKeyboard() {
        try (var window = withSample()) {
            int all = codes(window).size();
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.settleCalls();
            window.act(() -> window.find(".header .search", TextField.class).requestFocus());
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.settleCalls();
            assertThat(codes(window)).hasSize(all);
        }
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Test
    void recentFilesAreOneClickAway() {
        try (var window = WindowUnderTest.open(IN_CALLS)) {
            window.drop(capture("gen-cancelled.pcap"));
            window.settleCalls();
            window.act(() -> window.session().calls().close());
            window.click(".recent-file");
            window.settleCalls();
            assertThat(window.title()).startsWith("gen-cancelled.pcap");
            assertThat(window.session().remembered().getValue().calls().recent())
                    .singleElement()
                    .satisfies(group ->
                            assertThat(group.files()).singleElement().asString().endsWith("gen-cancelled.pcap"));
        }
    }

    @Test
    void aCaptureThatIsClosedIsNotCalledEmpty() {
        try (var window = withSample()) {
            window.act(() -> window.session().calls().close());
            window.settle();
            assertThat(window.root().lookupAll(".fault")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen-empty.pcap", "NOTICE.txt", "missing.pcap"})
    void aBrokenFileSaysWhyAndInvitesAgain(String name) {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.drop(capture(name));
            window.settleCalls();
            assertThat(window.session().calls().capture().stateProperty().get()).isEqualTo(State.EMPTY);
            assertThat(texts(window, ".fault > *")).singleElement().asString().contains(name);
        }
    }

    @Test
    void theButtonStopsReadingAndKeepsWhatWasRead() throws IOException {
        assertStopped(Section.CALLS, window -> ((Button) window.root().lookup(".cancel-loading")).fire());
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void escapeStopsReadingFromAnywhereAndKeepsWhatWasRead(Section section) throws IOException {
        assertStopped(
                section,
                window -> Event.fireEvent(
                        window.root(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    }

    private void assertStopped(Section section, Consumer<WindowUnderTest> stop) throws IOException {
        Path large = folder.resolve("large.pcap");
        Files.copy(Path.of("resources/sample/sample.pcap"), large);
        // Empty records that take no place on the disk, and more time to read than anybody needs to stop.
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(16L << 30);
        }
        try (var window = WindowUnderTest.open(IN_CALLS)) {
            window.act(() -> {
                window.session().openFiles(List.of(large));
                assertThat(window.root().lookup(".cancel-loading").isVisible()).isTrue();
                window.session().sectionProperty().set(section);
                stop.accept(window);
            });
            window.settleCalls();
            var capture = window.session().calls().capture();
            assertThat(capture.stateProperty().get()).isNotEqualTo(State.LOADING);
            assertThat(capture.stoppedProperty().get()).isTrue();
        }
    }
}
