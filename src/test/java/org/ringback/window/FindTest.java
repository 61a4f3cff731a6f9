package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.PseudoFiles;
import org.ringback.settings.Settings;
import org.ringback.window.text.Folding;
import org.ringback.window.text.Range;

/** Words are found on the page that is read, counted and gone through. */
class FindTest {

    private static Settings at(String language, String section) {
        return new Settings(language, "light", section, 486, 486, 600, null);
    }

    private static String count(WindowUnderTest window) {
        return window.find(".find-count", Label.class).getText();
    }

    private static Node bar(WindowUnderTest window) {
        return window.find(".find-bar", Node.class);
    }

    @Test
    void hitsAreCountedAndGoneThroughInARing() {
        try (var window = WindowUnderTest.open(at("en", "handbook"))) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("dnd");
            assertThat(count(window)).isEqualTo("1 of 6");
            window.press(KeyCode.ENTER);
            assertThat(count(window)).isEqualTo("2 of 6");
            window.press(KeyCode.SHIFT, KeyCode.ENTER);
            window.press(KeyCode.SHIFT, KeyCode.ENTER);
            assertThat(count(window)).isEqualTo("6 of 6");
            assertThat(window.find(".page-scroll", ScrollPane.class).getVvalue())
                    .as("the last one is below what was in sight")
                    .isPositive();
        }
    }

    @Test
    void afterTheSearchTheLastHitIsChosenAndThePageHasTheKeyboard() {
        try (var window = WindowUnderTest.open(at("en", "comparison"))) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("busy everyw");
            window.press(KeyCode.ESCAPE);
            assertThat(bar(window).isVisible()).isFalse();
            assertThat(window.focused()).isInstanceOf(ScrollPane.class);
            window.press(KeyCode.CONTROL, KeyCode.C);
            assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo("Busy Everyw");
        }
    }

    @Test
    void whatIsChosenIsSearched() {
        try (var window = WindowUnderTest.open(at("en", "handbook"))) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("DND");
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTROL, KeyCode.F);
            assertThat(window.find(".find-words", TextField.class).getText()).isEqualTo("DND");
            assertThat(count(window)).isEqualTo("1 of 6");
        }
    }

    @Test
    void whatStandsNowhereIsSaid() {
        try (var window = WindowUnderTest.open(at("en", "handbook"))) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("zzz");
            assertThat(count(window)).isEqualTo("Nothing found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "id"})
    void whatIsSaidIsWholeBesideANarrowPage(String language) {
        try (var window = WindowUnderTest.open(at(language, "calls"), 900, 600)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            CallsSection.open(window, 503);
            window.act(window.find(".call-side .page-scroll", ScrollPane.class)::requestFocus);
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("zzz");
            Node drawn = window.onFx(
                    () -> window.find(".call-side .find-count", Label.class).lookup(".text"));
            String said = window.find(".call-side .find-count", Label.class).getText();
            assertThat(((Text) drawn).getText()).isEqualTo(said).isNotEmpty();
        }
    }

    @Test
    void anotherPageIsSearchedForTheSame() {
        try (var window = WindowUnderTest.open(at("en", "handbook"))) {
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("dnd");
            window.act(() -> window.session().open(480));
            assertThat(count(window)).startsWith("0 of ");
            window.press(KeyCode.ENTER);
            assertThat(count(window)).startsWith("1 of ");
        }
    }

    @Test
    void aTextInPiecesIsFoundAsOne() {
        try (var window = WindowUnderTest.open(at(PseudoFiles.ARABIC, "handbook"), WindowUnderTest.ARABIC, 990, 900)) {
            String words = window.onFx(() -> VisibleTexts.of(window.root().lookup(".lead")));
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.act(() -> window.find(".find-words", TextField.class).setText(words.substring(0, 30)));
            assertThat(count(window)).startsWith("1 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VIA, a via b, 2, 5",
        "a b, x a\u00a0b, 2, 5",
        "holder, place\u00adhol\u00adder, 6, 13",
        "все, Всё, 0, 3",
        "tel, T\u00e9l., 0, 3",
        "486, \u2066486\u2069., 1, 5",
    })
    void signsAccentsAndCaseDoNotCount(String typed, String text, int from, int to) {
        assertThat(Folding.find(Folding.of(typed), text)).isEqualTo(List.of(new Range(from, to)));
    }
}
