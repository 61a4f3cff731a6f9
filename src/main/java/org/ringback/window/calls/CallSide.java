package org.ringback.window.calls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.OneOf;
import org.ringback.window.message.MessageView;

/** Beside the ladder: what was found out, or the message that is read. */
final class CallSide extends BorderPane {

    private final FindingsPane findings;
    private final OneOf<Boolean> choice = new OneOf<>(this::choose);
    private MessageView message;

    /**
     * Shows what was found out first.
     *
     * @param tools what can be done with the page
     */
    CallSide(LiveTexts texts, FindingsPane findings, Node tools) {
        this.findings = findings;
        getStyleClass().add("call-side");
        setMinWidth(0);
        choice.add(false, texts.text(CallsViewText.SIDE_FINDINGS));
        choice.add(true, texts.text(CallsViewText.SIDE_MESSAGE));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(choice, gap, tools);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("side-choice");
        setTop(line);
        show(findings);
    }

    /** Takes the view of another call's messages, of which none is chosen yet: what was found out comes first. */
    void replace(MessageView other) {
        message = other;
        show(findings);
    }

    /** Shows the message that is read. */
    void showMessage() {
        show(message);
    }

    /** Puts the keyboard on what is shown. */
    void enter() {
        if (getCenter() == findings) {
            findings.read();
        } else if (message != null) {
            Focus.into(message);
        }
    }

    /** Shows what was found out, and puts the keyboard there. */
    void readFindings() {
        show(findings);
        findings.read();
    }

    private void show(Node wanted) {
        setCenter(wanted);
        choice.show(wanted != findings);
    }

    private void choose(boolean wantsMessage) {
        show(wantsMessage ? message : findings);
    }
}
