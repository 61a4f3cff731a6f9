package org.ringback.window.pages;

import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.handbook.Entry;
import org.ringback.search.Aside;
import org.ringback.search.Found;
import org.ringback.search.SearchText;
import org.ringback.session.CallSearch;
import org.ringback.session.CodePickerModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Prose;

/**
 * What a search says beside the codes that it found: what was meant, what was typed that is no code, with links, and where
 * calls are open the way to those that have it.
 */
final class AsidesPane extends VBox {

    private static final int MOST_LINKS = 3;

    private final Session session;
    private final CodePickerModel model;
    private final IntConsumer open;
    private final InvalidationListener onResult = change -> show();

    AsidesPane(Session session, CodePickerModel model, IntConsumer open) {
        this.session = session;
        this.model = model;
        this.open = open;
        getStyleClass().add("picker-asides");
        model.result().addListener(onResult);
        model.queryProperty().addListener(onResult);
        show();
    }

    private void show() {
        Answers answers = session.answers().get();
        Found found = model.result().get();
        getChildren().clear();
        found.meant()
                .map(meant -> Prose.text(answers.texts().get(SearchText.MEANT, meant)))
                .ifPresent(getChildren()::add);
        String query = model.queryProperty().get().strip();
        if (model.equals(session.picker()) && CallSearch.mayFind(session, query)) {
            var calls = new Hyperlink(answers.texts().get(CallsViewText.ONLY_WITH, query));
            calls.setOnAction(click -> CallSearch.show(session, query));
            calls.setWrapText(true);
            getChildren().add(calls);
        }
        for (Aside aside : found.asides()) {
            // A long name may go on in the next line behind each of its words, and nowhere else.
            getChildren().add(Prose.text(aside.text().replace("_", "_\u200B")));
            // Many codes are easier to read in the list, where they come first.
            if (!aside.codes().isEmpty() && aside.codes().size() <= MOST_LINKS) {
                getChildren().add(links(answers, aside));
            }
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node links(Answers answers, Aside aside) {
        var links = new FlowPane();
        links.getStyleClass().add("picker-aside-links");
        for (int code : aside.codes()) {
            answers.find(code).map(this::link).ifPresent(links.getChildren()::add);
        }
        return links;
    }

    private Hyperlink link(Entry entry) {
        var link = new Hyperlink(entry.code().title());
        link.setOnAction(click -> open.accept(entry.number()));
        return link;
    }
}
