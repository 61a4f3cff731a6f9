package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.ringback.settings.Settings;
import org.ringback.window.kit.Wordings;

/** Of several wordings the first that fits is shown, and none is cut. */
class WordingsTest {

    @Test
    void lessIsSaidWhereThereIsLessRoom() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            var wordings = new Wordings("muted");
            window.act(() -> {
                wordings.say("Shown: 10 of 10   SIP messages: 40", "Shown: 10 of 10");
                ((StackPane) window.root()).getChildren().add(wordings);
            });
            assertThat(shown(window, wordings, 400)).containsExactly("Shown: 10 of 10   SIP messages: 40");
            assertThat(shown(window, wordings, 150)).containsExactly("Shown: 10 of 10");
            assertThat(shown(window, wordings, 20)).isEmpty();
        }
    }

    private static List<String> shown(WindowUnderTest window, Wordings wordings, double width) {
        window.act(() -> wordings.setMaxWidth(width));
        window.settle();
        return window.onFx(() -> wordings.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList());
    }
}
