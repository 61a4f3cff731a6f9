package org.ringback.window;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.ringback.language.LiveTexts;

/** Shows one page at a time from its top. */
final class PageScroll extends ScrollPane {

    PageScroll(LiveTexts texts) {
        setFitToWidth(true);
        // A page is mostly text: without a stop of its own, arrow keys and Page Down could not reach its middle.
        setFocusTraversable(true);
        getStyleClass().add("page-scroll");
        accessibleTextProperty().bind(texts.text(WindowText.PAGE));
    }

    void show(Region page) {
        setContent(page);
        setVvalue(0);
    }
}
