package org.ringback.window.calls;

import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.call.ZoneTimes;
import org.ringback.call.ZoneTimes.Stretch;
import org.ringback.capture.wire.Captured;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.session.CallList;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.session.TimeRange;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;

/** Says when the calls in the list began, if that was chosen, and lets the user choose it. */
final class TimeChoice extends Button {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final LiveTexts texts;
    private final CallsModel calls;
    private final ZoneTimes times = new ZoneTimes(ZoneId.systemDefault());
    private final InvalidationListener onChange = change -> showChosen();

    TimeChoice(Session session) {
        super("", Icons.of(Feather.CLOCK));
        this.texts = session.texts();
        this.calls = session.calls();
        getStyleClass().add("time-choice");
        setMinWidth(USE_PREF_SIZE);
        Icons.tooltip(this, texts.text(CallsViewText.TIME_HINT));
        setOnAction(click -> open());
        calls.filterProperty().addListener(onChange);
        calls.listProperty().addListener(onChange);
        texts.textsProperty().addListener(onChange);
        showChosen();
    }

    private void showChosen() {
        Texts language = texts.get();
        TimeRange range = calls.filterProperty().get().began();
        setDisable(calls.listProperty().get().first() == Captured.NO_TIME && range.equals(TimeRange.ANY));
        pseudoClassStateChanged(CHOSEN, !range.equals(TimeRange.ANY));
        setText(
                range.equals(TimeRange.ANY)
                        ? language.get(CallsViewText.TIME_FILTER)
                        : language.get(
                                CallsViewText.CHOSEN, language.get(CallsViewText.TIME_FILTER), words(range, language)));
    }

    private String words(TimeRange range, Texts language) {
        if (range.from().isEmpty()) {
            return language.get(CallsViewText.TIME_UNTIL, shown(range.to().orElseThrow()));
        }
        String from = shown(range.from().orElseThrow());
        return range.to().isEmpty()
                ? language.get(CallsViewText.TIME_SINCE, from)
                : language.get(
                        CallsViewText.TIME_BETWEEN, from, shown(range.to().orElseThrow()));
    }

    /** To the millisecond, and with the date where the calls are of more than one day. */
    private String shown(long moment) {
        CallList list = calls.listProperty().get();
        return times.differentDays(list.first(), list.last()) ? times.dated(moment) : times.clock(moment);
    }

    private void open() {
        var card = new Content();
        card.over.show(this);
        card.from.requestFocus();
    }

    /** Two fields, of which one may stay empty. */
    private final class Content {

        private final Texts language = texts.get();
        private final TextField from = new TextField();
        private final TextField to = new TextField();
        private final Button apply = new Button(language.get(CallsViewText.TIME_APPLY));
        private final Node wrong = Prose.text(language.get(CallsViewText.TIME_WRONG), "muted");
        private final Card over;

        Content() {
            TimeRange range = calls.filterProperty().get().began();
            CallList list = calls.listProperty().get();
            var page = new VBox(
                    Prose.text(language.get(CallsViewText.TIME_HINT), "muted"),
                    line(CallsViewText.TIME_FROM, from, list.first(), range.from()),
                    line(CallsViewText.TIME_TO, to, list.last(), range.to()),
                    wrong,
                    apply);
            page.getStyleClass().add("time-card");
            apply.getStyleClass().addAll("accent", "apply-time");
            apply.setOnAction(click -> apply());
            check();
            var scroll = new PageScroll(texts);
            scroll.show(page, false);
            scroll.getStyleClass().add("time-choice-card");
            over = new Card(scroll, ArrowLocation.TOP_CENTER);
        }

        private Node line(CallsViewText name, TextField field, long usual, OptionalLong chosen) {
            var label = new Label(language.get(name));
            label.setMinWidth(USE_PREF_SIZE);
            label.setLabelFor(field);
            field.setAccessibleText(language.get(name));
            field.setPromptText(usual == Captured.NO_TIME ? "" : shown(usual));
            field.setText(chosen.isPresent() ? shown(chosen.getAsLong()) : "");
            field.textProperty().addListener(change -> check());
            field.setOnAction(enter -> apply());
            var line = new HBox(label, field);
            line.getStyleClass().add("toolbar-line");
            return line;
        }

        /** What was typed, one end of which counts; nothing if nothing was, and empty if it is no time. */
        private Optional<OptionalLong> end(TextField field, long usual, ToLongFunction<Stretch> end) {
            if (field.getText().isBlank()) {
                return Optional.of(OptionalLong.empty());
            }
            return times.read(field.getText(), usual).map(read -> OptionalLong.of(end.applyAsLong(read)));
        }

        private Optional<OptionalLong> first() {
            return end(from, calls.listProperty().get().first(), Stretch::first);
        }

        private Optional<OptionalLong> last() {
            return end(to, calls.listProperty().get().last(), Stretch::last);
        }

        private void check() {
            from.pseudoClassStateChanged(WRONG, first().isEmpty());
            to.pseudoClassStateChanged(WRONG, last().isEmpty());
            boolean bad = first().isEmpty() || last().isEmpty();
            apply.setDisable(bad);
            wrong.setVisible(bad);
        }

        private void apply() {
            if (!apply.isDisabled()) {
                var range = new TimeRange(first().orElseThrow(), last().orElseThrow());
                over.hide();
                calls.filterProperty().set(calls.filterProperty().get().withBegan(range));
            }
        }
    }
}
