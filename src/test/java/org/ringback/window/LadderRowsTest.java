package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.ladder.Calls;
import org.ringback.settings.Settings;

/** How the rows of a ladder look when one of them is chosen, and what the wheel does to them. */
class LadderRowsTest {

    private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");

    private static List<Node> rows(LadderUnderTest window, String part) {
        return window.onFx(() -> window.all(".ladder-cell:filled", ListCell.class).stream()
                .filter(cell -> !cell.isEmpty())
                .sorted(Comparator.comparingInt(cell -> cell.getIndex()))
                .map(cell -> cell.lookup(part))
                .toList());
    }

    /** An INVITE that is refused and comes again with a password: two transactions, the second of which makes the dialog. */
    private static Trace challenged() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.1).from("bob").to("alice").toTag("x").responds(401);
        trace.after(0.1).from("alice").to("bob").toTag("x").acknowledges();
        trace.after(0.1).from("alice").to("bob").cseq(2).request("INVITE");
        trace.after(0.1).from("bob").to("alice").cseq(2).toTag("y").responds(200);
        return trace.after(0.1).from("alice").to("bob").cseq(2).toTag("y").inside("ACK");
    }

    @Test
    void whatHasNothingToDoWithTheChosenMessageIsPaleAndItsTransactionHasTheBar() {
        try (var window = LadderUnderTest.open(challenged().calls())) {
            assertThat(rows(window, ".ladder-bar")).hasSize(6).noneMatch(Node::isVisible);
            assertThat(rows(window, ".ladder-row")).noneMatch(LadderRowsTest::pale);
            window.press(KeyCode.HOME);
            window.act(() -> window.list().getSelectionModel().select(4));

            assertThat(rows(window, ".ladder-bar"))
                    .extracting(Node::isVisible)
                    .containsExactly(false, false, false, true, true, false);
            assertThat(rows(window, ".ladder-row"))
                    .extracting(LadderRowsTest::pale)
                    .containsExactly(true, true, true, false, false, false);
            assertThat(rows(window, ".ladder-shaft"))
                    .extracting(shaft -> shaft.getOpacity() < 1)
                    .containsExactly(true, true, true, false, false, false);
        }
    }

    private static boolean pale(Node row) {
        return row.getPseudoClassStates().contains(PALE);
    }

    @Test
    void whatWasSentAgainIsDashed() {
        try (var window = LadderUnderTest.open(Calls.silence().calls())) {
            window.press(KeyCode.F);

            assertThat(rows(window, ".ladder-shaft"))
                    .extracting(shaft -> !((Path) shaft).getStrokeDashArray().isEmpty())
                    .containsExactly(false, true, true, true, true, true, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "th", "hi"})
    void aNoteIsWholeInANarrowLadder(String language) {
        var settings = new Settings(language, "light", null, null, null, null, null);
        try (var window = LadderUnderTest.open(Calls.silence().calls(), settings, 480, 500)) {
            assertThat(rows(window, ".ladder-note"))
                    .extracting(Label.class::cast)
                    .filteredOn(Label::isVisible)
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(note.getHeight())
                            .isGreaterThanOrEqualTo(window.onFx(() -> note.prefHeight(note.getWidth()))))
                    .filteredOn(note -> !note.isWrapText())
                    .allSatisfy(note ->
                            assertThat(window.onFx(() -> note.prefWidth(-1))).isLessThanOrEqualTo(note.getWidth() + 1));
        }
    }

    @Test
    void theWheelZoomsInAwayFromTheUserAndOutTowardsHer() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            wheel(window, 40);
            assertThat(window.model().options().zoomProperty().get()).isGreaterThan(1);
            wheel(window, -40);
            wheel(window, -40);
            assertThat(window.model().options().zoomProperty().get()).isLessThan(1);
        }
    }

    private static void wheel(LadderUnderTest window, double up) {
        window.act(() -> Event.fireEvent(
                window.list(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        10,
                        10,
                        10,
                        10,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        0,
                        up,
                        0,
                        up,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
    }
}
