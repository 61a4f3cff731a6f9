package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.session.Section;
import org.ringback.window.message.MessageView;

/** The open call takes the whole window, gives it back, and is closed; and what was left beside it does not come along. */
class CallAloneTest {

    @Test
    void aCallIsShownAloneAndEscapeBringsTheListBack() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.click(".call-alone");
            assertThat(window.find(".calls-split", SplitPane.class).getItems()).hasSize(1);
            assertThat(window.root().lookup(".calls-toolbar").getParent().isVisible()).isFalse();
            window.act(() -> window.find(".ladder-list", ListView.class).requestFocus());
            window.press(KeyCode.ESCAPE);
            assertThat(window.find(".calls-split", SplitPane.class).getItems()).hasSize(2);
            assertThat(window.focused()).isEqualTo(CallsSection.table(window));
            assertThat(window.session().calls().openProperty().get()).isNotNull();
        }
    }

    @Test
    void aClosedCallLeavesTheListAlone() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 486);
            window.click(".call-alone");
            window.click(".close-call");
            assertThat(window.session().calls().openProperty().get()).isNull();
            assertThat(window.find(".calls-split", SplitPane.class).getItems())
                    .containsExactly(CallsSection.table(window));
            assertThat(window.root().lookup(".calls-toolbar").getParent().isVisible()).isTrue();
        }
    }

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
