package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.settings.Settings;

/** A card that opens beside a control keeps nobody from what lies around it. */
class CardTest {

    @Test
    void aClickBesideACardClosesItAndDoesWhatItIsFor() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.press(KeyCode.F1);
            assertThat(Hands.all(".keys .key", Label.class))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(key.getWidth()).isGreaterThanOrEqualTo(key.prefWidth(-1)));
            window.click(".languages");
            assertThat(Hands.all(".keys .key", Label.class)).isEmpty();
            assertThat(window.find(".languages", MenuButton.class).isShowing()).isTrue();
        }
    }
}
