package org.ringback.window.calls;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.capture.wire.Sighting;
import org.ringback.session.CallsModel;
import org.ringback.session.Open;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WordLookUp;
import org.ringback.window.text.FindBar;
import org.ringback.words.BrokenChecks;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderWords;

/** What was found out about the open call, the heaviest first. */
final class FindingsPane extends VBox {

    private final Session session;
    private final CallsModel calls;
    private final Consumer<String> openAddress;
    private final Consumer<String> copy;
    private final Runnable showMedia;
    private final PageScroll scroll;
    private final InvalidationListener onChange = change -> show();
    private Optional<Open> shown = Optional.empty();

    /**
     * Follows the open call of the session.
     *
     * @param copy takes what the user copies
     * @param showMedia shows what flowed as media
     */
    FindingsPane(Session session, Consumer<String> openAddress, Consumer<String> copy, Runnable showMedia) {
        this.session = session;
        this.calls = session.calls();
        this.openAddress = openAddress;
        this.copy = copy;
        this.showMedia = showMedia;
        this.scroll = new PageScroll(session.texts(), new WordLookUp(session));
        getStyleClass().add("findings-pane");
        setMinWidth(0);
        setVgrow(scroll, Priority.ALWAYS);
        var find = new FindBar(scroll, scroll.reading(), session.texts());
        find.opensFrom(this);
        getChildren().addAll(find, scroll);
        calls.openProperty().addListener(onChange);
        calls.notes().changedProperty().addListener(onChange);
        session.answers().addListener(onChange);
        show();
    }

    /** Puts the keyboard on the findings. */
    void read() {
        scroll.read(true);
    }

    private void show() {
        Open open = calls.openProperty().get();
        if (open == null) {
            return;
        }
        var answers = session.answers().get();
        var page = new VBox(new CallHeading(session, open).build());
        page.getStyleClass().add("findings");
        // Else the widest link, which may wrap or give way, would make the whole page scroll sideways.
        page.setMinWidth(0);
        OpenCall call = open.call();
        if (!open.examined()) {
            page.getChildren().add(Prose.text(answers.texts().get(CallsViewText.STILL_READING), "muted"));
        } else if (call.findings().isEmpty() && call.brokenRules() == 0) {
            page.getChildren().add(Prose.text(answers.texts().get(FindingLabel.NOTHING_FOUND), "muted"));
        }
        if (call.brokenRules() > 0) {
            page.getChildren()
                    .add(Prose.text(
                            BrokenChecks.of(
                                    call.brokenRules(), session.errorLog().map(Path::toString), answers.texts()),
                            "muted"));
        }
        var targets = new LinkTargets(
                session::open, openAddress, call.selectedProperty()::set, packet -> shownBy(call, packet));
        var painter = new FoundView(session, targets, copy);
        call.findings()
                .forEach(found -> page.getChildren()
                        .add(painter.of(found.finding(), LadderWords.letters(found.legs(), call.legs()))));
        Focus.keep(() -> scroll, () -> scroll.show(page, open.continues(shown)));
        shown = Optional.of(open);
    }

    /** In the ladder what the network did, among the media what belongs to a stream. */
    private Optional<Runnable> shownBy(OpenCall call, Sighting packet) {
        Optional<Runnable> mark = call.shownBy(packet).map(event -> () -> call.mark(event));
        return mark.or(() -> call.ofStream(packet) ? Optional.of(showMedia) : Optional.empty());
    }
}
