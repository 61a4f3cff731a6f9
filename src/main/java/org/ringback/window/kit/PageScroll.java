package org.ringback.window.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ringback.language.LiveTexts;

/** Shows one page at a time from its top. */
public final class PageScroll extends ScrollPane {

    private static final double KEPT_SHARE = 0.9;
    private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");

    public PageScroll(LiveTexts texts) {
        setFitToWidth(true);
        // A page is mostly text: without a stop of its own, arrow keys and Page Down could not reach its middle.
        setFocusTraversable(true);
        getStyleClass().add("page-scroll");
        addEventFilter(KeyEvent.KEY_PRESSED, this::turnPage);
        focusedProperty().addListener(change -> pseudoClassStateChanged(BY_KEYS, false));
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> pseudoClassStateChanged(BY_KEYS, false));
        accessibleTextProperty().bind(texts.text(WindowText.PAGE));
    }

    /** By itself a scroll pane moves a tenth of its content; a reader wants the next screenful, with a line to hold on to. */
    private void turnPage(KeyEvent key) {
        double screenful = switch (key.getCode()) {
            case PAGE_DOWN, SPACE -> KEPT_SHARE;
            case PAGE_UP -> -KEPT_SHARE;
            default -> 0;
        };
        double view = getViewportBounds().getHeight();
        double rest = getContent().getLayoutBounds().getHeight() - view;
        if (screenful != 0 && isFocused() && rest > 0) {
            setVvalue(Math.clamp(getVvalue() + screenful * view / rest, 0, 1));
            key.consume();
        }
    }

    /** Shows a page; who had the keyboard somewhere on the one before has it on this one. */
    public void show(Region page) {
        Node keyboard = Focus.ownerInside(getContent());
        setContent(page);
        setVvalue(0);
        if (keyboard != null) {
            read(keyboard.isFocusVisible());
        }
    }

    /**
     * Puts the keyboard on the page.
     *
     * @param byKeys whether to show where the keyboard is: by itself the toolkit does so only after Tab
     */
    public void read(boolean byKeys) {
        requestFocus();
        pseudoClassStateChanged(BY_KEYS, byKeys);
    }
}
