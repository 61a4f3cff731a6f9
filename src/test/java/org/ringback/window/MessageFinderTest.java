package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.session.MessageSearch;

/** Words are found in all messages from the section of calls, and lead to the message that has them. */
class MessageFinderTest {

    private static Node finder(WindowUnderTest window) {
        return window.find(".message-finder", Node.class);
    }

    @Test
    void whatIsTypedIsFoundAndOpened() {
        try (var window = CallsSection.withSample()) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
            window.type("unauthorized");
            window.settleCalls();
            ListView<?> hits = window.find(".found-messages", ListView.class);
            assertThat(window.onFx(() -> ((Label) finder(window).lookup(".find-count")).getText()))
                    .isEqualTo("Messages: " + hits.getItems().size());
            window.press(KeyCode.DOWN);
            window.settleCalls();

            var hit = (MessageSearch.Hit) hits.getItems().getFirst();
            var open = window.session().calls().openProperty().get();
            assertThat(open.row()).isEqualTo(hit.row());
            assertThat(VisibleTexts.of(window.find(".message-title", Node.class)))
                    .isEqualTo(hit.message().name());
        }
    }

    @Test
    void escapeEndsTheSearchAndLeadsBackToTheList() {
        try (var window = CallsSection.withSample()) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
            window.type("via");
            window.press(KeyCode.ESCAPE);
            window.settleCalls();
            assertThat(finder(window).isVisible()).isFalse();
            assertThat(window.session().messageSearch().resultProperty().get().hits())
                    .isEmpty();
            assertThat(window.focused()).isSameAs(CallsSection.table(window));
        }
    }

    @Test
    void whatStandsInNoMessageIsSaid() {
        try (var window = CallsSection.withSample()) {
            window.click(".find-messages-button");
            window.type("zzz");
            window.settleCalls();
            assertThat(window.onFx(() -> ((Label) finder(window).lookup(".find-count")).getText()))
                    .isEqualTo("No message has this.");
        }
    }

    @Test
    void wordsThatAreInNoRowAreLookedForInTheMessages() {
        try (var window = CallsSection.withSample()) {
            window.type("unauthorized");
            window.settleCalls();
            assertThat(CallsSection.codes(window)).isEmpty();
            window.click(".look-in-messages");
            window.settleCalls();
            ListView<?> found = window.find(".found-messages", ListView.class);
            assertThat(found.getItems()).isNotEmpty();
        }
    }
}
