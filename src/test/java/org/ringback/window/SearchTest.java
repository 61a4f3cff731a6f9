package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.answers.Library;
import org.ringback.handbook.Entry;
import org.ringback.language.ProgramFiles;
import org.ringback.session.Section;
import org.ringback.settings.Settings;

/** Finding a code by typing, with the keyboard alone. */
class SearchTest {

    /** A number or a Call-ID is no question to the handbook. */
    @Test
    void aNumberLeadsToTheOpenCallsThatHaveIt() {
        try (var window = CallsSection.withSample()) {
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.type("+12025550188");
            window.click("Only calls with +12025550188");
            window.settleCalls();
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            assertThat(window.onFx(() -> CallsSection.table(window).getItems().size()))
                    .isEqualTo(2);

            window.press(KeyCode.CONTROL, KeyCode.K);
            window.type("486");
            assertThat(VisibleTexts.in(window.roots())).doesNotContain("Only calls with 486");
        }
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("+12025550188");
            assertThat(VisibleTexts.in(window.roots())).doesNotContain("Only calls with +12025550188");
        }
    }

    @Test
    void typingNarrowsTheListAndEnterOpensTheBestCode() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("wrong pass");
            assertThat(shown(window)).startsWith(401).contains(407, 403);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertThat(openCode(window)).isEqualTo(shown(window).get(1));
        }
    }

    @Test
    void controlEnterTakesTheCodeAsTheSecondToCompare() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("486");
            window.press(KeyCode.ENTER);
            window.act(() -> window.find(".search", TextField.class).clear());
            window.type("600");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);

            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
            assertThat(window.session().comparison().leftProperty().get()).isEqualTo(486);
            assertThat(window.session().comparison().rightProperty().get()).isEqualTo(600);
        }
    }

    @Test
    void slashAndControlKLeadToTheSearchFieldFromAnywhere() {
        try (var window = WindowUnderTest.open(new Settings("en", "light", "comparison", 486, 486, 600, null))) {
            window.act(() -> window.find(".swap", Node.class).requestFocus());
            window.type("/");
            assertThat(window.focused()).isEqualTo(window.find(".search", TextField.class));
            assertThat(window.find(".search", TextField.class).getText()).isEmpty();

            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.act(() -> window.find(".swap", Node.class).requestFocus());
            window.press(KeyCode.CONTROL, KeyCode.K);
            assertThat(window.focused()).isEqualTo(window.find(".search", TextField.class));
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
        }
    }

    @Test
    void aSlashInTheSearchFieldIsASlash() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("call/trans");
            assertThat(window.find(".search", TextField.class).getText()).isEqualTo("call/trans");
            assertThat(shown(window)).startsWith(481);
        }
    }

    @Test
    void escapeClearsTheSearch() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("busy");
            window.press(KeyCode.ESCAPE);
            assertThat(shown(window)).hasSize(95);
        }
    }

    @Test
    void theClassFilterNarrowsAndASecondPressShowsAllAgain() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.click("6xx");
            assertThat(shown(window)).containsExactly(600, 603, 604, 606, 607, 608, 687);
            window.type("decl");
            assertThat(shown(window)).startsWith(603);
            window.press(KeyCode.ESCAPE);
            window.click("6xx");
            assertThat(shown(window)).hasSize(95);
        }
    }

    @Test
    void aSearchWithoutAHitSaysWhatToTry() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("qqqqzzzz");
            window.settleCalls();
            assertThat(shown(window)).isEmpty();
            assertThat(VisibleTexts.in(window.roots())).contains("Nothing found");
        }
    }

    @Test
    void aWindowThatNobodySearchesReadsNoOtherLanguage() throws InterruptedException {
        var library = new Library(new ProgramFiles());
        try (var window = WindowUnderTest.open(Settings.DEFAULTS, library, 990, 900)) {
            assertThat(window.focused()).isEqualTo(window.find(".search", TextField.class));
            // Longer than the field waits before its own language is prepared.
            Thread.sleep(600);
            assertThat(window.session().picker().workingProperty().get()).isZero();
            assertThat(window.session().answers().get().otherLanguagesPrepared())
                    .isFalse();

            window.type("занято");
            window.settleCalls();
            assertThat(shown(window)).startsWith(486);
        }
    }

    @Test
    void whileOtherLanguagesAreReadTheListSaysSo() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS, new Library(new ProgramFiles()), 990, 900)) {
            var list = window.find(".code-picker .list-view", ListView.class);
            // Within one step of the toolkit nothing that goes on beside can end.
            String meanwhile = window.onFx(() -> {
                window.session().picker().queryProperty().set("qqqqzzzz");
                return title(list);
            });
            assertThat(meanwhile).startsWith("Looking in the other languages");

            window.settleCalls();
            assertThat(window.onFx(() -> title(list))).isEqualTo("Nothing found");
        }
    }

    private static String title(ListView<?> list) {
        return ((Label) ((Parent) list.getPlaceholder())
                        .getChildrenUnmodifiable()
                        .getFirst())
                .getText();
    }

    @Test
    void typingFromTheComparisonLeadsToTheResults() {
        try (var window = WindowUnderTest.open(new Settings("en", "light", "comparison", 486, 486, 600, null))) {
            window.type("busy");
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(shown(window)).startsWith(486, 600);
        }
    }

    @Test
    void arrowsAndEnterWorkInTheListItself() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.act(() -> {
                list(window).requestFocus();
                list(window).getSelectionModel().selectFirst();
            });
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertThat(openCode(window)).isEqualTo(180);
        }
    }

    @Test
    void aClickBelowTheLastResultOpensNothing() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.click("2xx");
            window.click(list(window));
            assertThat(openCode(window)).isEqualTo(486);
        }
    }

    @Test
    void aClickOnAResultOpensIt() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.type("busy");
            window.click("Busy Everywhere");
            assertThat(openCode(window)).isEqualTo(600);
        }
    }

    private static int openCode(WindowUnderTest window) {
        return window.session().handbook().codeProperty().get();
    }

    @SuppressWarnings("unchecked")
    private static ListView<Entry> list(WindowUnderTest window) {
        return window.find(".list-view", ListView.class);
    }

    private static List<Integer> shown(WindowUnderTest window) {
        return window.onFx(
                () -> list(window).getItems().stream().map(Entry::number).toList());
    }
}
