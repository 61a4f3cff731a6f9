package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.PseudoFiles;
import org.ringback.session.CallRow;
import org.ringback.session.CaptureModel.State;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallCell;
import org.ringback.window.calls.CallsTable;
import org.ringback.window.kit.PageScroll;

/** From a file to the calls in it, to what went wrong, and to the code that says so. */
class CallsTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");
    private static final Settings IN_CALLS = new Settings("en", "light", "calls", 486, 486, 600, null);

    @TempDir
    private Path folder;

    private static Path capture(String name) {
        return CAPTURES.resolve(name);
    }

    private static WindowUnderTest withSample() {
        var window = WindowUnderTest.open(IN_CALLS, new PseudoFiles(), 1180, 900);
        window.act(() -> window.session().openSample());
        window.settleCalls();
        return window;
    }

    private static CallsTable table(WindowUnderTest window) {
        return window.find(".calls-table", CallsTable.class);
    }

    private static List<Integer> codes(WindowUnderTest window) {
        return window.onFx(
                () -> table(window).getItems().stream().map(CallRow::code).toList());
    }

    private static void open(WindowUnderTest window, int code) {
        window.act(() -> {
            int index = codes(window).indexOf(code);
            table(window).getSelectionModel().clearAndSelect(index);
        });
        window.settleCalls();
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

    private static List<String> texts(WindowUnderTest window, String query) {
        return window.onFx(() -> window.root().lookupAll(query).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static void speak(WindowUnderTest window, String tag) {
        window.act(() -> window.session().languages().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .ifPresent(window.session()::speak));
    }

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

    private static int openIndex(WindowUnderTest window) {
        return window.onFx(() -> table(window)
                .getItems()
                .indexOf(window.session().calls().chosenProperty().get()));
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

    private static CallRow leg(WindowUnderTest window) {
        return table(window).getItems().stream()
                .filter(row -> row.call().callId().startsWith("trunk"))
                .findFirst()
                .orElseThrow();
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
            window.click(".empty .hyperlink");
            window.settleCalls();
            assertThat(codes(window)).hasSize(11);
        }
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
    void evidenceSelectsItsMessageAndTheCodeOpensItsPageAndBack() {
        try (var window = withSample()) {
            open(window, 487);
            var evidence = window.root().lookupAll(".evidence").stream()
                    .map(Hyperlink.class::cast)
                    .toList();
            assertThat(evidence).hasSizeGreaterThan(1);
            window.act(evidence.getFirst()::fire);
            assertThat(window.session()
                            .calls()
                            .openProperty()
                            .get()
                            .call()
                            .selectedProperty()
                            .get())
                    .isSameAs(evidence.getFirst().getUserData());
            window.act(() -> ((Button) window.root().lookup(".finding .related")).fire());
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(487);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            Button code = window.root().lookupAll(".code-link").stream()
                    .map(Button.class::cast)
                    .filter(link -> link.getText().equals("488"))
                    .findFirst()
                    .orElseThrow();
            window.act(code::fire);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(488);
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

    @Test
    void aLanguageSwitchReachesEveryFindingAndEveryRow() {
        try (var window = withSample()) {
            open(window, 487);
            List<String> before = new ArrayList<>(texts(window, ".finding .label"));
            assertThat(before).hasSizeGreaterThan(8);
            speak(window, PseudoFiles.TAG);
            var protocol = new ProtocolWords();
            var names = Set.of("alice", "bob", "carol", "remote", "example", "com");
            assertThat(VisibleTexts.in(window.roots())).hasSizeGreaterThan(60).allSatisfy(text -> {
                String left = text;
                for (String last = ""; !last.equals(left); ) {
                    last = left;
                    left = left.replaceAll("⟦[^⟦⟧]*⟧", " ");
                }
                assertThat(protocol.foreignTo(left)).as(text).isSubsetOf(names);
            });
            speak(window, "ru");
            before.retainAll(texts(window, ".finding .label"));
            assertThat(before)
                    .as("what stayed English")
                    .allSatisfy(text -> assertThat(protocol.foreignTo(text)).isEmpty());
        }
    }

    @Test
    void legsAreSeparatedAndPutTogetherAgain() {
        try (var window = withSample()) {
            open(window, 503);
            window.act(() -> ((Button) window.root().lookup(".leg-button")).fire());
            window.settleCalls();
            assertThat(window.session().calls().listProperty().get().legs()).isEmpty();
            window.act(() -> window.session().calls().open(leg(window)));
            window.settleCalls();
            window.act(() -> ((Button) window.root().lookup(".leg-button")).fire());
            window.settleCalls();
            assertThat(window.session().calls().listProperty().get().legs()).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(strings = {"gen-empty.pcap", "NOTICE.txt", "missing.pcap"})
    void aBrokenFileSaysWhyAndInvitesAgain(String name) {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.drop(capture(name));
            window.settleCalls();
            assertThat(window.session().calls().capture().stateProperty().get()).isEqualTo(State.EMPTY);
            assertThat(texts(window, ".fault")).singleElement().asString().contains(name);
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
                    .asString()
                    .endsWith("gen-cancelled.pcap");
        }
    }

    @Test
    void theKeyboardAloneLeadsFromTheSampleToAFinding() {
        try (var window = WindowUnderTest.open(IN_CALLS, new PseudoFiles(), 1180, 900)) {
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
}
