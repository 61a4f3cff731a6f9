package org.ringback.window.kit;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SegmentedButton;

/**
 * A row of buttons of which one is chosen, by a click, by Space or by arrow keys alike: what is shown as chosen is what was
 * chosen. By itself a toolkit moves only the looks with an arrow key, and tells nobody.
 *
 * @param <T> what is chosen from; {@code null} may be one of the values
 */
public class OneOf<T> extends SegmentedButton {

    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<T> onChoice;
    private boolean following;

    /** @param onChoice is told whenever another value is chosen */
    public OneOf(Consumer<T> onChoice) {
        this.onChoice = onChoice;
        setToggleGroup(group);
        group.selectedToggleProperty().addListener((chosen, before, now) -> changed(before, now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Adds a value; its words follow the language. */
    public final ToggleButton add(T value, ObservableValue<String> words) {
        var button = new ToggleButton();
        button.textProperty().bind(words);
        return add(value, button);
    }

    /** Adds a value. */
    public final ToggleButton add(T value, String words) {
        return add(value, new ToggleButton(words));
    }

    private ToggleButton add(T value, ToggleButton button) {
        button.setUserData(value);
        getButtons().add(button);
        return button;
    }

    /** Shows a value as chosen, and tells nobody. */
    public final void show(T value) {
        following = true;
        getButtons().forEach(button -> button.setSelected(Objects.equals(button.getUserData(), value)));
        following = false;
    }

    private void changed(Toggle before, Toggle now) {
        if (following) {
            return;
        }
        if (now == null) {
            pressedAgain(before);
        } else {
            tell(now);
        }
    }

    /** One is always chosen: the one that was pressed again stays so. */
    protected void pressedAgain(Toggle chosen) {
        chosen.setSelected(true);
    }

    @SuppressWarnings("unchecked")
    private void tell(Toggle chosen) {
        onChoice.accept((T) chosen.getUserData());
    }

    private void key(KeyEvent key) {
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        switch (key.getCode()) {
            case LEFT -> move(mirrored);
            case RIGHT -> move(!mirrored);
            case UP -> move(false);
            case DOWN -> move(true);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** The keyboard goes along, whatever the choice shows elsewhere, and it stays to be seen where it is. */
    private void move(boolean forward) {
        List<ToggleButton> buttons = getButtons();
        for (int at = 0; at < buttons.size(); at++) {
            int next = at + (forward ? 1 : -1);
            if (buttons.get(at).isFocused() && next >= 0 && next < buttons.size()) {
                buttons.get(next).setSelected(true);
                buttons.get(at).requestFocusTraversal(forward ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
                return;
            }
        }
    }
}
