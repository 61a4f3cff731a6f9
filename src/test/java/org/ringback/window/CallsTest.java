package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.leg;
import static org.ringback.window.CallsSection.open;
import static org.ringback.window.CallsSection.speak;
import static org.ringback.window.CallsSection.texts;
import static org.ringback.window.CallsSection.withSample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.language.PseudoFiles;
import org.ringback.session.Section;

/** From a call to what went wrong, and to the code that says so. */
class CallsTest {

    @Test
    void evidenceSelectsItsMessageAndTheCodeOpensItsPageAndBack() {
        try (var window = withSample()) {
            open(window, 487);
            var evidence = window.root().lookupAll(".evidence").stream()
                    .map(Hyperlink.class::cast)
                    .toList();
            assertThat(evidence).hasSizeGreaterThan(1);
            window.act(evidence.getFirst()::fire);
            assertThat(window.session()
                            .calls()
                            .openProperty()
                            .get()
                            .call()
                            .selectedProperty()
                            .get())
                    .isSameAs(evidence.getFirst().getUserData());
            window.act(() -> ((Button) window.root().lookup(".finding .related")).fire());
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(487);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.CALLS);
            Button code = window.root().lookupAll(".code-link").stream()
                    .map(Button.class::cast)
                    .filter(link -> link.getText().equals("488"))
                    .findFirst()
                    .orElseThrow();
            window.act(code::fire);
            assertThat(window.session().handbook().codeProperty().get()).isEqualTo(488);
        }
    }

    @Test
    void aLanguageSwitchReachesEveryFindingAndEveryRow() {
        try (var window = withSample()) {
            open(window, 487);
            List<String> before = new ArrayList<>(texts(window, ".finding .wrapped-text"));
            assertThat(before).hasSizeGreaterThan(8);
            speak(window, PseudoFiles.TAG);
            var protocol = new ProtocolWords();
            var names = Set.of("alice", "bob", "carol", "remote", "pbx", "example", "com");
            assertThat(VisibleTexts.in(window.roots())).hasSizeGreaterThan(60).allSatisfy(text -> {
                String left = text;
                for (String last = ""; !last.equals(left); ) {
                    last = left;
                    left = left.replaceAll("⟦[^⟦⟧]*⟧", " ");
                }
                assertThat(protocol.foreignTo(left)).as(text).isSubsetOf(names);
            });
            speak(window, "ru");
            before.retainAll(texts(window, ".finding .wrapped-text"));
            assertThat(before)
                    .as("what stayed English")
                    .allSatisfy(text -> assertThat(protocol.foreignTo(text)).isEmpty());
        }
    }

    @Test
    void legsAreSeparatedAndPutTogetherAgain() {
        try (var window = withSample()) {
            open(window, 503);
            window.act(() -> ((Button) window.root().lookup(".leg-button")).fire());
            window.settleCalls();
            assertThat(window.session().calls().listProperty().get().legs()).isEmpty();
            window.act(() -> window.session().calls().open(leg(window)));
            window.settleCalls();
            window.act(() -> ((Button) window.root().lookup(".leg-button")).fire());
            window.settleCalls();
            assertThat(window.session().calls().listProperty().get().legs()).hasSize(1);
        }
    }
}
