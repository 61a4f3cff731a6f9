package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.call.Message;
import org.ringback.diagnosis.BrokenRule;
import org.ringback.language.Language;
import org.ringback.language.PseudoFiles;
import org.ringback.session.OpenCall;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.text.WrappedText;

/** From a finding to its proof in the ladder, to the message, to its code; two messages beside each other; export. */
class CallPageTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    @TempDir
    private Path folder;

    private static final Settings ENGLISH = new Settings("en", "light", "calls", 486, 486, 600, null);

    private static WindowUnderTest withRefusal() {
        return withRefusal(WindowUnderTest.open(ENGLISH, WindowUnderTest.PSEUDO, 1180, 900));
    }

    private static WindowUnderTest withRefusal(WindowUnderTest window) {
        window.act(() -> window.session().openFiles(List.of(CAPTURES.resolve("gen-refused.pcap"))));
        window.settleCalls();
        window.act(() -> {
            var calls = window.session().calls();
            calls.open(calls.listProperty().get().rows().stream()
                    .filter(row -> row.call().outcome().failed())
                    .findFirst()
                    .orElseThrow());
        });
        window.settleCalls();
        return window;
    }

    private static OpenCall call(WindowUnderTest window) {
        return window.session().calls().openProperty().get().call();
    }

    private static ListView<?> ladder(WindowUnderTest window) {
        return window.find(".ladder-list", ListView.class);
    }

    private static String title(WindowUnderTest window) {
        return window.onFx(() -> VisibleTexts.of(window.root().lookup(".message-title")));
    }

    @Test
    void evidenceLeadsToItsArrowAndTheFindingsStay() {
        try (var window = withRefusal()) {
            var evidence = (Hyperlink) window.onFx(() -> window.root().lookup(".evidence"));
            var proof = (Message) evidence.getUserData();
            window.click(evidence);
            assertThat(call(window).selectedProperty().get()).isSameAs(proof);
            int row = window.onFx(() -> ladder(window).getSelectionModel().getSelectedIndex());
            assertThat(row).isNotNegative();
            assertThat(VisibleTexts.in(window.roots())).contains("What to do");
        }
    }

    /** A proxy passes a refusal on: both arrows have one code, of which there is no comparison. */
    @Test
    void twoMessagesWithOneCodeDoNotOfferToCompareTheCodes() {
        try (var window = CallsSection.withSample()) {
            CallsSection.open(window, 503);
            window.click("Message");
            List<Message> refusals = call(window).legs().stream()
                    .flatMap(leg -> leg.messages().stream())
                    .filter(message -> message.head().status() == 503)
                    .toList();
            window.act(() -> {
                call(window).selectedProperty().set(refusals.getFirst());
                call(window).comparedProperty().set(refusals.getLast());
            });
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("End the comparison")
                    .doesNotContain("Compare the codes");
        }
    }

    @Test
    void aMistakeInARuleIsToldAboveWhatAllOthersFound() {
        var session = new Session(
                WindowUnderTest.PSEUDO,
                ENGLISH,
                Locale.ENGLISH,
                Platform::runLater,
                BrokenRule.amongAll(""),
                () -> Optional.of(Path.of("/log/ringback.log")));
        try (var window = withRefusal(WindowUnderTest.open(session, 1180, 900))) {
            assertThat(window.log().taken())
                    .isNotEmpty()
                    .allMatch(wrong -> wrong.contains("BrokenRule") && wrong.contains("a mistake"));
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("Checks that broke off because of a mistake in Ringback: 1. A finding may be missing."
                            + " Details for its developers, with nothing of your calls: /log/ringback.log")
                    .contains("What to do");
        }
    }

    @Test
    void aFindingSaysOfWhichLegsItIsTrue() {
        try (var window = WindowUnderTest.open(ENGLISH, WindowUnderTest.PSEUDO, 1180, 900)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            window.act(() -> {
                var calls = window.session().calls();
                calls.open(calls.listProperty().get().rows().stream()
                        .filter(row -> row.call().callId().startsWith("trunk-6612"))
                        .findFirst()
                        .orElseThrow());
            });
            window.settleCalls();
            List<String> chips = window.onFx(() -> window.root().lookup(".finding").lookupAll(".certainty").stream()
                    .map(VisibleTexts::of)
                    .toList());
            assertThat(chips).contains("leg A", "leg B");
        }
    }

    @Test
    void anArrowLeadsToItsMessageAndThatToTheHandbook() {
        try (var window = withRefusal()) {
            window.act(() -> ladder(window).requestFocus());
            window.press(KeyCode.HOME);
            assertThat(title(window)).isEqualTo("INVITE");
            window.press(KeyCode.DOWN);
            String second = title(window);
            assertThat(second).matches("\\d{3} .*");
            window.click(".message-view .code-link");
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.session().handbook().codeProperty().get())
                    .isEqualTo(Integer.parseInt(second.substring(0, 3)));
        }
    }

    @Test
    void backLeadsToWhereTheKeyboardWasAndForwardToThePageAgain() {
        try (var window = withRefusal()) {
            window.act(() -> ladder(window).requestFocus());
            window.press(KeyCode.END);
            window.press(KeyCode.UP);
            window.press(KeyCode.ENTER);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(486);
            assertThat(window.focused()).isInstanceOf(PageScroll.class);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            assertThat(window.focused()).isSameAs(ladder(window));
            window.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.focused()).isInstanceOf(PageScroll.class);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(window.focused()).isSameAs(ladder(window));
        }
    }

    @Test
    void theHeadingLeadsFromTheCallerToTheCalledOneInEveryDirectionOfWriting() {
        try (var window = withRefusal()) {
            String leftToRight = heading(window).getText();
            assertThat(leftToRight).matches("\\S+ \u2192 \\S+");
            window.act(() -> window.session().languages().stream()
                    .filter(language -> language.tag().equals(PseudoFiles.TAG))
                    .findFirst()
                    .ifPresent(window.session()::speak));
            assertThat(heading(window).getText()).isEqualTo(leftToRight);
            assertThat(heading(window).getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        }
    }

    private static WrappedText heading(WindowUnderTest window) {
        return window.onFx(() -> (WrappedText) window.root().lookup(".call-names"));
    }

    @Test
    void enterShowsThatTheKeyboardIsOnTheFindings() {
        try (var window = withRefusal()) {
            window.act(() -> window.find(".calls-table", CallsTable.class).requestFocus());
            window.press(KeyCode.ENTER);
            var page = window.focused();
            assertThat(page).isInstanceOf(PageScroll.class);
            var shown = PseudoClass.getPseudoClass("by-keys");
            assertThat(window.onFx(() -> page.getPseudoClassStates().contains(shown)))
                    .isTrue();
            window.press(KeyCode.TAB);
            assertThat(window.onFx(() -> page.getPseudoClassStates().contains(shown)))
                    .isFalse();
        }
    }

    @Test
    void twoMessagesAreComparedByHeader() {
        try (var window = withRefusal()) {
            window.act(() -> ladder(window).requestFocus());
            window.press(KeyCode.HOME);
            window.press(KeyCode.DOWN);
            window.act(() ->
                    window.find(".message-tools .menu-button", MenuButton.class).show());
            window.act(() -> window.find(".message-tools .menu-button", MenuButton.class)
                    .getItems()
                    .getFirst()
                    .fire());
            assertThat(window.onFx(() -> window.root().lookupAll(".difference")))
                    .isNotEmpty();
        }
    }

    @Test
    void switchingTheLanguageChangesEveryFinding() {
        try (var window = withRefusal()) {
            var english = titles(window);
            assertThat(english).isNotEmpty();
            speak(window, PseudoFiles.TAG);
            assertThat(titles(window)).hasSameSizeAs(english).allMatch(PseudoFiles::isPseudo);
            speak(window, Language.FALLBACK);
            assertThat(titles(window)).isEqualTo(english);
        }
    }

    private static void speak(WindowUnderTest window, String tag) {
        window.act(() -> window.session().languages().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .ifPresent(window.session()::speak));
    }

    private static List<String> titles(WindowUnderTest window) {
        return window.onFx(() -> window.root().lookupAll(".finding-title").stream()
                .map(VisibleTexts::of)
                .toList());
    }

    @Test
    void theLadderIsSavedAsAPicture() throws IOException {
        try (var window = withRefusal()) {
            window.saveInto(folder);
            window.act(() -> window.find(".ladder-export", MenuButton.class)
                    .getItems()
                    .getFirst()
                    .fire());
            try (var files = Files.list(folder)) {
                Path svg = files.findFirst().orElseThrow();
                assertThat(svg.getFileName().toString()).endsWith(".svg");
                assertThat(Files.readString(svg)).startsWith("<svg").contains("INVITE");
            }
        }
    }
}
