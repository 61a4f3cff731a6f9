package org.ringback.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.handbook.Entry;
import org.ringback.language.Language;
import org.ringback.language.LiveTexts;
import org.ringback.reading.CaptureSource;
import org.ringback.settings.Settings;

/** The single source of truth for the window: language, theme, section, and the models of the sections. */
public final class Session {

    private static final int FIRST_CODE = 486;
    private static final int FIRST_LEFT = 486;
    private static final int FIRST_RIGHT = 600;

    private final Library library;
    private final Executor screen;
    private final Diagnosis diagnosis;
    private final Supplier<Optional<Path>> errorLog;
    private final ReadOnlyObjectWrapper<Answers> answers;
    private final LiveTexts texts;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Section> section;
    private final OtherLanguages otherLanguages;
    private final CodePickerModel picker;
    private final HandbookModel handbook;
    private final History history;
    private final ComparisonModel comparison;
    private final TextSize textSize;
    private final LadderOptions ladder;
    private final CallsModel calls;
    private final CallShareModel callShare;
    private final MessageSearch messageSearch;
    private final CallsLayout callsLayout;
    private final ObservableValue<Settings> remembered;

    /** Starts where the user left off, examines calls by every rule, and knows of no error log. */
    public Session(Library library, Settings settings, Locale system, Executor screen) {
        this(library, settings, system, screen, new Diagnosis(), Optional::empty);
    }

    /**
     * Starts where the user left off.
     *
     * @param system the language of the system, for the first start
     * @param screen runs what comes from other threads on the one that uses this session
     * @param errorLog where a mistake in the program can be read about, if there is such a file by then
     */
    public Session(
            Library library,
            Settings settings,
            Locale system,
            Executor screen,
            Diagnosis diagnosis,
            Supplier<Optional<Path>> errorLog) {
        this(library, settings, system, screen, diagnosis, errorLog, Kept.of(settings.calls()));
    }

    private Session(
            Library library,
            Settings settings,
            Locale system,
            Executor screen,
            Diagnosis diagnosis,
            Supplier<Optional<Path>> errorLog,
            Kept kept) {
        this.library = library;
        this.screen = screen;
        this.diagnosis = diagnosis;
        this.errorLog = errorLog;
        this.answers = new ReadOnlyObjectWrapper<>(
                this, "answers", library.answers(library.languages().forUser(settings.language(), system)));
        this.texts = new LiveTexts(answers.map(Answers::texts));
        this.theme = new SimpleObjectProperty<>(this, "theme", Theme.of(settings.theme()));
        this.section = new SimpleObjectProperty<>(this, "section", Section.of(settings.section()));
        this.otherLanguages = new OtherLanguages(screen, Background::onThreadOfItsOwn);
        this.picker = newPicker();
        this.handbook = new HandbookModel(answers(), known(settings.code(), FIRST_CODE));
        this.comparison = new ComparisonModel(
                answers(), known(settings.left(), FIRST_LEFT), known(settings.right(), FIRST_RIGHT));
        this.history = new History(section, handbook, comparison);
        this.textSize = new TextSize(settings.text());
        this.ladder = new LadderOptions(settings.ladder()).growingWith(textSize.zoomProperty());
        this.calls = new CallsModel(screen, Background::onThreadOfItsOwn, diagnosis, kept, errorLog);
        this.callShare = new CallShareModel(calls, ladder, answers(), screen, Background::onThreadOfItsOwn);
        this.messageSearch = new MessageSearch(calls, screen, Background::onThreadOfItsOwn);
        this.callsLayout = new CallsLayout(settings.calls(), calls.undo());
        calls.capture().sourceProperty().addListener((property, before, source) -> {
            if (source instanceof CaptureSource.Pasted) {
                section.set(Section.CALLS);
            }
        });
        this.remembered = Remembered.of(this);
    }

    /**
     * For another window: it begins with what this one shows, but for the calls, and goes its own way. What was opened before
     * and what was noted is known to both.
     */
    public Session another() {
        return new Session(
                library,
                remembered.getValue(),
                Locale.getDefault(),
                screen,
                diagnosis,
                errorLog,
                new Kept(calls.capture().recent(), calls.notes()));
    }

    private int known(Integer remembered, int otherwise) {
        return remembered != null && answers.get().find(remembered).isPresent() ? remembered : otherwise;
    }

    /** Somebody may be about to search: what that needs in their language is made ready beside, if it is not yet. */
    public void prepareSearch() {
        Thread.ofPlatform().daemon().name("search").start(answers.get()::prepareSearch);
    }

    /** A list of codes of its own, for a place that needs to pick one. */
    public CodePickerModel newPicker() {
        return new CodePickerModel(answers(), otherLanguages);
    }

    public List<Language> languages() {
        return library.languages().all();
    }

    /** Everything that can be said, in the current language. */
    public ReadOnlyObjectProperty<Answers> answers() {
        return answers.getReadOnlyProperty();
    }

    /** The same in English, for a ticket that goes to somebody who may not read the language of the user. */
    public Answers english() {
        return library.english();
    }

    public LiveTexts texts() {
        return texts;
    }

    /** Switches every text on screen to another language. */
    public void speak(Language language) {
        if (!language.equals(answers.get().language())) {
            answers.set(library.answers(language));
        }
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<Section> sectionProperty() {
        return section;
    }

    public CodePickerModel picker() {
        return picker;
    }

    public HandbookModel handbook() {
        return handbook;
    }

    /** The way that led here. */
    public History history() {
        return history;
    }

    public ComparisonModel comparison() {
        return comparison;
    }

    /** How ladders are looked at. */
    public LadderOptions ladder() {
        return ladder;
    }

    public CallsModel calls() {
        return calls;
    }

    /** How large everything is set, but for ladders. */
    public TextSize textSize() {
        return textSize;
    }

    /** Looks for words in all messages of the calls. */
    public MessageSearch messageSearch() {
        return messageSearch;
    }

    /** The ways by which calls leave the program. */
    public CallShareModel callShare() {
        return callShare;
    }

    public CallsLayout callsLayout() {
        return callsLayout;
    }

    /** Where a mistake in the program can be read about; empty as long as there was none. */
    public Optional<Path> errorLog() {
        return errorLog.get();
    }

    /** Reads captures and logs instead of what is open, from wherever they came. */
    public void openFiles(List<Path> files) {
        section.set(Section.CALLS);
        calls.open(files);
    }

    /** Reads captures and logs into one timeline with those that are open. */
    public void addFiles(List<Path> files) {
        section.set(Section.CALLS);
        calls.loading().add(files);
    }

    /** Reads files as they were when they were open before. */
    public void openAgain(Recent recent) {
        section.set(Section.CALLS);
        calls.loading().open(recent);
    }

    /** Reads the capture that comes with the program. */
    public void openSample() {
        section.set(Section.CALLS);
        calls.openSample();
    }

    /** Reads what was copied elsewhere: calls are shown, and what is only a line is searched for. */
    public void openText(String text) {
        String words = text.strip();
        if (CallSearch.fits(words)) {
            search(words);
        } else {
            calls.openText(text, section.get() != Section.CALLS);
        }
    }

    /** Undoes what was done last with calls, and shows them. What it was; empty if there is nothing to undo. */
    public Optional<Undo.Step> undo() {
        Optional<Undo.Step> undone = calls.undo().undo();
        undone.ifPresent(step -> section.set(Section.CALLS));
        return undone;
    }

    /** Opens a code's page, from wherever it was clicked. */
    public void open(int code) {
        handbook.open(code);
        section.set(Section.HANDBOOK);
    }

    /** Takes a code as the second one beside the open page. */
    public void compareOpenPageWith(int code) {
        compare(handbook.codeProperty().get(), code);
    }

    /** Shows two codes side by side. */
    public void compare(int left, int right) {
        comparison.compare(left, right);
        section.set(Section.COMPARISON);
    }

    /** Searching always happens in the handbook, so typing leads there; an emptied field leads nowhere. */
    public void search(String query) {
        picker.queryProperty().set(query);
        if (!query.isEmpty()) {
            history.search();
        }
    }

    /** What to remember of all this; where the window is, the window knows. */
    public ObservableValue<Settings> remembered() {
        return remembered;
    }

    /** The open page. */
    public Entry openPage() {
        return handbook.entry().get();
    }
}
