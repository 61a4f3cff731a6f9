package org.ringback.window.calls;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.capture.wire.Unusable;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.session.CallFilter;
import org.ringback.session.CallList;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.ChoiceMenu;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.KeyHelp;
import org.ringback.window.kit.Look;
import org.ringback.window.kit.NoteText;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.SearchField;
import org.ringback.window.kit.Wordings;
import org.ringback.window.share.CallSharing;
import org.ringback.words.EndingText;

/** What is open, and the filters of the list below. */
final class CallsToolbar extends VBox {

    private static final int MOST_UNUSABLE_SHOWN = 200;

    private final Session session;
    private final CallsModel calls;
    private final LiveTexts texts;
    private final Runnable findMessages;
    private final TextField words;
    private final KindChoice kinds;
    private final FlowPane filters = new FlowPane();
    private final ToggleButton problems = new ToggleButton("", Icons.of(Feather.ALERT_OCTAGON));
    private final Label name = new Label();
    private final Wordings summary = new Wordings("muted");
    private final Button unusable = new Button("", Icons.of(Feather.ALERT_TRIANGLE));
    private final FiltersButton unfold;
    private final CallSteps steps;
    private final Button reset = new Button("", Icons.of(Feather.ROTATE_CCW));
    private final Button program = new Button("", Icons.of(Feather.X));
    private final ToggleButton noted = new ToggleButton("", Icons.of(Feather.FLAG));
    private final ChoiceMenu<EndingText> endings;
    private final ChoiceMenu<Integer> codes;
    private final InvalidationListener onChange = change -> show();

    /** @param findMessages lets the user look for words in all messages */
    CallsToolbar(Session session, Opening opening, CallSharing sharing, Runnable findMessages) {
        this.findMessages = findMessages;
        this.session = session;
        this.calls = session.calls();
        this.texts = session.texts();
        this.words = new SearchField(opening);
        this.steps = new CallSteps(session);
        getStyleClass().add("calls-toolbar");
        kinds = new KindChoice(
                texts, chosen -> filter(calls.filterProperty().get().withKinds(chosen)));
        endings = new ChoiceMenu<>(
                texts,
                CallsViewText.ENDING_FILTER,
                (ending, language) -> language.get(ending),
                chosen -> filter(calls.filterProperty().get().withEndings(chosen)));
        codes = new ChoiceMenu<>(
                texts,
                CallsViewText.CODE_FILTER,
                (code, _) -> Integer.toString(code),
                chosen -> filter(calls.filterProperty().get().withCodes(chosen)));
        unfold = new FiltersButton(texts, filters());
        getChildren().addAll(source(opening, sharing), filters);
        calls.listProperty().addListener(onChange);
        calls.filterProperty().addListener(onChange);
        calls.capture().stateProperty().addListener(onChange);
        calls.capture().messagesProperty().addListener(onChange);
        calls.capture().sourceProperty().addListener(onChange);
        calls.capture().unusable().addListener(onChange);
        texts.textsProperty().addListener(onChange);
        show();
    }

    /** Where words that narrow the list are typed. */
    TextField words() {
        return words;
    }

    /** Shows the filters, also where they had given way, and where words are typed. */
    void unfold() {
        unfold.unfold();
    }

    /** Whether the filters give way to an open call. */
    void fold(boolean wanted) {
        unfold.fold(wanted);
    }

    /** Leads to other calls where the list is not shown. */
    CallSteps steps() {
        return steps;
    }

    private Node source(Opening opening, CallSharing sharing) {
        var open = new OpenMenu(session, opening);
        var paste = Icons.button(Icons.of(Feather.CLIPBOARD), texts.text(CallsViewText.PASTE));
        paste.setOnAction(click -> opening.paste());
        paste.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("source-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.maxWidthProperty().bind(session.textSize().zoomProperty().multiply(24 * Look.EM));
        // How many calls are in a list that is not shown, the steps through it tell.
        summary.visibleProperty().bind(steps.visibleProperty().not());
        summary.managedProperty().bind(summary.visibleProperty());
        unusable.getStyleClass().addAll("flat", "unusable");
        unusable.setMinWidth(USE_PREF_SIZE);
        unusable.setOnAction(click -> showUnusable());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Icons.button(Icons.of(Feather.X), texts.text(CallsViewText.CLOSE));
        close.setOnAction(click -> calls.close());
        close.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(
                open,
                paste,
                name,
                steps,
                summary,
                gap,
                unusable,
                unfold,
                new StatisticsButton(session),
                sharing.button(),
                close);
        line.getStyleClass().add("toolbar-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node filters() {
        words.promptTextProperty().bind(texts.text(CallsViewText.WORDS_PROMPT));
        words.accessibleTextProperty().bind(texts.text(CallsViewText.WORDS_PROMPT));
        words.getStyleClass().add("search");
        Icons.tooltip(words, texts.text(CallsViewText.WORDS_HELP, KeyHelp.shortcut("F")));
        words.textProperty().addListener((field, before, typed) -> {
            if (!typed.equals(calls.filterProperty().get().words())) {
                filter(calls.filterProperty().get().withWords(typed));
            }
        });
        var icon = Icons.of(Feather.FILTER);
        icon.setMouseTransparent(true);
        var box = new StackPane(words, icon);
        box.getStyleClass().addAll("search-box", "words-filter");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        problems.getStyleClass().add("problems-only");
        problems.setOnAction(press -> filter(calls.filterProperty().get().withProblemsOnly(problems.isSelected())));
        Icons.tooltip(problems, texts.text(CallsViewText.PROBLEMS_HELP));
        reset.textProperty().bind(texts.text(CallsViewText.RESET));
        reset.getStyleClass().addAll("flat", "reset-filters");
        reset.setOnAction(click -> filter(calls.filterProperty().get().withKindsOnly()));
        noted.getStyleClass().add("noted-only");
        noted.setOnAction(press -> filter(calls.filterProperty().get().withNotedOnly(noted.isSelected())));
        Icons.tooltip(noted, texts.text(NoteText.NOTED_ONLY_HELP));
        program.getStyleClass().add("program-chosen");
        Icons.tooltip(program, texts.text(CallsViewText.LEAVE_OUT));
        program.setOnAction(click -> filter(calls.filterProperty().get().withPrograms(Set.of())));
        var find = Icons.button(
                Icons.of(Feather.SEARCH), texts.text(CallsViewText.FIND_MESSAGES, KeyHelp.shortcut("Shift+F")));
        find.getStyleClass().add("find-messages-button");
        find.setOnAction(click -> findMessages.run());
        filters.getChildren()
                .addAll(box, find, problems, kinds, endings, codes, new TimeChoice(session), program, noted, reset);
        filters.getStyleClass().addAll("flow", "filters");
        return filters;
    }

    /** The filters take one line where they can: rather than a second one, the kinds become one menu. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double wanted = kinds.switchesWidth();
        for (Node filter : filters.getChildren()) {
            wanted += filter.isManaged() ? (filter == kinds ? 0 : filter.prefWidth(-1)) + filters.getHgap() : 0;
        }
        boolean tight = wanted - filters.getHgap() > room;
        if (tight != kinds.tight()) {
            // While a layout goes on, nothing may change that it has measured already.
            Platform.runLater(() -> kinds.setTight(tight));
        }
        super.layoutChildren();
    }

    private void filter(CallFilter filter) {
        calls.filterProperty().set(filter);
    }

    private void show() {
        Texts language = texts.get();
        CallFilter filter = calls.filterProperty().get();
        CallList list = calls.listProperty().get();
        if (!words.getText().equals(filter.words())) {
            words.setText(filter.words());
        }
        problems.setSelected(filter.problemsOnly());
        problems.setText(language.get(CallsViewText.PROBLEMS, language.numbers().count(list.problems())));
        problems.setDisable(list.problems() == 0 && !filter.problemsOnly());
        kinds.show(list, filter, language);
        endings.show(list.endings(), filter.endings());
        codes.show(list.codes(), filter.codes());
        noted.setSelected(filter.notedOnly());
        noted.setText(language.get(NoteText.NOTED_ONLY, language.numbers().count(list.noted())));
        noted.setVisible(list.noted() > 0 || filter.notedOnly());
        noted.setManaged(noted.isVisible());
        program.setVisible(!filter.programs().isEmpty());
        program.setManaged(program.isVisible());
        program.setText(language.get(
                CallsViewText.CHOSEN,
                language.get(CallsViewText.PROGRAM_FILTER),
                filter.programs().stream().sorted().collect(Collectors.joining(", "))));
        boolean narrowed = !filter.equals(filter.withKindsOnly());
        reset.setVisible(narrowed);
        reset.setManaged(narrowed);
        unfold.narrowed(narrowed);
        showSource(language, list);
    }

    private void showSource(Texts language, CallList list) {
        var source = calls.capture().sourceProperty().get();
        name.setText(source == null ? "" : CallWords.source(source, language));
        String messages = language.get(
                CallsViewText.MESSAGES_READ,
                language.numbers().count(calls.capture().messagesProperty().get()));
        String shown = language.get(
                CallsViewText.SHOWN,
                language.numbers().count(list.rows().size()),
                language.numbers().count(list.all()));
        if (list.all() == 0) {
            summary.say(messages);
        } else {
            summary.say(shown + "   " + messages, shown);
        }
        boolean faults = !calls.capture().unusable().isEmpty();
        unusable.setVisible(faults);
        unusable.setManaged(faults);
        unusable.setText(language.get(
                CallsViewText.UNUSABLE,
                language.numbers().count(calls.capture().unusable().size())));
    }

    private void showUnusable() {
        var answers = session.answers().get();
        var list = Prose.bullets(calls.capture().unusable().stream()
                .limit(MOST_UNUSABLE_SHOWN)
                .map((Unusable part) -> answers.unusable(
                        part, CallWords.file(calls.capture().sourceProperty().get(), part.file(), answers.texts())))
                .toList());
        var scroll = new PageScroll(texts);
        scroll.fit();
        scroll.show(list, false);
        scroll.getStyleClass().add("unusable-list");
        new Card(scroll, ArrowLocation.TOP_RIGHT).show(unusable);
    }
}
