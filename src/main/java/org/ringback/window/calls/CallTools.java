package org.ringback.window.calls;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;

/** What can be done with the page of the open call. */
final class CallTools extends HBox {

    private final Session session;
    private final Button enlarge;

    /**
     * Beside a call that shares the window with the list.
     *
     * @param onEnlarge gives the call the place of the list, or the list its place again
     */
    CallTools(Session session, Runnable onEnlarge, Runnable onClose) {
        this.session = session;
        enlarge = Icons.button(Icons.of(Feather.MAXIMIZE_2), session.texts().text(CallsViewText.ENLARGE_CALL));
        enlarge.getStyleClass().add("enlarge-call");
        enlarge.setOnAction(click -> onEnlarge.run());
        enlarge.setMinWidth(USE_PREF_SIZE);
        var close = Icons.button(Icons.of(Feather.X), session.texts().text(CallsViewText.CLOSE_CALL));
        close.getStyleClass().add("close-call");
        close.setOnAction(click -> onClose.run());
        close.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(enlarge, close);
        setAlignment(Pos.CENTER_RIGHT);
    }

    /** Whether the call has the place of the list now. */
    void enlarged(boolean alone) {
        var words = session.texts().text(alone ? CallsViewText.SHOW_LIST : CallsViewText.ENLARGE_CALL);
        enlarge.setGraphic(Icons.of(alone ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
        enlarge.accessibleTextProperty().bind(words);
        Icons.tooltip(enlarge, words);
    }
}
