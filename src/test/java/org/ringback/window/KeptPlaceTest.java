package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.call.Message;
import org.ringback.session.CallRow;
import org.ringback.session.OpenCall;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;
import org.ringback.window.kit.PageScroll;

/** Whoever switches the language goes on reading where she was. */
class KeptPlaceTest {

    private static WindowUnderTest open(String section, double width) {
        var settings = new Settings("en", "light", section, 401, 401, 407, null);
        return WindowUnderTest.open(settings, width, 700);
    }

    private static void speak(WindowUnderTest window, String tag) {
        window.act(() -> window.session().languages().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .ifPresent(window.session()::speak));
        window.settle();
    }

    private static PageScroll scroll(WindowUnderTest window) {
        return window.find(".page-scroll", PageScroll.class);
    }

    private static void scrollTo(WindowUnderTest window, double share) {
        window.act(() -> scroll(window).setVvalue(share));
    }

    /**
     * What stands at the top of the view.
     *
     * @param number of the part of the page, counted from 0
     * @param inside how much of it is above, 0 to 1
     */
    private record Top(int number, double inside) {}

    private static Top top(WindowUnderTest window) {
        return window.onFx(() -> {
            List<Node> parts = ((Pane) scroll(window).getContent()).getChildren();
            double view = scroll(window).localToScene(0, 0).getY();
            for (Node part : parts) {
                var place = part.localToScene(part.getBoundsInLocal());
                if (place.getMaxY() > view) {
                    return new Top(parts.indexOf(part), Math.max(0, (view - place.getMinY()) / place.getHeight()));
                }
            }
            throw new AssertionError("nothing is in sight");
        });
    }

    private static double y(WindowUnderTest window) {
        return window.onFx(() -> scroll(window).getVvalue()
                * (scroll(window).getContent().getLayoutBounds().getHeight()
                        - scroll(window).getViewportBounds().getHeight()));
    }

    @ParameterizedTest
    @CsvSource({"handbook,990", "handbook,560", "comparison,990", "comparison,560"})
    void theBlockAtTheTopStaysThere(String section, double width) {
        try (var window = open(section, width)) {
            for (double share : new double[] {0.25, 0.5, 0.75}) {
                scrollTo(window, share);
                Top before = top(window);
                double y = y(window);
                speak(window, "ru");
                assertThat(top(window).number()).as("in Russian").isEqualTo(before.number());
                assertThat(top(window).inside()).isCloseTo(before.inside(), within(0.12));
                speak(window, "en");
                assertThat(top(window).number()).as("in English again").isEqualTo(before.number());
                assertThat(y(window)).isCloseTo(y, within(40.0));
            }
        }
    }

    @Test
    void aPageThatIsReadFromItsTopStaysAtItsTopAndAnotherOneBeginsThere() {
        try (var window = open("handbook", 990)) {
            speak(window, "ru");
            assertThat(scroll(window).getVvalue()).isZero();
            scrollTo(window, 0.5);
            window.act(() -> window.session().open(486));
            assertThat(scroll(window).getVvalue()).isZero();
        }
    }

    @Test
    void aPageOutOfSightKeepsItsPlaceToo() {
        try (var window = open("comparison", 990)) {
            scrollTo(window, 0.5);
            Top before = top(window);
            window.act(() -> window.session().sectionProperty().set(Section.HANDBOOK));
            speak(window, "ru");
            speak(window, "en");
            speak(window, "ru");
            window.act(() -> window.session().sectionProperty().set(Section.COMPARISON));
            assertThat(top(window).number()).isEqualTo(before.number());
            assertThat(top(window).inside()).isCloseTo(before.inside(), within(0.12));
        }
    }

    private static WindowUnderTest withCall(String callId) {
        var window = open("calls", 1180);
        window.act(() -> window.session().openSample());
        window.settleCalls();
        window.act(() -> window.session().calls().open(row(window, callId)));
        window.settleCalls();
        return window;
    }

    private static CallRow row(WindowUnderTest window, String callId) {
        return window.find(".calls-table", CallsTable.class).getItems().stream()
                .filter(row -> row.call().callId().startsWith(callId))
                .findFirst()
                .orElseThrow();
    }

    private static OpenCall call(WindowUnderTest window) {
        return window.session().calls().openProperty().get().call();
    }

    @Test
    void theFindingsStayWhereTheyAreReadAndAnotherCallBeginsAtItsTop() {
        try (var window = withCall("gave-up")) {
            scrollTo(window, 0.6);
            Top before = top(window);
            speak(window, "ru");
            assertThat(top(window).number()).isEqualTo(before.number());
            assertThat(top(window).inside()).isCloseTo(before.inside(), within(0.12));
            window.act(() -> window.session().calls().open(row(window, "busy")));
            window.settleCalls();
            assertThat(scroll(window).getVvalue()).isZero();
        }
    }

    @Test
    void whileACallIsBeingOpenedTheOneBeforeStaysWholeInEveryLanguage() {
        try (var window = withCall("gave-up")) {
            var before = call(window);
            String heading = heading(window);
            window.act(() -> {
                window.session().calls().open(row(window, "busy"));
                window.session().languages().stream()
                        .filter(language -> language.tag().equals("ru"))
                        .forEach(window.session()::speak);
                assertThat(VisibleTexts.of(window.root().lookup(".call-names")))
                        .as("the heading beside the findings of the call before")
                        .isEqualTo(heading);
                assertThat(proofs(window)).isNotEmpty().isSubsetOf(before.call().messages());
            });
            window.settleCalls();
            assertThat(call(window)).isNotSameAs(before);
            assertThat(heading(window)).isNotEqualTo(heading);
            assertThat(window.onFx(() -> proofs(window)))
                    .isNotEmpty()
                    .isSubsetOf(call(window).call().messages());
        }
    }

    private static String heading(WindowUnderTest window) {
        return window.onFx(() -> VisibleTexts.of(window.root().lookup(".call-names")));
    }

    private static List<Message> proofs(WindowUnderTest window) {
        return window.root().lookupAll(".evidence").stream()
                .map(link -> (Message) link.getUserData())
                .toList();
    }

    @Test
    void aMessageKeepsItsPlaceItsChosenLineAndTheKeyboard() {
        try (var window = withCall("gave-up")) {
            read(window, 0);
            window.act(() -> {
                lines(window).getSelectionModel().select(9);
                lines(window).requestFocus();
                lines(window).scrollTo(3);
            });
            int first = firstInSight(window);
            assertThat(first).isEqualTo(3);
            String words = button(window);
            speak(window, "ru");
            assertThat(button(window)).isNotEqualTo(words);
            assertThat(firstInSight(window)).isEqualTo(first);
            assertThat(lines(window).getSelectionModel().getSelectedIndex()).isEqualTo(9);
            assertThat(window.focused()).isSameAs(lines(window));
        }
    }

    @Test
    void twoMessagesStayComparedAsTheyWere() {
        try (var window = withCall("gave-up")) {
            read(window, 0);
            window.act(() -> call(window)
                    .comparedProperty()
                    .set(call(window).call().messages().get(1)));
            window.act(() -> window.find(".message-comparison .check-box", CheckBox.class)
                    .fire());
            int rows = lines(window).getItems().size();
            window.act(() -> lines(window).scrollTo(2));
            int first = firstInSight(window);
            String words = window.find(".message-comparison .check-box", CheckBox.class)
                    .getText();
            speak(window, "ru");
            var only = window.find(".message-comparison .check-box", CheckBox.class);
            assertThat(only.getText()).isNotEqualTo(words);
            assertThat(only.isSelected()).isFalse();
            assertThat(lines(window).getItems()).hasSize(rows);
            assertThat(firstInSight(window)).isEqualTo(first).isPositive();
        }
    }

    private static void read(WindowUnderTest window, int message) {
        window.act(() -> {
            call(window).selectedProperty().set(call(window).call().messages().get(message));
            window.root().lookupAll(".side-choice .toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals("Message"))
                    .forEach(ToggleButton::fire);
        });
        window.settle();
    }

    private static ListView<?> lines(WindowUnderTest window) {
        return window.find(".message-view .message-lines", ListView.class);
    }

    private static String button(WindowUnderTest window) {
        return window.find(".message-tools .button", Labeled.class).getText();
    }

    /** The first line of which most is in sight: lines of different height settle by a pixel or two. */
    private static int firstInSight(WindowUnderTest window) {
        return window.onFx(() -> {
            var first = ((VirtualFlow<?>) lines(window).lookup(".virtual-flow")).getFirstVisibleCell();
            return first.getLayoutY() + first.getHeight() / 2 < 0 ? first.getIndex() + 1 : first.getIndex();
        });
    }
}
