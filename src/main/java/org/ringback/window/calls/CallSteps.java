package org.ringback.window.calls;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.Texts;
import org.ringback.session.CallRow;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;

/** Leads from the open call to the one before and after it in the list, where the list itself is not shown. */
final class CallSteps extends HBox {

    private final Session session;
    private final CallsModel calls;
    private final Button before;
    private final Button after;
    private final Label place = new Label();
    private final InvalidationListener onChange = change -> show();

    CallSteps(Session session) {
        this.session = session;
        this.calls = session.calls();
        getStyleClass().add("call-steps");
        setAlignment(Pos.CENTER_LEFT);
        before = Icons.button(Icons.of(Feather.CHEVRON_UP), session.texts().text(CallsViewText.CALL_BEFORE));
        before.getStyleClass().add("call-before");
        before.setOnAction(click -> step(-1));
        after = Icons.button(Icons.of(Feather.CHEVRON_DOWN), session.texts().text(CallsViewText.CALL_AFTER));
        after.getStyleClass().add("call-after");
        after.setOnAction(click -> step(1));
        place.getStyleClass().add("muted");
        place.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(before, after, place);
        setMinWidth(USE_PREF_SIZE);
        calls.listProperty().addListener(onChange);
        calls.chosenProperty().addListener(onChange);
        session.texts().textsProperty().addListener(onChange);
        enlarged(false);
    }

    /** Whether the open call has the place of the list. */
    void enlarged(boolean alone) {
        setVisible(alone);
        setManaged(alone);
        show();
    }

    /** Opens the call so many rows further down, if there is one. */
    void step(int rows) {
        List<CallRow> list = calls.listProperty().get().rows();
        int wanted = list.indexOf(calls.chosenProperty().get()) + rows;
        if (wanted >= 0 && wanted < list.size()) {
            calls.open(list.get(wanted));
        }
    }

    /** Of a call that the filters leave out the list knows no place, but its first one comes after it. */
    private void show() {
        if (!isVisible()) {
            return;
        }
        List<CallRow> list = calls.listProperty().get().rows();
        int at = list.indexOf(calls.chosenProperty().get());
        before.setDisable(at <= 0);
        after.setDisable(at >= list.size() - 1);
        Texts language = session.texts().get();
        place.setText(
                at < 0
                        ? ""
                        : language.get(
                                CallsViewText.CALL_PLACE,
                                language.numbers().count(at + 1),
                                language.numbers().count(list.size())));
    }
}
