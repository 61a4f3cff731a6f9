package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.session.Section;
import org.ringback.settings.Settings;

/** The way from the start to a comparison and back with no mouse at all. */
class KeyboardTest {

    @Test
    void aSearchLeadsToThePageTheComparisonAndBack() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("declin");
            window.press(KeyCode.ENTER);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(603);
            window.type("unwanted");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
            assertThat(window.session().comparison().rightProperty().get()).isEqualTo(607);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(603);
        }
    }

    @Test
    void enterPutsTheKeyboardOnThePageAndPageDownReadsOn() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("503");
            window.press(KeyCode.ENTER);
            assertThat(window.focused()).isInstanceOf(ScrollPane.class);
            window.press(KeyCode.PAGE_DOWN);
            var scroll = window.find(".page-scroll", ScrollPane.class);
            double hidden = scroll.getContent().getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
            assertThat(scroll.getVvalue() * hidden)
                    .as("a screenful, but for a line or two")
                    .isBetween(
                            0.8 * scroll.getViewportBounds().getHeight(),
                            scroll.getViewportBounds().getHeight());
        }
    }

    @Test
    void theComparisonIsReadWithTheKeyboardToo() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.press(KeyCode.PAGE_DOWN);
            assertThat(window.find(".page-scroll", ScrollPane.class).getVvalue())
                    .isPositive();
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
        }
    }

    @Test
    void anEmptiedSearchMarksTheOpenCodeAgain() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("busy");
            window.press(KeyCode.ESCAPE);
            Object selected = window.onFx(() -> window.find(".list-view", ListView.class)
                    .getSelectionModel()
                    .getSelectedItem());
            assertThat(selected).isEqualTo(window.session().openPage());
        }
    }
}
