package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.ringback.session.CallFilter;
import org.ringback.settings.Settings;
import org.ringback.window.text.WrappedText;

/** Calls in numbers: counted when asked for, and each bar narrows the list. */
class StatisticsTest {

    private static List<Node> inCard(WindowUnderTest window, String query) {
        return window.onFx(() -> window.roots().stream()
                .flatMap(root -> root.lookupAll(query).stream())
                .toList());
    }

    @Test
    void aBarNarrowsTheListToItsCalls() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.drop(Path.of("resources/sample/sample.pcap"));
            window.settleCalls();
            window.act(() -> ((Button) window.root().lookup(".statistics-button")).fire());
            window.settleCalls();

            assertThat(inCard(window, ".statistics .wrapped-text"))
                    .extracting(text -> ((WrappedText) text).getText())
                    .anyMatch(text -> text.startsWith("Calls: 8. Answered: 2. Failed: 5."));
            Button busy = inCard(window, "Button.statistics-name").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals("486 Busy Here"))
                    .findFirst()
                    .orElseThrow();
            window.act(busy::fire);

            assertThat(window.session().calls().filterProperty().get())
                    .isEqualTo(CallFilter.USUAL.withCodes(Set.of(486)));
            assertThat(inCard(window, ".statistics")).isEmpty();
        }
    }
}
