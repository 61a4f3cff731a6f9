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
import org.ringback.diagnosis.Trace;
import org.ringback.ladder.Calls;
import org.ringback.language.PseudoFiles;
import org.ringback.settings.Settings;

/** What of a ladder is in sight, where it stands, and how it leaves the window. */
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
            assertNotesFit(window, 660);
        }
    }

    private static void assertNotesFit(LadderUnderTest window, double width) {
        List<Label> notes = window.all(".ladder-note", Label.class).stream()
                .filter(note -> note.isVisible() && !note.getText().isEmpty())
                .toList();
        assertThat(notes).isNotEmpty().allSatisfy(note -> {
            assertThat(place(window, note).getMaxX()).isLessThanOrEqualTo(width);
            assertThat(window.onFx(() -> note.prefHeight(note.getWidth()))).isLessThanOrEqualTo(note.getHeight());
        });
    }

    /** Letters of Japanese are twice as wide, and notes in them were cut where there was room. */
    @Test
    void notesInWideLettersAreWholeToo() {
        var trace = new Trace().host("alice", "192.0.2.10", 5060).host("proxy", "192.0.2.1", 5060);
        trace.host("one", "198.51.100.20", 5060).host("two", "198.51.100.21", 5060);
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("one").request("INVITE");
        trace.after(0.01).from("proxy").to("two").request("INVITE");
        trace.after(33).from("proxy").to("alice").responds(408);
        var settings = new Settings("ja", "light", null, null, null, null, null);
        try (var window = LadderUnderTest.open(trace.calls(), settings, 860, 500)) {
            assertNotesFit(window, 860);
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
            assertThat(cell(window, 0).getAccessibleText()).startsWith("строка\u00a01 из");
        }
    }

    @Test
    void aLabelReachesBeyondAShortArrowWhereThereIsRoom() {
        try (var window = LadderUnderTest.open(
                Calls.forked().calls(), new Settings("en", "light", null, null, null, null, null), 700, 600)) {
            window.act(() -> {
                for (int i = 0; i < 3; i++) {
                    window.model().options().zoomIn();
                }
            });
            assertThat(window.all(".ladder-label", Label.class))
                    .filteredOn(Label::isVisible)
                    .allSatisfy(label -> assertThat(label.getWidth()).isGreaterThanOrEqualTo(label.prefWidth(-1)));
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
            assertThat(VisibleTexts.of(window.all(".toast", Node.class).getFirst()))
                    .contains("too long");
        }
    }

    @Test
    void onlyTheRowsInSightAreDrawn() {
        try (var window = LadderUnderTest.open(Calls.longOne(5000).calls())) {
            assertThat(Set.copyOf(window.all(".ladder-cell", ListCell.class))).hasSizeLessThan(60);
        }
    }
}
