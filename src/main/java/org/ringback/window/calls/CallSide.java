package org.ringback.window.calls;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.OneOf;
import org.ringback.window.message.MessageView;

/** Beside the ladder: what was found out, the message that is read, or what flowed as media. */
final class CallSide extends BorderPane {

    private final FindingsPane findings;
    private final Supplier<MediaPane> newMedia;
    private final OneOf<Part> choice = new OneOf<>(this::show);
    private final ToggleButton mediaButton;
    private Supplier<MessageView> newMessage;
    private MessageView message;
    private MediaPane media;

    private enum Part {
        FINDINGS,
        MESSAGE,
        MEDIA
    }

    /**
     * Shows what was found out first.
     *
     * @param media is made when somebody wants to see it
     * @param tools what can be done with the page
     * @param remark what must be known of the call before anything is read of it
     */
    CallSide(LiveTexts texts, FindingsPane findings, Supplier<MediaPane> media, Node tools, Node remark) {
        this.findings = findings;
        this.newMedia = media;
        getStyleClass().add("call-side");
        setMinWidth(0);
        choice.add(Part.FINDINGS, texts.text(CallsViewText.SIDE_FINDINGS));
        choice.add(Part.MESSAGE, texts.text(CallsViewText.SIDE_MESSAGE));
        mediaButton = choice.add(Part.MEDIA, texts.text(CallsViewText.SIDE_MEDIA));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(choice, gap, tools);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("side-choice");
        setTop(new VBox(line, remark));
        show(Part.FINDINGS);
    }

    /**
     * Takes the view of another call's messages, of which none is chosen yet: what was found out comes first.
     *
     * @param other is made when a message is read
     * @param talks whether it is something in which media flow: a registration is not
     */
    void replace(Supplier<MessageView> other, boolean talks) {
        newMessage = other;
        message = null;
        if (!talks) {
            choice.getButtons().remove(mediaButton);
        } else if (!choice.getButtons().contains(mediaButton)) {
            choice.getButtons().add(mediaButton);
        }
        show(Part.FINDINGS);
    }

    /** Shows the message that is read. */
    void showMessage() {
        show(Part.MESSAGE);
    }

    /** Shows what flowed as media. */
    void chooseMedia() {
        show(Part.MEDIA);
    }

    /** Shows what flowed as media, and puts the keyboard there. */
    void showMedia() {
        chooseMedia();
        media.read();
    }

    /** Puts the keyboard on what is shown. */
    void enter() {
        if (getCenter() == findings) {
            findings.read();
        } else if (getCenter() == media) {
            media.read();
        } else if (message != null) {
            Focus.into(message);
        }
    }

    /** Shows what was found out, and puts the keyboard there. */
    void readFindings() {
        show(Part.FINDINGS);
        findings.read();
    }

    private void show(Part wanted) {
        setCenter(
                switch (wanted) {
                    case FINDINGS -> findings;
                    case MESSAGE -> message();
                    case MEDIA -> media();
                });
        choice.show(wanted);
    }

    private MessageView message() {
        if (message == null && newMessage != null) {
            message = newMessage.get();
        }
        return message;
    }

    private MediaPane media() {
        if (media == null) {
            media = newMedia.get();
        }
        return media;
    }
}
