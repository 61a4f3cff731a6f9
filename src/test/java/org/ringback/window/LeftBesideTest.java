package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.ringback.session.Section;
import org.ringback.window.message.MessageView;

/** What is chosen in one place brings back what belongs to it, and what was typed in one section stays there. */
class LeftBesideTest {

    @Test
    void aClickOnTheArrowThatIsChosenAlreadyBringsItsMessageBack() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.click(".ladder-cell");
            assertThat(Hands.all(".message-view", MessageView.class)).isNotEmpty();
            window.click("What went wrong");
            assertThat(Hands.all(".message-view", MessageView.class)).isEmpty();
            window.click(".ladder-cell");
            assertThat(Hands.all(".message-view", MessageView.class)).isNotEmpty();
        }
    }

    @Test
    void aQueryStaysInTheHandbook() {
        try (var window = CallsSection.withSample()) {
            TextField field = window.find(".search", TextField.class);
            window.act(() -> window.session().search("busy"));
            assertThat(field.getText()).isEqualTo("busy");
            window.act(() -> window.session().sectionProperty().set(Section.CALLS));
            assertThat(field.getText()).isEmpty();
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            window.act(() -> window.session().sectionProperty().set(Section.HANDBOOK));
            assertThat(field.getText()).isEqualTo("busy");
        }
    }
}
