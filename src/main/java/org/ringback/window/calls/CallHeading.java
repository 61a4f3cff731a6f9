package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.call.CallTimes;
import org.ringback.call.Note;
import org.ringback.handbook.Entry;
import org.ringback.language.Texts;
import org.ringback.session.CallRow;
import org.ringback.session.CallsModel;
import org.ringback.session.Open;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.CodeStyle;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.NoteTarget;
import org.ringback.window.kit.NoteTools;
import org.ringback.window.kit.Prose;
import org.ringback.words.LegText;
import org.ringback.words.TalkTime;

/** Which call is open, how it ended, and with which other legs it stands together; made anew for another language. */
final class CallHeading {

    private final Session session;
    private final CallsModel calls;
    private final Open open;
    private final CallRow row;
    private final Texts texts;

    CallHeading(Session session, Open open) {
        this.session = session;
        this.calls = session.calls();
        this.open = open;
        this.row = open.row();
        this.texts = session.texts().get();
    }

    VBox build() {
        var box = new VBox(title());
        box.getStyleClass().add("call-heading");
        String times = times();
        if (!times.isEmpty()) {
            box.getChildren().add(Prose.text(times, "muted"));
        }
        Note note = calls.notes().of(row.call());
        if (!note.text().isEmpty()) {
            box.getChildren().add(Prose.text(note.text(), "prose", "noted"));
        }
        addLegs(
                box,
                CallsViewText.OTHER_LEGS,
                open.others().stream().map(this::leg).toList());
        addLegs(
                box,
                CallsViewText.SEPARATED_LEGS,
                open.undone().stream().map(this::undone).toList());
        return box;
    }

    private void addLegs(VBox box, CallsViewText heading, List<Node> lines) {
        if (!lines.isEmpty()) {
            var legs = new VBox(Prose.text(texts.get(heading), "about"));
            legs.getChildren().addAll(lines);
            legs.getStyleClass().add("legs");
            box.getChildren().add(legs);
        }
    }

    private Node title() {
        var names = Prose.text(CallWords.name(row.from()) + " \u2192 " + CallWords.name(row.to()), "call-names");
        // Numbers run to the right in every language: an arrow to the left would point from the called one to the
        // caller.
        names.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        names.setMaxWidth(Region.USE_PREF_SIZE);
        var ending = Prose.text(texts.get(row.ending()), "page-subtitle");
        var words = new VBox(names, ending);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words);
        Optional<Entry> entry = session.answers().get().find(row.code());
        entry.ifPresent(known -> line.getChildren().addFirst(code(known)));
        line.getChildren().add(new NoteTools(NoteTarget.of(session, row.call()), session.texts()));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("call-title");
        return line;
    }

    private Node code(Entry entry) {
        var button = new Button("", CodeStyle.badge(entry.code(), "medium"));
        button.getStyleClass().addAll("flat", "code-button");
        button.setAccessibleText(entry.code().title());
        button.setTooltip(new Tooltip(entry.code().title()));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(click -> session.open(entry.number()));
        return button;
    }

    private String times() {
        CallTimes times = row.call().times();
        List<String> parts = new ArrayList<>();
        times.postDialDelay()
                .ifPresent(span -> parts.add(texts.get(CallsViewText.SETUP_TIME, CallWords.seconds(span, texts))));
        times.ringTime()
                .ifPresent(span -> parts.add(texts.get(CallsViewText.RING_TIME, CallWords.seconds(span, texts))));
        times.talkTime().ifPresent(span -> parts.add(texts.get(CallsViewText.TALK_TIME, TalkTime.of(span))));
        return String.join("   ", parts);
    }

    private Node undone(Open.Undone undone) {
        return line(
                Prose.text(LegText.of(undone.link(), texts), "muted"),
                button(CallsViewText.LINK_AGAIN, Feather.LINK, () -> calls.linkAgain(undone.later())));
    }

    private Node leg(Open.Leg other) {
        CallRow leg = other.row();
        var name = new Hyperlink(CallWords.name(leg.from()) + " \u2013 " + CallWords.name(leg.to()) + ", "
                + texts.get(leg.ending()) + (leg.code() == 0 ? "" : " " + leg.code()));
        name.setOnAction(click -> calls.open(leg));
        name.setMinWidth(0);
        var words = new VBox(name);
        other.link().ifPresent(reason -> words.getChildren().add(Prose.text(LegText.of(reason, texts), "muted")));
        words.getStyleClass().add("leg");
        return line(words, button(CallsViewText.UNLINK, Feather.SCISSORS, () -> calls.unlink(other.later())));
    }

    private Node button(CallsViewText words, Feather icon, Runnable action) {
        var button = Icons.button(Icons.of(icon), session.texts().text(words));
        button.getStyleClass().add("leg-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(click -> action.run());
        return button;
    }

    private static Node line(Region words, Node button) {
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var line = new HBox(words, button);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
