package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.call.Message;
import org.ringback.ladder.Calls;
import org.ringback.ladder.Column;
import org.ringback.ladder.TimeMode;

/** The ladder under the keys of a user. */
class LadderKeysTest {

    @Test
    void arrowKeysSelectMessages() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            window.press(KeyCode.DOWN);
            assertThat(window.selected()).isZero();
            window.press(KeyCode.DOWN);
            Message selected =
                    window.onFx(() -> window.model().call().selectedProperty().get());
            assertThat(window.ladder().lineOf(selected))
                    .isEqualTo(window.selected())
                    .isPositive();
            window.press(KeyCode.END);
            assertThat(window.selected()).isEqualTo(window.ladder().rows().size() - 1);
            window.press(KeyCode.HOME);
            assertThat(window.selected()).isZero();
        }
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
}
