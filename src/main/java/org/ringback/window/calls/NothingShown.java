package org.ringback.window.calls;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ringback.language.Texts;
import org.ringback.session.CallFilter;
import org.ringback.session.CallList;
import org.ringback.session.CallsModel;
import org.ringback.session.CaptureModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.KeyHelp;
import org.ringback.window.kit.Prose;
import org.ringback.window.text.WrappedText;

/** Stands where the list has no rows: says why there is nothing, or nothing yet, and leads back to something. */
final class NothingShown extends VBox {

    private final Session session;
    private final CallsModel calls;
    private final Label title = new Label();
    private final WrappedText hint = Prose.text("", "muted");
    private final Hyperlink messages = new Hyperlink();
    private final Hyperlink all = new Hyperlink();

    NothingShown(Session session) {
        this.session = session;
        this.calls = session.calls();
        title.getStyleClass().add("empty-title");
        all.textProperty().bind(session.texts().text(CallsViewText.RESET));
        all.getStyleClass().add("reset-all");
        all.setOnAction(click -> calls.filterProperty().set(CallFilter.USUAL));
        messages.textProperty().bind(session.texts().text(CallsViewText.FIND_MESSAGES, KeyHelp.shortcut("Shift+F")));
        messages.getStyleClass().add("look-in-messages");
        offerMessages(false);
        getChildren().addAll(title, hint, messages, all);
        getStyleClass().add("empty");
        setAlignment(Pos.TOP_LEFT);
        InvalidationListener onChange = change -> show();
        calls.listProperty().addListener(onChange);
        calls.capture().stateProperty().addListener(onChange);
        session.texts().textsProperty().addListener(onChange);
        show();
    }

    /** Words that are in no row may be in a message. */
    void lookInMessages(Consumer<String> look) {
        messages.setOnAction(click -> look.accept(calls.filterProperty().get().words()));
    }

    private void show() {
        Texts texts = session.texts().get();
        boolean yet = gathering(calls);
        title.setText(texts.get(yet ? CallsViewText.GATHERING : CallsViewText.NOTHING_FITS));
        hint.setText(yet ? texts.get(CallsViewText.GATHERING_HINT) : why(texts));
        all.setVisible(!yet);
        offerMessages(!yet && !calls.filterProperty().get().words().isBlank());
    }

    private void offerMessages(boolean offer) {
        messages.setVisible(offer);
        messages.setManaged(offer);
    }

    /** Whether calls are still to come: what is read is shown only where it is nothing. */
    static boolean gathering(CallsModel calls) {
        CallList list = calls.listProperty().get();
        return list.all() == 0
                || (list.rows().isEmpty()
                        && calls.capture().stateProperty().get() == CaptureModel.State.LOADING
                        && calls.filterProperty().get().equals(CallFilter.USUAL));
    }

    private String why(Texts texts) {
        CallFilter filter = calls.filterProperty().get();
        CallList list = calls.listProperty().get();
        if (filter.kinds().stream().allMatch(kind -> list.total().getOrDefault(kind, 0) == 0)) {
            return texts.get(CallsViewText.NO_KIND, texts.numbers().count(list.all()));
        }
        if (filter.problemsOnly() && list.problems() == 0) {
            return texts.get(CallsViewText.NOTHING_FAILED);
        }
        return filter.words().isBlank()
                ? texts.get(CallsViewText.NOTHING_FITS_FILTERS)
                : texts.get(CallsViewText.NOTHING_FITS_WORDS, filter.words());
    }
}
