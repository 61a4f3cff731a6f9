package org.ringback.window.ladder;

import java.util.function.Supplier;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.ringback.ladder.Line;
import org.ringback.session.LadderModel;
import org.ringback.window.text.Copied;

/** What keys and the wheel do in a ladder, before its list takes them for itself. */
final class LadderKeys {

    private final LadderModel model;
    private final ListView<Line> list;
    private final ScrollBar sideways;
    private final Supplier<String> copied;
    private final Runnable open;

    private LadderKeys(
            LadderModel model, ListView<Line> list, ScrollBar sideways, Supplier<String> copied, Runnable open) {
        this.model = model;
        this.list = list;
        this.sideways = sideways;
        this.copied = copied;
        this.open = open;
    }

    /**
     * Listens to the list of arrows.
     *
     * @param copied the selected arrow as a person pastes it
     * @param open opens the selected arrow
     */
    static void listen(
            LadderModel model, ListView<Line> list, ScrollBar sideways, Supplier<String> copied, Runnable open) {
        var keys = new LadderKeys(model, list, sideways, copied, open);
        list.addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
        list.addEventFilter(ScrollEvent.SCROLL, keys::wheel);
    }

    private void press(KeyEvent key) {
        KeyCode code = key.getCode();
        if (Copied.asked(key) && !list.getSelectionModel().isEmpty()) {
            Copied.put(copied.get());
            key.consume();
            return;
        }
        boolean done = key.isAltDown() ? altKey(code) : zoomKey(code) || (!key.isShortcutDown() && plainKey(code));
        if (done) {
            key.consume();
        }
    }

    private boolean altKey(KeyCode code) {
        boolean moves = code == KeyCode.UP || code == KeyCode.DOWN;
        if (moves) {
            model.step(code == KeyCode.DOWN);
        }
        return moves;
    }

    private boolean plainKey(KeyCode code) {
        switch (code) {
            case OPEN_BRACKET -> model.step(false);
            case CLOSE_BRACKET -> model.step(true);
            case ENTER -> open.run();
            case K -> model.toggleKey();
            case F ->
                model.options()
                        .foldedProperty()
                        .set(!model.options().foldedProperty().get());
            case DOWN -> {
                // By itself a list begins with the second row.
                if (!list.getSelectionModel().isEmpty()) {
                    return false;
                }
                list.getSelectionModel().selectFirst();
            }
            case LEFT -> scroll(-sideways.getUnitIncrement());
            case RIGHT -> scroll(sideways.getUnitIncrement());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean zoomKey(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> model.options().zoomIn();
            case MINUS, SUBTRACT -> model.options().zoomOut();
            case DIGIT0, NUMPAD0 -> model.options().resetZoom();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void scroll(double by) {
        sideways.setValue(Math.clamp(sideways.getValue() + by, 0, sideways.getMax()));
    }

    /** With Ctrl the wheel zooms, with Shift or sideways it scrolls sideways. */
    private void wheel(ScrollEvent wheel) {
        if (wheel.isShortcutDown() && wheel.getDeltaY() != 0) {
            if (wheel.getDeltaY() > 0) {
                model.options().zoomIn();
            } else {
                model.options().zoomOut();
            }
            wheel.consume();
        } else if (wheel.getDeltaX() != 0) {
            scroll(-wheel.getDeltaX());
            wheel.consume();
        }
    }
}
