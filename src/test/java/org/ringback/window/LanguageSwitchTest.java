package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.PseudoFiles;
import org.ringback.settings.Settings;

/** A language switched in the open window reaches every text, and a right-to-left one mirrors it. */
class LanguageSwitchTest {

    private static final ProtocolWords PROTOCOL = new ProtocolWords();

    private static Settings english(String section) {
        return new Settings("en", "light", section, 477, 401, 407, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handbook", "comparison"})
    void everyVisibleTextChanges(String section) {
        try (var window = WindowUnderTest.open(english(section))) {
            List<String> before = VisibleTexts.in(window.roots());
            speak(window, "ru");
            List<String> after = VisibleTexts.in(window.roots());

            assertThat(before).hasSizeGreaterThan(60);
            var stayed = new ArrayList<>(after);
            stayed.retainAll(before);
            assertThat(stayed)
                    .as("texts that stayed English")
                    .allSatisfy(text -> assertThat(PROTOCOL.foreignTo(text)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"handbook", "comparison"})
    void noTextEscapesThePseudoLanguage(String section) {
        try (var window = WindowUnderTest.open(english(section), WindowUnderTest.PSEUDO, 990, 900)) {
            speak(window, PseudoFiles.TAG);
            assertOnlyPseudo(window);
        }
    }

    @Test
    void noTextOfTheCardsEscapesThePseudoLanguage() {
        try (var window = WindowUnderTest.open(english("comparison"), WindowUnderTest.PSEUDO, 990, 900)) {
            speak(window, PseudoFiles.TAG);
            window.press(KeyCode.F1);
            assertThat(window.roots()).as("the window and the card of keys").hasSizeGreaterThan(1);
            assertOnlyPseudo(window);
        }
    }

    @Test
    void theSearchListOfAChooserFollowsToo() {
        try (var window = WindowUnderTest.open(english("comparison"), WindowUnderTest.PSEUDO, 990, 900)) {
            window.click(".code-chooser");
            window.press(KeyCode.ESCAPE);
            speak(window, PseudoFiles.TAG);
            window.click(".code-chooser");
            assertThat(window.roots()).hasSizeGreaterThan(1);
            assertOnlyPseudo(window);
        }
    }

    @Test
    void aRightToLeftLanguageMirrorsTheWindowAndItsCards() {
        try (var window = WindowUnderTest.open(english("comparison"), WindowUnderTest.PSEUDO, 990, 900)) {
            speak(window, PseudoFiles.TAG);
            window.press(KeyCode.F1);
            assertThat(window.roots())
                    .allSatisfy(root ->
                            assertThat(root.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT));
            speak(window, "en");
            assertThat(window.root().getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        }
    }

    @Test
    void theLanguageMenuSwitchesByEachLanguagesOwnName() {
        try (var window = WindowUnderTest.open(english("handbook"))) {
            window.click(".languages");
            window.click("Русский");
            assertThat(window.session().answers().get().language().tag()).isEqualTo("ru");
            assertThat(VisibleTexts.in(window.roots())).contains("Справочник", "Сравнение", "Как исправить");
        }
    }

    private static void speak(WindowUnderTest window, String tag) {
        var language = window.session().languages().stream()
                .filter(candidate -> candidate.tag().equals(tag))
                .findFirst()
                .orElseThrow();
        window.act(() -> window.session().speak(language));
    }

    private static void assertOnlyPseudo(WindowUnderTest window) {
        assertThat(VisibleTexts.in(window.roots()))
                .hasSizeGreaterThan(30)
                .allSatisfy(text -> assertThat(PROTOCOL.foreignTo(withoutPseudo(text)))
                        .as("what escaped in: %s", text)
                        .isEmpty());
    }

    /** What is left when everything that went through the language files is taken away, nested texts first. */
    private static String withoutPseudo(String text) {
        String left = text;
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = left.replaceAll("⟦[^⟦⟧]*⟧", " ");
        }
        return left;
    }
}
