package org.ringback.window.kit;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/** Something that opens beside a control, looks like the window it belongs to, and closes by itself. */
public final class Card {

    private final PopOver over;

    public Card(Region content, ArrowLocation arrow) {
        over = new PopOver(content);
        over.setArrowLocation(arrow);
        over.setDetachable(false);
        over.setAnimated(false);
        over.setCornerRadius(4);
        // No more than what is seen: an arrow or a shadow would lie over controls beside the card and take their
        // clicks.
        over.setArrowSize(0);
        // What is clicked outside closes the card and gets its click as well.
        over.setConsumeAutoHidingEvents(false);
        // But a key that closes the card closes nothing else with it, also where nothing on the card has the keyboard.
        over.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                over.hide();
                key.consume();
            }
        });
        over.getRoot().getStyleClass().add(Look.ROOT);
        over.getRoot().getStylesheets().setAll(Look.styleSheets());
    }

    public void show(Node beside) {
        Look.lend(beside.getScene(), over.getRoot());
        over.show(beside);
    }

    /** Shows it, or hides it when it is there already. */
    void toggle(Node beside) {
        if (over.isShowing()) {
            hide();
        } else {
            show(beside);
        }
    }

    /** Does something whenever it has gone, by whatever way. */
    public void onHidden(Runnable action) {
        over.setOnHidden(event -> action.run());
    }

    public void hide() {
        over.hide();
    }
}
