package org.ringback.window;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.ringback.language.LiveTexts;

/** Shows one page at a time from its top. */
final class PageScroll extends ScrollPane {

    private static final double KEPT_SHARE = 0.9;

    PageScroll(LiveTexts texts) {
        setFitToWidth(true);
        // A page is mostly text: without a stop of its own, arrow keys and Page Down could not reach its middle.
        setFocusTraversable(true);
        getStyleClass().add("page-scroll");
        addEventFilter(KeyEvent.KEY_PRESSED, this::turnPage);
        accessibleTextProperty().bind(texts.text(WindowText.PAGE));
    }

    /** By itself a scroll pane moves a tenth of its content; a reader wants the next screenful, with a line to hold on to. */
    private void turnPage(KeyEvent key) {
        double screenful =
                switch (key.getCode()) {
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

    void show(Region page) {
        setContent(page);
        setVvalue(0);
    }
}
