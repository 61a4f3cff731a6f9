package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.ringback.settings.Settings;

/** Reading pages: links to other codes, the way back, and addresses that open on a click only. */
class HandbookTest {

    private static Settings at(int code) {
        return new Settings("en", "light", "handbook", code, 486, 600, null);
    }

    @Test
    void aRelatedCodeOpensAndTheWayBackAndForwardWorks() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> scroll(window).setVvalue(1));
            window.click(".related");
            assertThat(code(window)).isEqualTo(600);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(code(window)).isEqualTo(486);
            window.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(code(window)).isEqualTo(600);
        }
    }

    @Test
    void theMousesOwnButtonsLeadBackAndForwardFromAnywhere() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> window.session().open(600));
            press(window, MouseButton.BACK);
            assertThat(code(window)).isEqualTo(486);
            press(window, MouseButton.FORWARD);
            assertThat(code(window)).isEqualTo(600);
            press(window, MouseButton.MIDDLE);
            assertThat(code(window)).isEqualTo(600);
        }
    }

    private static void press(WindowUnderTest window, MouseButton button) {
        window.act(() -> Event.fireEvent(
                scroll(window),
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        1,
                        1,
                        1,
                        1,
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null)));
    }

    @Test
    void whatIsNoCodeIsAnsweredAboveTheListByALink() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> window.session().search("560504"));
            window.click(window.find(".picker-aside-links .hyperlink", Hyperlink.class));
            assertThat(code(window)).isEqualTo(504);
        }
    }

    @Test
    void aHitThatIsNotObviousSaysWhyItIsThere() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> window.session().search("fr_timer"));
            List<List<String>> reasons = window.onFx(() -> window.root().lookupAll(".picker-why").stream()
                    .map(why -> ((TextFlow) why)
                            .getChildren().stream()
                                    .map(part -> ((Text) part).getText())
                                    .toList())
                    .toList());
            assertThat(reasons)
                    .as("one begins near the words and sets them apart")
                    .anySatisfy(reason -> assertThat(reason)
                            .startsWith("fix: \u2026\u00a0the proxy (in Kamailio ", "fr")
                            .contains("timer"));
        }
    }

    @Test
    void anRfcOpensInTheBrowserOnAClickAndNotBefore() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> scroll(window).setVvalue(1));
            assertThat(window.opened()).isEmpty();
            window.click(section(window));
            assertThat(window.opened()).containsExactly("https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24");
        }
    }

    @Test
    void anAddressCanBeTakenWhereNoBrowserComesUp() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> scroll(window).setVvalue(1));
            window.click(section(window));
            window.click("Copy the link");
            assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo("https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24");
        }
    }

    @Test
    void keysTurnThePageFromOneOfItsLinks() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> {
                scroll(window).setVvalue(1);
                window.root().lookup(".page .hyperlink").requestFocus();
            });
            window.press(KeyCode.HOME);
            assertThat(scroll(window).getVvalue()).isZero();
            window.press(KeyCode.PAGE_DOWN);
            assertThat(scroll(window).getVvalue()).isPositive().isLessThan(1);
            window.press(KeyCode.END);
            assertThat(scroll(window).getVvalue()).isOne();
            window.press(KeyCode.SPACE);
            assertThat(window.opened()).as("on a link the space bar follows it").hasSize(1);
        }
    }

    @Test
    void anUnregisteredCodeSaysSo() {
        try (var window = WindowUnderTest.open(at(477))) {
            assertThat(VisibleTexts.in(window.roots())).contains("Not registered with IANA");
        }
    }

    @Test
    void goodNewsTellsWhatToDoWhenItIsASymptom() {
        try (var window = WindowUnderTest.open(at(183))) {
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("If it is a symptom")
                    .doesNotContain("How to fix it");
        }
    }

    @Test
    void thePageIsReadWithTheKeyboardAlone() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> scroll(window).requestFocus());
            window.press(KeyCode.PAGE_DOWN);
            assertThat(scroll(window).isFocusTraversable()).isTrue();
            assertThat(scroll(window).getVvalue()).isPositive();
        }
    }

    @Test
    void aNewPageBeginsAtItsTop() {
        try (var window = WindowUnderTest.open(at(486))) {
            window.act(() -> scroll(window).setVvalue(1));
            window.act(() -> window.session().open(503));
            assertThat(scroll(window).getVvalue()).isZero();
        }
    }

    @Test
    void theFocusTravelsThroughThePageWithTab() {
        try (var window = WindowUnderTest.open(at(486))) {
            Node start = window.focused();
            boolean reachedALink = false;
            for (int i = 0; i < 40 && !reachedALink; i++) {
                window.press(KeyCode.TAB);
                reachedALink = window.focused() instanceof Hyperlink;
            }
            assertThat(reachedALink).as("Tab reaches the links of the page").isTrue();
            window.press(KeyCode.ENTER);
            assertThat(window.opened()).hasSize(1);
            assertThat(start).isNotNull();
        }
    }

    private static int code(WindowUnderTest window) {
        return window.session().handbook().codeProperty().get();
    }

    /** The link to a section; the one before it leads to the whole document. */
    private static Hyperlink section(WindowUnderTest window) {
        return window.onFx(() -> window.root().lookupAll(".page .links .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> !link.getStyleClass().contains("document"))
                .findFirst()
                .orElseThrow());
    }

    private static ScrollPane scroll(WindowUnderTest window) {
        return window.find(".page-scroll", ScrollPane.class);
    }
}
