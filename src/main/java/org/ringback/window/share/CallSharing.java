package org.ringback.window.share;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.answers.ShareFormat;
import org.ringback.call.JointCall;
import org.ringback.export.MadeUp;
import org.ringback.language.LiveTexts;
import org.ringback.language.TextKey;
import org.ringback.report.Selection;
import org.ringback.session.CallRow;
import org.ringback.session.CallShareModel;
import org.ringback.session.JobResult;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.KeyHelp;
import org.ringback.window.kit.MistakeWords;
import org.ringback.window.kit.WindowText;
import org.ringback.words.ShareText;

/** Lets the selected calls go, or the open one with its legs: into files and onto the clipboard, and says what came of it. */
public final class CallSharing implements Sharing.Keys {

    private final Session session;
    private final CallShareModel model;
    private final LiveTexts texts;
    private final Supplier<Optional<Path>> errorLog;
    private final Sharing sharing;
    private final Supplier<? extends List<CallRow>> selected;
    private final MenuButton button = new MenuButton();
    /** Made when somebody wants pseudonyms for the first time. */
    private PseudonymCard pseudonyms;

    private final InvalidationListener onWork = change -> showWork();

    /**
     * Knows the ways out.
     *
     * @param selected the rows that are selected in the list
     */
    public CallSharing(Session session, Sharing sharing, Supplier<? extends List<CallRow>> selected) {
        this.session = session;
        this.model = session.callShare();
        this.texts = session.texts();
        this.errorLog = session::errorLog;
        this.sharing = sharing;
        this.selected = selected;
        button.textProperty().bind(texts.text(WindowText.SHARE));
        button.getStyleClass().addAll("share", "share-calls");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems().setAll(items());
        Icons.tooltip(button, texts.text(CallShareText.HELP));
        model.workingProperty().addListener(onWork);
        showWork();
    }

    /** With a menu of all ways, and a sign while one is under way. */
    public MenuButton button() {
        return button;
    }

    /** The same menu below another one. */
    public Menu menu() {
        var menu = new Menu(texts.get().get(WindowText.SHARE));
        menu.getItems().setAll(items());
        return menu;
    }

    private List<MenuItem> items() {
        return List.of(
                item(WindowText.SAVE_HTML, Feather.SAVE, () -> save(ShareFormat.HTML)),
                item(WindowText.SAVE_MARKDOWN, Feather.SAVE, () -> save(ShareFormat.MARKDOWN)),
                item(CallShareText.SAVE_PCAP, Feather.SAVE, () -> save(ShareFormat.PCAP)),
                item(CallShareText.SAVE_TEXT, Feather.SAVE, () -> save(ShareFormat.TEXT)),
                new SeparatorMenuItem(),
                item(WindowText.COPY_MARKDOWN, Feather.COPY, this::copy),
                sharing.inEnglish(() -> withSelection(selection -> copy(selection, session.english()))),
                new SeparatorMenuItem(),
                item(CallShareText.PSEUDONYMS, Feather.USER_X, this::pseudonymize));
    }

    private MenuItem item(TextKey words, Feather icon, Runnable action) {
        var item = new MenuItem("", Icons.of(icon));
        item.textProperty().bind(texts.text(words));
        item.setOnAction(choice -> action.run());
        return item;
    }

    private void showWork() {
        boolean working = model.workingProperty().get() > 0;
        button.setGraphic(working ? indicator() : Icons.of(Feather.SHARE_2));
    }

    private ProgressIndicator indicator() {
        var indicator = new ProgressIndicator();
        indicator.getStyleClass().add("share-working");
        indicator.setAccessibleText(texts.get().get(CallShareText.WORKING));
        return indicator;
    }

    @Override
    public void copy() {
        withSelection(this::copy);
    }

    @Override
    public void save() {
        save(ShareFormat.HTML);
    }

    /** A browser prints a long page better than a picture of it could be. */
    @Override
    public void print() {
        sharing.say(texts.get().get(CallShareText.PRINT_HELP, KeyHelp.shortcut("S")));
    }

    private void save(ShareFormat format) {
        withSelection(selection -> save(selection, format));
    }

    private void pseudonymize() {
        if (pseudonyms == null) {
            pseudonyms = new PseudonymCard(session, this);
        }
        withSelection(selection -> pseudonyms.show(selection, button));
    }

    private void withSelection(Consumer<Selection> use) {
        List<CallRow> rows = model.meant(selected.get());
        if (rows.isEmpty()) {
            sharing.say(texts.get().get(CallShareText.NOTHING_CHOSEN));
        } else {
            model.selection(rows)
                    .ifPresentOrElse(use, () -> sharing.say(texts.get().get(CallShareText.NOT_READ_YET)));
        }
    }

    /** Puts a selection on the clipboard as Markdown. */
    void copy(Selection selection) {
        copy(selection, session.answers().get());
    }

    private void copy(Selection selection, Answers answers) {
        model.markdown(selection, answers, attempt -> {
            switch (attempt) {
                case JobResult.Done<String>(String words) -> sharing.copy(words);
                case JobResult.Unwritten<String>(IOException reason) -> sharing.say(notPrepared(reason));
                case JobResult.Failed<String>(Throwable reason) -> sharing.say(notPrepared(reason));
            }
        });
    }

    /**
     * Asks where to save a selection and writes it there.
     *
     * @return whether the user has said where
     */
    boolean save(Selection selection, ShareFormat format) {
        Optional<Path> where = sharing.ask(fileName(selection), format.suffix());
        where.ifPresent(path -> model.save(selection, format, path, attempt -> {
            switch (attempt) {
                case JobResult.Done<Set<MadeUp>>(Set<MadeUp> madeUp) -> sharing.say(saved(path, madeUp));
                case JobResult.Unwritten<Set<MadeUp>>(IOException reason) ->
                    sharing.say(sharing.notSaved(path, reason));
                case JobResult.Failed<Set<MadeUp>>(Throwable reason) -> sharing.say(notPrepared(reason));
            }
        }));
        return where.isPresent();
    }

    /** After a call by the Call-ID of its first leg, which with pseudonyms is one too. */
    private static String fileName(Selection selection) {
        List<JointCall> calls = selection.joined();
        return calls.size() == 1 ? CallWords.fileName("call", calls.getFirst().first()) : "calls-" + calls.size();
    }

    private String saved(Path path, Set<MadeUp> madeUp) {
        String words = sharing.saved(path);
        return madeUp.isEmpty()
                ? words
                : words + "\n"
                        + madeUp.stream()
                                .sorted()
                                .map(what -> texts.get().get(ShareText.of(what)))
                                .collect(Collectors.joining("\n"));
    }

    /** Why there is nothing to save, to copy or to show. */
    String notPrepared(Throwable reason) {
        if (reason instanceof IOException || reason instanceof OutOfMemoryError) {
            String words = reason.getMessage();
            return texts.get()
                    .get(
                            CallShareText.NOT_PREPARED,
                            words == null ? reason.getClass().getSimpleName() : words);
        }
        return MistakeWords.of(errorLog.get(), texts.get());
    }
}
