package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ringback.window.CallsSection.capture;
import static org.ringback.window.CallsSection.open;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.CallsSection.withSample;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.session.CallFilter;
import org.ringback.session.CaptureModel.State;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;
import org.ringback.window.kit.PageScroll;

/** What every program does: a title that says what is shown, a way back to where one was, and the usual keys. */
class DesktopMannersTest {

    private static PageScroll page(WindowUnderTest window) {
        return window.find(".handbook .page-scroll", PageScroll.class);
    }

    /** With usual blanks. */
    private static String title(WindowUnderTest window) {
        return window.title().replace('\u00a0', ' ');
    }

    @Test
    void theTitleSaysWhatIsShown() {
        try (var window = withSample()) {
            assertThat(window.title()).startsWith("Sample");
            window.act(() -> window.session().open(486));
            assertThat(title(window)).isEqualTo("486 Busy Here \u2013 Ringback");
            window.act(() -> window.session().compare(486, 600));
            assertThat(title(window)).isEqualTo("486 Busy Here and 600 Busy Everywhere \u2013 Ringback");
        }
    }

    @Test
    void theWayBackLeadsToWhereTheReaderWas() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.act(() -> page(window).setVvalue(0.6));
            window.act(() -> window.session().open(404));
            assertThat(page(window).getVvalue()).isZero();
            window.act(() -> page(window).setVvalue(0.3));
            window.act(() -> window.session().compare(486, 600));
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(page(window).getVvalue()).isBetween(0.25, 0.35);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(page(window).getVvalue()).isBetween(0.55, 0.65);
            window.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(page(window).getVvalue()).isBetween(0.25, 0.35);
        }
    }

    /** The line at the bottom that tells of reading moves it a little; nobody asked for that. */
    @Test
    void onlyWhoDragsTheDividerMovesItForGood() {
        try (var window = withSample()) {
            open(window, 486);
            double before = divider(window);
            for (int again = 0; again < 3; again++) {
                window.act(() -> window.session().openFiles(List.of(capture("gen-refused.pcap"))));
                window.settleCalls();
                open(window, 486);
            }
            assertThat(divider(window)).isCloseTo(before, within(0.005));
            assertThat(window.session().callsLayout().listProperty().get()).isNull();

            Node grip = window.root().lookup(".calls-split > .split-pane-divider");
            Point2D from = Mouse.middle(grip);
            new Mouse(window).drag(grip, from, from.add(0, 100));
            assertThat(window.session().callsLayout().listProperty().get()).isGreaterThan(before + 0.08);
            assertThat(divider(window)).isGreaterThan(before + 0.08);
        }
    }

    private static double divider(WindowUnderTest window) {
        return window.onFx(() -> window.find(".calls-split", SplitPane.class).getDividerPositions()[0]);
    }

    @Test
    void escapeClosesTheCallAndThenGivesBackTheWholeList() {
        try (var window = withSample()) {
            int all = table(window).getItems().size();
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("carol");
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(window.session().calls().openProperty().get()).isNotNull();
            int fewer = table(window).getItems().size();
            assertThat(fewer).isLessThan(all);

            window.press(KeyCode.ESCAPE);
            assertThat(window.session().calls().openProperty().get()).isNull();
            assertThat(table(window).getItems()).hasSize(fewer);
            window.press(KeyCode.ESCAPE);
            window.settleCalls();
            assertThat(table(window).getItems()).hasSize(all);
        }
    }

    @Test
    void anOpenCallIsEnlargedAndClosed() {
        try (var window = withSample()) {
            open(window, 486);
            SplitPane split = window.find(".calls-split", SplitPane.class);
            assertThat(split.getItems()).hasSize(2);
            window.click(".enlarge-call");
            assertThat(split.getItems()).singleElement().isNotInstanceOf(CallsTable.class);
            window.press(KeyCode.ESCAPE);
            assertThat(split.getItems()).hasSize(2).first().isInstanceOf(CallsTable.class);
            window.press(KeyCode.ESCAPE);
            assertThat(split.getItems()).singleElement().isInstanceOf(CallsTable.class);
            assertThat(window.session().calls().openProperty().get()).isNull();
            assertThat(window.focused()).isSameAs(table(window));

            open(window, 486);
            window.click(".enlarge-call");
            window.click(".close-call");
            assertThat(split.getItems()).singleElement().isInstanceOf(CallsTable.class);
        }
    }

    @Test
    void aCallThatTheFiltersHideSaysSo() {
        try (var window = withSample()) {
            open(window, 486);
            Node note = window.root().lookup(".not-in-list");
            assertThat(note.isVisible()).isFalse();
            window.act(() -> window.session().calls().filterProperty().set(CallFilter.USUAL.withWords("gave-up")));
            window.settleCalls();
            assertThat(note.isVisible()).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.settleCalls();
            assertThat(note.isVisible()).isFalse();
        }
    }

    @Test
    void aKeyLeadsThroughThePartsOfTheWindow() {
        try (var window = withSample()) {
            open(window, 486);
            window.act(table(window)::requestFocus);
            window.press(KeyCode.F6);
            Node ladder = window.focused();
            assertThat(ladder.getStyleClass()).contains("ladder-list");
            window.press(KeyCode.F6);
            assertThat(window.focused()).isInstanceOf(PageScroll.class);
            window.press(KeyCode.F6);
            assertThat(window.focused()).isInstanceOf(TextField.class);
            window.press(KeyCode.SHIFT, KeyCode.F6);
            assertThat(window.focused()).isInstanceOf(PageScroll.class);
            window.press(KeyCode.SHIFT, KeyCode.F6);
            assertThat(window.focused()).isSameAs(ladder);
        }
    }

    @Test
    void aKeyOpensTheMenuOfTheSelectedCall() {
        try (var window = withSample()) {
            open(window, 486);
            window.act(table(window)::requestFocus);
            window.press(KeyCode.SHIFT, KeyCode.F10);
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("Open 486"));
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTEXT_MENU);
            assertThat(table(window).getContextMenu().isShowing()).isTrue();
        }
    }

    /** A window that is gone would keep the keys that were pressed in it: this one is only asked whether it wants to go. */
    @Test
    void closingClosesWhatIsOpenThenTheWindowAsQuittingDoes() {
        try (var window = withSample()) {
            var asked = new AtomicInteger();
            window.act(() -> window.stage().setOnCloseRequest(request -> {
                asked.incrementAndGet();
                request.consume();
            }));
            window.press(KeyCode.CONTROL, KeyCode.W);
            assertThat(window.session().calls().capture().stateProperty().get()).isEqualTo(State.EMPTY);
            assertThat(asked).hasValue(0);
            window.press(KeyCode.CONTROL, KeyCode.W);
            assertThat(asked).hasValue(1);
            window.press(KeyCode.CONTROL, KeyCode.Q);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void aKeyFillsTheScreenAndLeavesIt() {
        try (var window = withSample()) {
            window.press(KeyCode.F11);
            assertThat(window.stage().isFullScreen()).isTrue();
            open(window, 486);
            window.press(KeyCode.ESCAPE);
            assertThat(window.stage().isFullScreen()).isTrue();
            window.press(KeyCode.F11);
            assertThat(window.stage().isFullScreen()).isFalse();
        }
    }
}
