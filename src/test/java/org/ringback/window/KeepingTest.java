package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.IN_CALLS;
import static org.ringback.window.CallsSection.capture;
import static org.ringback.window.CallsSection.codes;
import static org.ringback.window.CallsSection.leg;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.CallsSection.withSample;
import static org.ringback.window.SharedFromWindow.toast;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.reading.CaptureSource;
import org.ringback.session.Section;

/** Nothing that is open gets lost by a slip of the hand. */
class KeepingTest {

    private static final Path REFUSED = capture("gen-refused.pcap");
    private static final Path CANCELED = capture("gen-cancelled.pcap");

    private static WindowUnderTest with(Path file) {
        var window = WindowUnderTest.open(IN_CALLS);
        window.drop(file);
        window.settleCalls();
        return window;
    }

    private static List<Path> open(WindowUnderTest window) {
        return ((CaptureSource.Files)
                        window.session().calls().capture().sourceProperty().get())
                .files();
    }

    private static void paste(WindowUnderTest window, String text) {
        window.act(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.settleCalls();
    }

    @Test
    void filesThatAreDroppedOnCallsJoinThemOrTakeTheirPlaceAsTheUserSays() {
        try (var window = with(REFUSED)) {
            window.drop(CANCELED);
            assertThat(VisibleTexts.in(window.roots())).contains("What to do with gen-cancelled.pcap?");
            assertThat(open(window)).containsExactly(REFUSED);
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(open(window)).containsExactly(REFUSED, CANCELED);
            assertThat(window.root().lookup(".ways-in")).isNull();
            assertThat(window.focused()).isSameAs(table(window));

            window.drop(CANCELED);
            window.press(KeyCode.TAB);
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(open(window)).containsExactly(CANCELED);

            window.drop(REFUSED);
            window.press(KeyCode.ESCAPE);
            window.settleCalls();
            assertThat(window.root().lookup(".ways-in")).isNull();
            assertThat(open(window)).containsExactly(CANCELED);
        }
    }

    @Test
    void theMenuAddsFilesAndTheToastTakesThemAway() {
        try (var window = with(REFUSED)) {
            window.openFiles(CANCELED);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
            window.settleCalls();
            assertThat(open(window)).containsExactly(REFUSED, CANCELED);
            assertThat(toast(window)).isEqualTo("Added. Open now: gen-refused.pcap and 1 more");
            window.click(".toast-action");
            window.settleCalls();
            assertThat(open(window)).containsExactly(REFUSED);
        }
    }

    @Test
    void aPasteThatHoldsNoCallTellsSoAndLeavesEverythingAsItIs() {
        try (var window = withSample()) {
            List<Integer> before = codes(window);
            window.act(() -> window.session().sectionProperty().set(Section.COMPARISON));
            paste(window, "hello\nworld");
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
            assertThat(toast(window)).contains("Pasted text").contains("stay");
            window.act(() -> window.session().sectionProperty().set(Section.CALLS));
            assertThat(codes(window)).isNotEmpty().isEqualTo(before);
        }
    }

    @Test
    void aPastedStatusLineIsLookedUpFromAnyPage() {
        try (var window = withSample()) {
            paste(window, "SIP/2.0 488 Not Acceptable Here\r\n");
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.session().picker().found().getFirst().number()).isEqualTo(488);
            window.act(() -> window.session().sectionProperty().set(Section.CALLS));
            assertThat(codes(window)).isNotEmpty();
        }
    }

    @Test
    void undoPutsSeparatedLegsAndHiddenColumnsBack() {
        try (var window = withSample()) {
            var trunk = leg(window);
            window.act(() -> window.session().calls().unlink(trunk));
            window.settleCalls();
            window.act(() -> window.session().calls().open(trunk));
            window.settleCalls();
            assertThat(VisibleTexts.in(window.roots())).contains("Separated from this call");
            Node offer = window.root().lookup(".toast-action");
            assertThat(((Button) offer).getText()).startsWith("Undo");
            var column = table(window).getColumns().getFirst();
            window.act(() -> column.setVisible(false));
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(column.isVisible()).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.settleCalls();
            assertThat(window.session().calls().legs().link(trunk)).isPresent();
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(toast(window)).isEqualTo("There is nothing to undo.");
        }
    }

    @Test
    void theListOfWhatWasOpenedIsForgottenAtAClick() {
        try (var window = with(REFUSED)) {
            window.act(() -> window.session().calls().close());
            assertThat(window.root().lookupAll(".recent-file")).hasSize(1);
            window.click(".forget-recent");
            assertThat(window.root().lookupAll(".recent-file")).isEmpty();
            assertThat(window.session().remembered().getValue().calls().recent())
                    .isEmpty();
        }
    }
}
