package org.ringback.window.calls;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.call.Message;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.diagnosis.incident.Incident;
import org.ringback.session.CallFilter;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WeightStyle;
import org.ringback.window.kit.WordLookUp;
import org.ringback.words.BrokenChecks;
import org.ringback.words.FindingLabel;

/** Above the list: what struck several calls. Each opens a card that says more and shows just these calls. */
final class IncidentBar extends FlowPane {

    /** More would push the list away; the heaviest come first. */
    private static final int MOST = 5;

    private final Session session;
    private final CallsModel calls;
    private final Consumer<String> openAddress;
    private final Consumer<String> copy;
    private final InvalidationListener onChange = change -> show();

    /**
     * Follows what is known of the calls of the session.
     *
     * @param copy takes what the user copies
     */
    IncidentBar(Session session, Consumer<String> openAddress, Consumer<String> copy) {
        this.session = session;
        this.calls = session.calls();
        this.openAddress = openAddress;
        this.copy = copy;
        getStyleClass().addAll("flow", "incidents");
        calls.commonCausesProperty().addListener(onChange);
        session.answers().addListener(onChange);
        show();
    }

    private void show() {
        CommonCauses causes = calls.commonCausesProperty().get();
        List<Incident> incidents = causes.incidents();
        setVisible(!causes.equals(CommonCauses.NONE));
        setManaged(isVisible());
        getChildren().clear();
        if (!incidents.isEmpty()) {
            boolean struck =
                    incidents.stream().anyMatch(incident -> !incident.calls().isEmpty());
            var label = new Label(
                    session.answers().get().texts().get(struck ? FindingLabel.INCIDENTS : FindingLabel.BESIDE_CALLS));
            label.getStyleClass().add("muted");
            getChildren().add(label);
            incidents.stream().limit(MOST).map(this::button).forEach(getChildren()::add);
        }
        if (causes.broken() > 0) {
            getChildren()
                    .add(Prose.text(
                            BrokenChecks.of(
                                    causes.broken(),
                                    session.errorLog().map(Path::toString),
                                    session.answers().get().texts()),
                            "muted"));
        }
    }

    private Button button(Incident incident) {
        var answers = session.answers().get();
        String title = answers.cards(ZoneId.systemDefault())
                .card(incident.finding(), List.of())
                .title();
        int struck = incident.calls().size();
        var button = new Button(
                struck == 0
                        ? title
                        : answers.texts()
                                .get(
                                        CallsViewText.CHOSEN,
                                        title,
                                        answers.texts().numbers().count(struck)),
                Icons.of(WeightStyle.glyph(incident.finding().kind().weight())));
        button.getStyleClass().addAll("incident", "flat");
        button.setMnemonicParsing(false);
        button.setOnAction(click -> open(incident, button));
        return button;
    }

    private void open(Incident incident, Button beside) {
        var answers = session.answers().get();
        var scroll = new PageScroll(session.texts(), new WordLookUp(session));
        var card = new Card(scroll, ArrowLocation.TOP_CENTER);
        var painter = new FoundView(
                session, new LinkTargets(session::open, openAddress, message -> openCallOf(message, incident)), copy);
        var only = new Button(answers.texts().get(CallsViewText.SHOW_STRUCK), Icons.of(Feather.FILTER));
        only.getStyleClass().add("show-struck");
        only.setOnAction(click -> {
            card.hide();
            calls.filterProperty().set(CallFilter.USUAL.withStruck(Set.copyOf(incident.calls())));
        });
        only.setVisible(!incident.calls().isEmpty());
        only.setManaged(only.isVisible());
        var page = new VBox(only, painter.of(incident.finding(), List.of()));
        page.getStyleClass().add("findings");
        scroll.getStyleClass().add("incident-card");
        scroll.show(page, false);
        card.show(beside);
    }

    private void openCallOf(Message message, Incident incident) {
        calls.listProperty().get().rows().stream()
                .filter(row -> incident.calls().contains(row.call())
                        && row.call().messages().contains(message))
                .findFirst()
                .ifPresent(calls::open);
    }
}
