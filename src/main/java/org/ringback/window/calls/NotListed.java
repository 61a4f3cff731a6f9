package org.ringback.window.calls;

import javafx.beans.InvalidationListener;
import javafx.scene.layout.StackPane;
import org.ringback.session.CallRow;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Prose;
import org.ringback.window.text.WrappedText;

/** Says that the list has no row of the open call: who narrows the list does not lose the call, but should know why. */
final class NotListed extends StackPane {

    private final CallsModel calls;
    private final InvalidationListener onListed = change -> tell();

    NotListed(Session session) {
        this.calls = session.calls();
        WrappedText words = Prose.text("", "muted");
        words.textProperty().bind(session.texts().text(CallsViewText.NOT_IN_LIST));
        getStyleClass().add("not-in-list");
        getChildren().add(words);
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
        calls.listProperty().addListener(onListed);
        calls.chosenProperty().addListener(onListed);
        tell();
    }

    private void tell() {
        CallRow chosen = calls.chosenProperty().get();
        setVisible(chosen != null && !calls.listProperty().get().rows().contains(chosen));
    }
}
