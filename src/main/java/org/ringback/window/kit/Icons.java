package org.ringback.window.kit;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.window.text.ShortLines;

/** Small drawings, beside words and in their place. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather glyph) {
        var icon = new FontIcon(glyph);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** A button that shows only a drawing; its words are read out and stand in its tooltip. */
    public static Button button(FontIcon icon, ObservableValue<String> words) {
        var button = new Button("", icon);
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(words);
        tooltip(button, words);
        return button;
    }

    /** Is made when the pointer first comes: a tooltip is a window of its own, and most are never asked for. */
    public static void tooltip(Control control, ObservableValue<String> words) {
        control.accessibleHelpProperty().bind(words);
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent came) {
                control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                var tooltip = new Tooltip();
                tooltip.textProperty().bind(words.map(ShortLines::of));
                control.setTooltip(tooltip);
            }
        });
    }

    /** A drawing that points somewhere and has to be mirrored with the window. */
    public static FontIcon pointing(Feather glyph) {
        var icon = of(glyph);
        icon.getStyleClass().add("pointing");
        return icon;
    }
}
