package org.ringback.window.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;

/** A short message over the page that goes away by itself. */
public final class Toast {

    private static final Duration SHORTEST = Duration.seconds(4);

    /** Enough to read it without haste. */
    private static final double MILLIS_A_LETTER = 60;

    private final StackPane over;
    private final Label label = new Label();
    private final PauseTransition stay = new PauseTransition();

    public Toast(StackPane over) {
        this.over = over;
        label.getStyleClass().add("toast");
        label.setWrapText(true);
        label.setMaxWidth(Region.USE_PREF_SIZE);
        label.setMaxHeight(Region.USE_PREF_SIZE);
        label.setVisible(false);
        label.setMouseTransparent(true);
        StackPane.setAlignment(label, Pos.BOTTOM_CENTER);
        over.getChildren().add(label);
        stay.setOnFinished(end -> label.setVisible(false));
    }

    /** The window over which it speaks. */
    public Window window() {
        return label.getScene().getWindow();
    }

    /** What lies over the window: what it speaks over, and room for more. */
    public StackPane layers() {
        return over;
    }

    public void say(String message) {
        label.setText(message);
        label.setVisible(true);
        label.toFront();
        Duration read = Duration.millis(MILLIS_A_LETTER * message.length());
        stay.setDuration(read.greaterThan(SHORTEST) ? read : SHORTEST);
        stay.playFromStart();
    }
}
