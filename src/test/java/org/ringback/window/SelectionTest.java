package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringback.settings.Settings;
import org.ringback.window.text.Copied;
import org.ringback.window.text.WrappedText;

/** What is read can be chosen and copied by mouse and keys, across paragraphs. */
class SelectionTest {

    private WindowUnderTest window;
    private Mouse mouse;

    @BeforeEach
    void open() {
        window = WindowUnderTest.open(new Settings("en", "light", "handbook", 486, 486, 600, null));
        mouse = new Mouse(window);
        window.act(() -> {
            page().requestFocus();
            Copied.put("before");
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private ScrollPane page() {
        return window.find(".page-scroll", ScrollPane.class);
    }

    private WrappedText passage(String begins) {
        return window.onFx(() -> page().getContent().lookupAll(".wrapped-text").stream()
                .map(WrappedText.class::cast)
                .filter(passage -> passage.getText().startsWith(begins))
                .findFirst()
                .orElseThrow());
    }

    private String copied() {
        window.press(KeyCode.CONTROL, KeyCode.C);
        return window.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void aDragGoesOnInTheNextParagraph() {
        WrappedText first = passage("486 comes from");
        WrappedText next = passage("The INVITE reached");
        mouse.drag(first, mouse.at(first, "still ring"), mouse.at(next, " reached a device"));

        assertThat(copied()).isEqualTo("still ring.\nWhat it means\nThe INVITE");
    }

    @Test
    void aDragUpwardsIsTheSame() {
        WrappedText first = passage("486 comes from");
        WrappedText next = passage("The INVITE reached");
        mouse.drag(first, mouse.at(next, " reached a device"), mouse.at(first, "still ring"));

        assertThat(copied()).isEqualTo("still ring.\nWhat it means\nThe INVITE");
    }

    @Test
    void twoClicksChooseAWordAndThreeAParagraph() {
        WrappedText passage = passage("486 comes from");
        mouse.click(passage, mouse.at(passage, "single"), 2);
        assertThat(copied()).isEqualTo("single");
        mouse.click(passage, mouse.at(passage, "single"), 3);
        assertThat(copied()).startsWith("486 comes from").endsWith("still ring.");
    }

    @Test
    void shiftExtendsByMouseAndKeys() {
        WrappedText passage = passage("486 comes from");
        mouse.click(passage, mouse.at(passage, "single"), 1);
        mouse.shiftClick(passage, mouse.at(passage, " phone"));
        assertThat(copied()).isEqualTo("single");
        window.press(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(copied()).isEqualTo("singl");
        window.press(KeyCode.SHIFT, KeyCode.HOME);
        assertThat(copied()).isEqualTo("486 comes from a ");
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(copied()).doesNotContain("486 comes").contains("single");
    }

    @Test
    void allOfThePageIsCopiedAsAPersonReadsIt() {
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(copied().lines())
                .startsWith("486", "Busy Here", "The called phone is busy")
                .anyMatch(line -> line.startsWith("1. "))
                .anyMatch(line -> line.startsWith("\u2022 "))
                .contains("600 Busy Everywhere")
                .noneMatch(line -> line.contains("\u00a0"));
    }

    @Test
    void aClickChoosesNothingAndCopiesNothing() {
        WrappedText passage = passage("486 comes from");
        mouse.click(passage, mouse.at(passage, "single"), 1);
        assertThat(copied()).isEqualTo("before");
    }

    @Test
    void anotherPageBeginsWithNothingChosen() {
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.act(() -> window.session().open(600));
        assertThat(copied()).isEqualTo("before");
    }

    @Test
    void theMenuLooksUpTheCodeUnderTheMouse() {
        WrappedText passage = passage("A phone with a lit DND key");
        mouse.ask(passage, mouse.at(passage, "480"));
        assertThat(offers()).contains("Copy", "Select all", "Look up 480 Temporarily Unavailable");
        choose("Look up 480 Temporarily Unavailable");
        assertThat(window.session().handbook().codeProperty().get()).isEqualTo(480);
    }

    @Test
    void theMenuTellsWhatAHeaderIsFor() {
        WrappedText passage = passage("A busy subscriber");
        mouse.ask(passage, mouse.at(passage, "Reason header"));
        choose("What is Reason for?");
        assertThat(window.roots()).hasSizeGreaterThan(1);
    }

    @Test
    void theMenuOfALinkCopiesItsAddress() {
        window.act(() -> page().setVvalue(1));
        Hyperlink link = window.onFx(() -> (Hyperlink) page().getContent().lookup(".links .hyperlink"));
        mouse.ask(link, window.onFx(() -> Mouse.middle(link)));
        choose("Copy the link");
        assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("https://www.rfc-editor.org/");
    }

    private List<MenuItem> menu() {
        return window.onFx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .toList());
    }

    private List<String> offers() {
        return menu().stream().map(MenuItem::getText).toList();
    }

    private void choose(String words) {
        MenuItem chosen = menu().stream()
                .filter(item -> item.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(offers().toString()));
        window.act(chosen::fire);
    }

    @Test
    void aLinkStillLeadsWhereItSays() {
        window.act(() -> page().setVvalue(1));
        Node link = window.onFx(() -> page().getContent().lookup(".related"));
        window.click(link);
        assertThat(window.session().handbook().codeProperty().get()).isEqualTo(600);
    }
}
