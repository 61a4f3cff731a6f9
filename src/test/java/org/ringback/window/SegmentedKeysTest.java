package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.handbook.CodeClass;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.window.message.MessageView;

/** In a row of buttons an arrow key chooses what it shows as chosen, and the keyboard stays in the row. */
class SegmentedKeysTest {

    @Test
    void theClassFilterFollowsArrowKeys() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            focus(window, ".class-filter", 0);
            window.press(KeyCode.RIGHT);
            window.press(KeyCode.RIGHT);
            assertThat(window.session().picker().classFilterProperty().get()).isEqualTo(CodeClass.SUCCESS);
            assertThat(chosen(window, ".class-filter")).containsExactly("2xx");
            assertThat(((ToggleButton) window.focused()).isFocusVisible()).isTrue();
            window.press(KeyCode.SPACE);
            assertThat(window.session().picker().classFilterProperty().get()).isNull();
            assertThat(chosen(window, ".class-filter")).containsExactly("All");
        }
    }

    @Test
    void theFilterOfAChooserFollowsArrowKeysToo() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.click(".code-chooser");
            focus(window, ".chooser .class-filter", 7);
            window.press(KeyCode.LEFT);
            assertThat(Hands.all(".chooser .code-cell .badge", Node.class)).isNotEmpty();
            assertThat(chosen(window, ".chooser .class-filter")).containsExactly("6xx");
        }
    }

    @Test
    void theSectionsFollowArrowKeysAndKeepTheKeyboard() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            focus(window, ".sections", 0);
            window.press(KeyCode.RIGHT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
            window.press(KeyCode.RIGHT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            assertThat(chosen(window, ".sections")).containsExactly("Calls");
            window.press(KeyCode.LEFT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
            assertThat(chosen(window, ".sections")).containsExactly("Comparison");
        }
    }

    @Test
    void whatStandsBesideTheLadderFollowsArrowKeys() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            focus(window, ".side-choice", 0);
            window.press(KeyCode.RIGHT);
            assertThat(window.find(".message-view", MessageView.class).isVisible())
                    .isTrue();
            assertThat(chosen(window, ".side-choice")).containsExactly("Message");
        }
    }

    private static void focus(WindowUnderTest window, String row, int button) {
        window.act(() -> buttons(row).get(button).requestFocus());
    }

    private static List<String> chosen(WindowUnderTest window, String row) {
        return window.onFx(() -> buttons(row).stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList());
    }

    private static List<ToggleButton> buttons(String row) {
        return Hands.all(row + " .toggle-button", ToggleButton.class);
    }
}
