package org.ringback.window.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;
import org.ringback.window.text.WrappedText;

/** A short message over the page that goes away by itself, perhaps with something that can be done about it. */
public final class Toast {

    private static final Duration SHORTEST = Duration.seconds(4);

    /** Who is to decide something needs more time than who only reads. */
    private static final Duration SHORTEST_TO_DECIDE = Duration.seconds(10);

    /** Enough to read it without haste. */
    private static final double MILLIS_A_LETTER = 60;

    private final StackPane over;
    private final WrappedText label = new WrappedText("", "toast");
    private final Button action = new Button();
    private final HBox box = new HBox(label, action);
    private final PauseTransition stay = new PauseTransition();

    public Toast(StackPane over) {
        this.over = over;
        box.getStyleClass().add("toast-box");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxWidth(Region.USE_PREF_SIZE);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setVisible(false);
        // Only what can be clicked keeps clicks from the page below.
        box.setPickOnBounds(false);
        label.setMouseTransparent(true);
        action.getStyleClass().addAll("flat", "toast-action");
        action.setMinWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        over.getChildren().add(box);
        stay.setOnFinished(end -> hide());
    }

    /** The window over which it speaks. */
    public Window window() {
        return box.getScene().getWindow();
    }

    /** What lies over the window: what it speaks over, and room for more. */
    public StackPane layers() {
        return over;
    }

    public void say(String message) {
        show(message, false);
    }

    /**
     * Says something, and offers to do something about it.
     *
     * @param words on a button
     */
    public void offer(String message, String words, Runnable todo) {
        action.setText(words);
        action.setOnAction(click -> {
            hide();
            todo.run();
        });
        show(message, true);
    }

    private void show(String message, boolean offers) {
        label.setText(message);
        action.setVisible(offers);
        action.setManaged(offers);
        box.setVisible(true);
        box.toFront();
        Duration shortest = offers ? SHORTEST_TO_DECIDE : SHORTEST;
        Duration read = Duration.millis(MILLIS_A_LETTER * message.length());
        stay.setDuration(read.greaterThan(shortest) ? read : shortest);
        stay.playFromStart();
    }

    private void hide() {
        box.setVisible(false);
    }
}
