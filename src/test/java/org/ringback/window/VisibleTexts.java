package org.ringback.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.ringback.window.text.WrappedText;

/** Every text that a user can see or hear in a window: labels, prompts, menus, tooltips, accessible names. */
final class VisibleTexts {

    private final List<String> texts = new ArrayList<>();

    private VisibleTexts() {}

    static List<String> in(List<Parent> roots) {
        var visible = new VisibleTexts();
        roots.forEach(visible::walk);
        return visible.texts.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    /** What stands on a label, a button or a paragraph; empty for what has no words of its own. */
    static String of(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case WrappedText passage -> passage.getText();
            default -> "";
        };
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        add(of(node));
        if (node instanceof TextInputControl input) {
            add(input.getPromptText());
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream().map(MenuItem::getText).forEach(this::add);
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            add(control.getTooltip().getText());
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            walk(scroll.getContent());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    private void add(String text) {
        // An address is the same in every language.
        if (text != null && !text.startsWith("https://")) {
            texts.add(text);
        }
    }
}
