package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.ringback.session.OpenCall;
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

    /** Nothing on the card of a header can have the keyboard; the call behind it is not left with it. */
    @Test
    void escapeClosesTheCardAndNothingElse() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 503);
            window.act(() -> {
                OpenCall open = window.session().calls().openProperty().get().call();
                open.selectedProperty().set(open.call().messages().getFirst());
            });
            window.click("Message");
            ListView<?> lines = window.find(".message-lines", ListView.class);
            window.act(() -> {
                lines.requestFocus();
                lines.getSelectionModel().clearAndSelect(1);
            });
            window.press(KeyCode.ENTER);
            assertThat(Hands.all(".explanation", Region.class)).hasSize(1);

            window.press(KeyCode.ESCAPE);

            assertThat(Hands.all(".explanation", Region.class)).isEmpty();
            assertThat(window.session().calls().openProperty().get()).isNotNull();
        }
    }

    /** Where no window can be seen through, a shadow is a white frame; and it would take the clicks around the card. */
    @Test
    void aCardHasNoShadow() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.press(KeyCode.F1);

            Region card = window.find(".popover", Region.class);
            assertThat(card.getEffect()).isNull();
            assertThat(card.lookup(".border").getEffect()).isNull();
        }
    }

    @Test
    void aMenuHasAShadowOnlyWhereAWindowCanBeSeenThrough() {
        boolean through = Hands.onFx(() -> Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.click(".languages");

            assertThat(window.find(".context-menu", Region.class).getEffect() != null)
                    .isEqualTo(through);
        }
    }
}
