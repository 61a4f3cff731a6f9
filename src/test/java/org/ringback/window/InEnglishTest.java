package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.speak;
import static org.ringback.window.CallsSection.withSample;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.ringback.session.Section;

/** Whoever gets the ticket may not read the language of the window: everything can be copied in English too. */
class InEnglishTest {

    private static final String IN_ENGLISH = "Копировать по-английски";

    private static String copied(WindowUnderTest window) {
        return window.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static List<Hyperlink> ways(WindowUnderTest window) {
        return window.onFx(() -> window.root().lookupAll(".taken .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .toList());
    }

    private static MenuItem choice(WindowUnderTest window, String share) {
        return window.onFx(() -> window.find(share, MenuButton.class).getItems().stream()
                .filter(item -> IN_ENGLISH.equals(item.getText()) || "Copy in English".equals(item.getText()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aFindingIsCopiedInTheLanguageOfTheWindowOrInEnglishWithItsNameInBoth() {
        try (var window = withSample()) {
            CallsSection.open(window, 486);
            assertThat(ways(window)).isNotEmpty().allMatch(way -> way.getText().equals("Copy"));

            speak(window, "ru");
            window.settleCalls();
            List<Hyperlink> ways = ways(window);
            assertThat(ways).extracting(Hyperlink::getText).startsWith("Копировать", IN_ENGLISH);
            window.act(ways.getFirst()::fire);
            String russian = copied(window);
            window.act(ways.get(1)::fire);
            String english = copied(window);

            String id = window.session()
                    .calls()
                    .openProperty()
                    .get()
                    .call()
                    .findings()
                    .getFirst()
                    .finding()
                    .kind()
                    .id();
            assertThat(russian).contains("- **Вывод:** " + id, "Что делать").doesNotContain("What to do");
            assertThat(english).contains("- **Finding:** " + id, "What to do").doesNotContain("Что делать");
        }
    }

    @Test
    void pagesAndCallsAreCopiedInEnglishWhereTheWindowSpeaksAnotherLanguage() {
        try (var window = withSample()) {
            assertThat(choice(window, ".share-calls").isVisible()).isFalse();
            speak(window, "ru");
            window.settleCalls();
            CallsSection.open(window, 486);
            assertThat(choice(window, ".share-calls").isVisible()).isTrue();
            window.act(choice(window, ".share-calls")::fire);
            window.settleCalls();
            assertThat(copied(window)).contains("486 Busy Here", "What to do").doesNotContain("Что делать");

            for (Section section : List.of(Section.HANDBOOK, Section.COMPARISON)) {
                window.act(() -> window.session().sectionProperty().set(section));
                window.act(choice(window, ".share")::fire);
                assertThat(copied(window)).startsWith("# 486 ").doesNotContain("Занято", "вызов");
            }
        }
    }
}
