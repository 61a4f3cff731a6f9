package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.call.Message;
import org.ringback.diagnosis.Trace;
import org.ringback.ladder.Calls;
import org.ringback.ladder.Column;
import org.ringback.ladder.TimeMode;
import org.ringback.language.PseudoFiles;
import org.ringback.settings.Settings;

/** The ladder under the hands of a user: keys, selection, headings, zoom, export. */
class LadderViewTest {

    @TempDir
    private Path folder;

    private static ListCell<?> cell(LadderUnderTest window, int row) {
        return window.all(".ladder-cell", ListCell.class).stream()
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == row)
                .findFirst()
                .orElseThrow(() -> new AssertionError("row " + row + " is not in sight"));
    }

    private static Bounds place(LadderUnderTest window, Node node) {
        return window.onFx(() -> node.localToScene(node.getBoundsInLocal()));
    }

    @Test
    void arrowKeysSelectMessages() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            window.press(KeyCode.DOWN);
            assertThat(window.selected()).isZero();
            window.press(KeyCode.DOWN);
            Message selected =
                    window.onFx(() -> window.model().call().selectedProperty().get());
            assertThat(window.ladder().rowOf(selected))
                    .isEqualTo(window.selected())
                    .isPositive();
            window.press(KeyCode.END);
            assertThat(window.selected()).isEqualTo(window.ladder().rows().size() - 1);
            window.press(KeyCode.HOME);
            assertThat(window.selected()).isZero();
        }
    }

    @Test
    void anArrowHasTheColorOfItsClassAlsoAfterItsCellStoodForAnother() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            var before = colors(window);
            assertThat(before.keySet()).contains("request", "1", "2");
            assertThat(before.values()).doesNotHaveDuplicates();
            window.press(KeyCode.F);
            window.press(KeyCode.END);
            window.press(KeyCode.HOME);
            assertThat(colors(window)).containsAllEntriesOf(before);
        }
    }

    /** The color of each sort of arrow in sight: of requests, and of responses by the first digit of their code. */
    private static Map<String, Paint> colors(LadderUnderTest window) {
        return window.onFx(() -> {
            Map<String, Paint> colors = new HashMap<>();
            for (ListCell<?> cell : window.all(".ladder-cell:filled", ListCell.class)) {
                var label = (Label) cell.lookup(".ladder-label");
                String sort = Character.isDigit(label.getText().charAt(0))
                        ? label.getText().substring(0, 1)
                        : "request";
                Paint other = colors.put(sort, label.getTextFill());
                assertThat(other).isIn(null, label.getTextFill());
            }
            return colors;
        });
    }

    @Test
    void bracketsAndAltArrowsStayInTheTransaction() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            window.press(KeyCode.HOME);
            window.press(KeyCode.CLOSE_BRACKET);
            assertThat(window.ladder().rows().get(window.selected()).label()).startsWith("100");
            window.press(KeyCode.ALT, KeyCode.DOWN);
            assertThat(window.ladder().rows().get(window.selected()).label()).startsWith("180");
            window.press(KeyCode.OPEN_BRACKET);
            window.press(KeyCode.ALT, KeyCode.UP);
            assertThat(window.selected()).isZero();
        }
    }

    @Test
    void enterOpensTheCodeOfAResponseAndTheMessageOfARequest() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            window.press(KeyCode.HOME);
            window.press(KeyCode.ENTER);
            assertThat(window.messages()).isOne();
            assertThat(window.opened()).isEmpty();
            window.press(KeyCode.CLOSE_BRACKET);
            window.press(KeyCode.ENTER);
            assertThat(window.opened()).containsExactly(100);
        }
    }

    @Test
    void kCountsTheTimesFromTheSelectedRow() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            window.press(KeyCode.HOME);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.K);
            assertThat(window.model().options().timesProperty().get()).isEqualTo(TimeMode.SINCE_KEY);
            window.press(KeyCode.K);
            assertThat(window.model().options().timesProperty().get()).isEqualTo(TimeMode.SINCE_START);
        }
    }

    @Test
    void fFoldsAndTheSelectionStaysOnItsMessage() {
        try (var window = LadderUnderTest.open(Calls.silence().calls())) {
            window.press(KeyCode.F);
            assertThat(window.list().getItems()).hasSize(7);
            window.press(KeyCode.END);
            window.press(KeyCode.F);
            assertThat(window.list().getItems()).hasSize(1);
            assertThat(window.selected()).isZero();
            window.press(KeyCode.F);
            assertThat(window.selected())
                    .as("the repetition that was selected before")
                    .isEqualTo(6);
        }
    }

    @Test
    void theZoomFollowsItsKeys() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            double usual = window.onFx(() -> window.list().getFixedCellSize());
            window.press(KeyCode.PLUS);
            assertThat(window.onFx(() -> window.list().getFixedCellSize())).isGreaterThan(usual);
            window.press(KeyCode.MINUS);
            window.press(KeyCode.MINUS);
            assertThat(window.onFx(() -> window.list().getFixedCellSize())).isLessThan(usual);
            window.press(KeyCode.DIGIT0);
            assertThat(window.onFx(() -> window.list().getFixedCellSize())).isEqualTo(usual);
        }
    }

    @Test
    void whatIsSelectedElsewhereIsShown() {
        try (var window = LadderUnderTest.open(Calls.longOne(400).calls())) {
            var last = window.ladder().rows().getLast().message();
            window.act(() -> window.model().call().selectedProperty().set(last));
            window.settle();
            int row = window.ladder().rows().size() - 1;
            assertThat(window.selected()).isEqualTo(row);
            assertThat(cell(window, row).isVisible()).isTrue();
        }
    }

    @Test
    void headingsStayAboveAndFollowSideways() {
        var settings = new Settings("en", "light", null, null, null, null, null);
        try (var window = LadderUnderTest.open(Calls.forked().calls(), settings, 520, 500)) {
            Node heading = window.all(".ladder-column", Button.class).getLast();
            Bounds before = place(window, heading);
            window.press(KeyCode.END);
            assertThat(place(window, heading)).isEqualTo(before);
            Bounds time = place(window, window.all(".ladder-time", Node.class).getFirst());
            window.press(KeyCode.RIGHT);
            assertThat(place(window, heading).getMinX()).isLessThan(before.getMinX() - 20);
            assertThat(window.all(".ladder-time", Node.class).stream()
                            .map(node -> place(window, node).getMinX()))
                    .contains(time.getMinX());
        }
    }

    @Test
    void notesFitBesideThreeColumnsInTheUsualWindow() {
        var trace = new Trace().host("alice", "192.0.2.10", 5060).host("proxy", "192.0.2.1", 5060);
        trace.host("desk", "198.51.100.20", 5060);
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("desk").request("INVITE");
        trace.after(0.1).from("desk").to("proxy").toTag("desk").responds(180);
        trace.after(0.1).from("proxy").to("alice").toTag("desk").responds(180);
        trace.after(12).from("desk").to("proxy").toTag("desk").responds(200);
        trace.after(0.1).from("proxy").to("alice").toTag("desk").responds(200);
        var settings = new Settings("en", "light", null, null, null, null, null);
        try (var window = LadderUnderTest.open(trace.calls(), settings, 660, 500)) {
            List<Label> notes = window.all(".ladder-note", Label.class).stream()
                    .filter(note -> note.isVisible() && !note.getText().isEmpty())
                    .toList();
            assertThat(notes).isNotEmpty().allSatisfy(note -> {
                assertThat(place(window, note).getMaxX()).isLessThanOrEqualTo(660);
                assertThat(window.onFx(() -> note.prefHeight(note.getWidth()))).isLessThanOrEqualTo(note.getHeight());
            });
        }
    }

    @Test
    void whatDoesNotFitIsReachedWithABarThatIsInSight() {
        var settings = new Settings("en", "light", null, null, null, null, null);
        try (var window = LadderUnderTest.open(Calls.forked().calls(), settings, 500, 320)) {
            ScrollBar bar = window.all(".scroll-bar", ScrollBar.class).stream()
                    .filter(each -> each.getParent().getStyleClass().contains("ladder-sheet"))
                    .findFirst()
                    .orElseThrow();
            assertThat(bar.isVisible()).isTrue();
            assertThat(place(window, bar).getHeight()).isGreaterThan(5);
            assertThat(place(window, bar).getMaxY()).isLessThanOrEqualTo(320);
        }
    }

    @Test
    void aColumnIsMovedAndHiddenWithTheKeyboard() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            Button last = window.all(".ladder-column", Button.class).getLast();
            window.act(last::requestFocus);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.ENTER);
            assertThat(window.ladder().columns())
                    .extracting(Column::name)
                    .element(2)
                    .isEqualTo("203.0.113.30");
            assertThat(window.all(".ladder-column", Button.class).get(2).isFocused())
                    .as("the keyboard moves with its column")
                    .isTrue();
            window.act(() -> window.model().hide(window.ladder().columns().get(2)));
            assertThat(window.all(".ladder-column", Button.class)).hasSize(3);
            MenuButton hidden = window.all(".ladder-hidden", MenuButton.class).getFirst();
            assertThat(hidden.getText()).contains("1").contains("6");
            window.click(hidden);
            window.act(() -> hidden.getItems().getFirst().fire());
            assertThat(window.ladder().hidden()).isEmpty();
        }
    }

    @Test
    void arrowsHaveSpokenNamesWithTheirRelation() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            window.press(KeyCode.HOME);
            int rows = window.ladder().rows().size();
            assertThat(cell(window, 0).getAccessibleText())
                    .startsWith("row 1 of " + rows + ", INVITE from 192.0.2.10 to 192.0.2.1")
                    .endsWith("selected");
            assertThat(cell(window, 1).getAccessibleText()).endsWith("same transaction");
        }
    }

    @Test
    void aLanguageThatIsSwitchedReachesEveryArrow() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            var russian = window.session().languages().stream()
                    .filter(language -> language.tag().equals("ru"))
                    .findFirst()
                    .orElseThrow();
            window.act(() -> window.session().speak(russian));
            assertThat(cell(window, 0).getAccessibleText()).startsWith("строка 1 из");
        }
    }

    @Test
    void timeRunsLeftToRightInEveryLanguage() {
        var settings = new Settings(PseudoFiles.TAG, "light", null, null, null, null, null);
        try (var window = LadderUnderTest.open(Calls.forked().calls(), settings, 1000, 600)) {
            assertThat(window.view().getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
            assertThat(window.list().getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
            List<Button> headings = window.all(".ladder-column", Button.class);
            assertThat(place(window, headings.getFirst()).getMinX())
                    .isLessThan(place(window, headings.getLast()).getMinX());
        }
    }

    @Test
    void theWholeLadderIsExported() throws IOException {
        try (var window = LadderUnderTest.open(Calls.longOne(300).calls())) {
            window.saveInto(folder);
            MenuButton export = window.all(".ladder-export", MenuButton.class).getFirst();
            window.act(() -> export.getItems().forEach(MenuItem::fire));
            Path svg = folder.resolve("ladder-call-1.svg");
            Path png = folder.resolve("ladder-call-1.png");
            int rows = window.ladder().rows().size();
            assertThat(svg).content().contains("row " + rows + " of " + rows);
            var picture = ImageIO.read(png.toFile());
            assertThat(picture.getHeight()).isGreaterThan(30 * rows);
            var colors = new HashSet<Integer>();
            for (int x = 0; x < picture.getWidth(); x += 2) {
                for (int y = picture.getHeight() - 160; y < picture.getHeight(); y++) {
                    colors.add(picture.getRGB(x, y));
                }
            }
            assertThat(colors).as("colors of the last rows").hasSizeGreaterThan(5);
        }
    }

    @Test
    void aPictureThatWouldBeTooLargeIsRefusedBeforeAnythingIsAsked() {
        try (var window = LadderUnderTest.open(Calls.longOne(5000).calls())) {
            window.saveInto(folder);
            MenuButton export = window.all(".ladder-export", MenuButton.class).getFirst();
            window.act(() -> export.getItems().getLast().fire());
            assertThat(folder).isEmptyDirectory();
            assertThat(window.all(".toast", Label.class).getFirst().getText()).contains("too long");
        }
    }

    @Test
    void onlyTheRowsInSightAreDrawn() {
        try (var window = LadderUnderTest.open(Calls.longOne(5000).calls())) {
            assertThat(Set.copyOf(window.all(".ladder-cell", ListCell.class))).hasSizeLessThan(60);
        }
    }
}
