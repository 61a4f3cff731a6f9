package org.ringback.window.text;

import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Chooses letters by mouse and keys, as in any text that is read. */
public final class Hand {

    private final Node owner;
    private final ReadLines lines;
    private final LetterSelection selection;
    private boolean dragging;

    /** @param owner what has the lines in it, and the keyboard while they are read */
    public Hand(Node owner, ReadLines lines, LetterSelection selection) {
        this.owner = owner;
        this.lines = lines;
        this.selection = selection;
        owner.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        owner.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        owner.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> dragging = false);
        owner.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent press) {
        dragging = press.getButton() == MouseButton.PRIMARY && !ownUse(press);
        if (!dragging) {
            return;
        }
        Optional<Position> at = position(press.getSceneX(), press.getSceneY());
        dragging = at.isPresent();
        at.ifPresent(place -> press(press, place));
    }

    private void press(MouseEvent press, Position place) {
        if (press.isShiftDown()) {
            selection.extend(place);
        } else if (press.getClickCount() == 2) {
            selection.chooseWord(place.line(), letter(place.line(), press));
        } else if (press.getClickCount() > 2) {
            selection.chooseLine(place.line());
        } else {
            selection.begin(place);
        }
    }

    private int letter(int line, MouseEvent press) {
        return lines.shown(line)
                .map(passage -> passage.letter(press.getSceneX(), press.getSceneY()))
                .orElse(0);
    }

    private void dragged(MouseEvent drag) {
        if (dragging && !drag.isStillSincePress()) {
            position(drag.getSceneX(), drag.getSceneY()).ifPresent(place -> {
                selection.extend(place);
                lines.reveal(place.line(), new Range(place.offset(), place.offset()));
            });
        }
    }

    /** What is pressed for another reason than its letters. */
    private static boolean ownUse(MouseEvent press) {
        for (Node at = press.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof ButtonBase || at instanceof ScrollBar || at instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    /** The place between two letters that is nearest to a point of the scene. */
    Optional<Position> position(double sceneX, double sceneY) {
        int line = lines.at(sceneX, sceneY);
        return line < 0
                ? Optional.empty()
                : Optional.of(new Position(
                        line,
                        lines.shown(line)
                                .map(passage -> passage.offset(sceneX, sceneY))
                                .orElse(0)));
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown()) {
            shortcut(key);
        } else if (key.isShiftDown() && !key.isAltDown() && lines.count() > 0) {
            if (selection.isEmpty() && !lines.keysBegin()) {
                return;
            }
            extend(key);
        } else if (key.getCode() == KeyCode.ESCAPE && !selection.isEmpty()) {
            selection.clear();
            key.consume();
        }
    }

    private void shortcut(KeyEvent key) {
        if (key.getCode() == KeyCode.A) {
            selection.chooseAll();
            key.consume();
        } else if (Copied.asked(key) && !selection.isEmpty()) {
            Copied.put(selection.text());
            key.consume();
        }
    }

    private void extend(KeyEvent key) {
        int right = owner.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1;
        Position head = selection.head();
        switch (key.getCode()) {
            case RIGHT -> selection.extendBy(right, key.isShortcutDown());
            case LEFT -> selection.extendBy(-right, key.isShortcutDown());
            case HOME -> selection.extend(new Position(key.isShortcutDown() ? 0 : head.line(), 0));
            case END -> {
                int line = key.isShortcutDown() ? lines.count() - 1 : head.line();
                selection.extend(new Position(line, lines.text(line).length()));
            }
            case UP -> vertically(-1);
            case DOWN -> vertically(1);
            default -> {
                return;
            }
        }
        Position now = selection.head();
        lines.reveal(now.line(), new Range(now.offset(), now.offset()));
        key.consume();
    }

    /** To what stands above or below in the paragraph, or to the paragraph before or after it. */
    private void vertically(int way) {
        Position head = selection.head();
        Optional<WrappedText> passage = lines.shown(head.line());
        Optional<Integer> there = passage.flatMap(shown -> shown.beside(head.offset(), way));
        if (there.isPresent()) {
            selection.extend(new Position(head.line(), there.get()));
        } else if (way > 0 && head.line() + 1 < lines.count()) {
            selection.extend(new Position(head.line() + 1, head.offset() == 0 ? 0 : Integer.MAX_VALUE));
        } else if (way < 0 && head.line() > 0) {
            selection.extend(new Position(head.line() - 1, 0));
        }
    }
}
