package org.ringback.window.calls;

import java.util.Optional;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.reading.Joint.LegFinding;
import org.ringback.session.CallsModel;
import org.ringback.session.Open;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;
import org.ringback.words.BrokenChecks;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderWords;

/** What was found out about the open call, the heaviest first. */
final class FindingsPane extends VBox {

    private final Session session;
    private final CallsModel calls;
    private final Consumer<String> openAddress;
    private final PageScroll scroll;
    private final InvalidationListener onChange = change -> show();
    private Optional<Open> shown = Optional.empty();

    FindingsPane(Session session, Consumer<String> openAddress) {
        this.session = session;
        this.calls = session.calls();
        this.openAddress = openAddress;
        this.scroll = new PageScroll(session.texts());
        getStyleClass().add("findings-pane");
        setMinWidth(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        calls.openProperty().addListener(onChange);
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
        call.findings()
                .forEach(found -> page.getChildren()
                        .add(new FindingCard(
                                        answers,
                                        found.finding(),
                                        letters(found, call),
                                        call.selectedProperty()::set,
                                        session::open,
                                        openAddress)
                                .build()));
        scroll.show(page, open.continues(shown));
        shown = Optional.of(open);
    }

    /** Of the legs of which it is true, as in the ladder; none where there is only one leg. */
    private static List<String> letters(LegFinding found, OpenCall open) {
        return open.legs().size() == 1
                ? List.of()
                : found.legs().stream()
                        .map(leg -> open.legs().indexOf(leg))
                        .sorted()
                        .map(LadderWords::leg)
                        .toList();
    }
}
