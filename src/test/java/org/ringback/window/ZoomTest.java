package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.settings.Settings;

/** Everything that is read is set larger and smaller, by keys and wheel, and remembered; a ladder has a size of its own. */
class ZoomTest {

    private static WindowUnderTest open(String section, Double text) {
        return WindowUnderTest.open(new Settings("en", "light", section, 486, 486, 600, null, text, null, null));
    }

    /** The size of the letters of what a query finds. */
    private static double size(WindowUnderTest window, String query) {
        return window.onFx(() -> switch (window.root().lookup(query)) {
            case Labeled labeled -> labeled.getFont().getSize();
            case TextFlow flow ->
                ((Text) flow.getChildren().getFirst()).getFont().getSize();
            case Node other -> throw new AssertionError(other.toString());
        });
    }

    private static double zoom(WindowUnderTest window) {
        return window.session().textSize().zoomProperty().get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handbook", "comparison"})
    void keysMakeEveryTextLargerAndSmallerAndUsualAgain(String section) {
        try (var window = open(section, null)) {
            double label = size(window, ".toggle-button");
            double prose = size(window, ".prose");
            window.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertThat(size(window, ".prose")).isCloseTo(prose * 1.15, offset(0.05));
            assertThat(size(window, ".toggle-button")).isCloseTo(label * 1.15, offset(0.05));
            window.press(KeyCode.CONTROL, KeyCode.MINUS);
            window.press(KeyCode.CONTROL, KeyCode.MINUS);
            assertThat(size(window, ".prose")).isLessThan(prose);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertThat(size(window, ".prose")).isEqualTo(prose);
        }
    }

    @Test
    void theSizeIsRemembered() {
        try (var window = open("handbook", null)) {
            window.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertThat(window.session().remembered().getValue().text()).isEqualTo(1.15);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertThat(window.session().remembered().getValue().text()).isNull();
        }
    }

    @Test
    void aRememberedSizeIsThereAtTheStartAndInTheCards() {
        try (var window = open("handbook", 1.5)) {
            assertThat(size(window, ".prose")).isEqualTo(21);
            window.press(KeyCode.F1);
            assertThat(window.onFx(() -> ((Labeled) window.roots().getLast().lookup(".key"))
                            .getFont()
                            .getSize()))
                    .isEqualTo(21);
        }
    }

    @Test
    void theWheelDoesTheSameButNotInALadder() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.settleCalls();
            turn(window, ".call-names");
            assertThat(zoom(window)).isEqualTo(1.15);
            double ladder = window.session().ladder().zoomProperty().get();
            turn(window, ".ladder-cell");
            assertThat(zoom(window)).isEqualTo(1.15);
            assertThat(window.session().ladder().zoomProperty().get()).isGreaterThan(ladder);
        }
    }

    private static void turn(WindowUnderTest window, String query) {
        window.act(() -> Event.fireEvent(
                window.root().lookup(query),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        1,
                        1,
                        1,
                        1,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        0,
                        40,
                        0,
                        40,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
    }

    @Test
    void aLadderGrowsWithAllLettersAndBesidesByItself() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.settleCalls();
            double label = size(window, ".ladder-label");
            window.act(window.session().textSize()::larger);
            double larger = window.session().textSize().zoomProperty().get();
            assertThat(size(window, ".ladder-label")).isEqualTo(label * larger, within(0.1));

            window.act(window.session().ladder()::zoomIn);
            assertThat(size(window, ".ladder-label")).isGreaterThan(label * larger);
        }
    }
}
