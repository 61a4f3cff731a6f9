package org.ringback.window.message;

import java.util.function.Function;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.page.Document;
import org.ringback.session.Session;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.PageView;
import org.ringback.window.kit.WordLookUp;
import org.ringback.window.text.FindBar;

/** What the network did: a packet that is no message has no lines to be read, so it is told on a page. */
final class EventReader extends VBox implements MessageContent {

    private final Session session;
    private final Function<Answers, Document> told;
    private final PageScroll scroll;

    /** @param told its page in the language of the moment */
    EventReader(Session session, Function<Answers, Document> told) {
        this.session = session;
        this.told = told;
        this.scroll = new PageScroll(session.texts(), new WordLookUp(session));
        getStyleClass().add("event-reader");
        setMinWidth(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var find = new FindBar(scroll, scroll.reading(), session.texts());
        find.opensFrom(this);
        getChildren().addAll(find, scroll);
        show(session.answers().get(), false);
    }

    @Override
    public void speak(Answers answers) {
        show(answers, true);
    }

    private void show(Answers answers, boolean keepPlace) {
        var painter = new PageView(answers.texts(), LinkTargets.of(session::open, address -> {}));
        scroll.show(painter.page(told.apply(answers), "packet-page"), keepPlace);
    }
}
