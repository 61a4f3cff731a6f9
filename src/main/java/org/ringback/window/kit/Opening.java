package org.ringback.window.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.ringback.language.TextKey;
import org.ringback.session.CallSearch;
import org.ringback.session.Session;
import org.ringback.session.Undo;
import org.ringback.session.Unopened;

/** The ways by which captures and logs come in: a dialog, the clipboard, and files that are dropped anywhere. */
public final class Opening {

    private static final List<String> CAPTURES_AND_LOGS = List.of(
            "*.pcap",
            "*.pcapng",
            "*.cap",
            "*.pcap.gz",
            "*.pcapng.gz",
            "*.gz",
            "*.zip",
            "*.tar",
            "*.tgz",
            "*.msg",
            "*.log",
            "*.txt",
            "*.xml");

    /** Asks which files to open; a test answers in the user's place. */
    @FunctionalInterface
    public interface WhichFiles {

        /** The files, or {@code null} if the user thought better of it. */
        List<File> ask(FileChooser chooser);
    }

    private final Session session;
    private final Toast toast;
    private final WaysIn ways;
    private final WhichFiles whichFiles;

    /**
     * Opens nothing yet.
     *
     * @param over all of the window
     */
    public Opening(Session session, Toast toast, StackPane over, WhichFiles whichFiles) {
        this.session = session;
        this.toast = toast;
        this.ways = new WaysIn(session, over);
        this.whichFiles = whichFiles;
        session.calls().undo().doneProperty().addListener((property, before, step) -> tell(step));
        session.calls().loading().refusedProperty().addListener((property, before, refused) -> tell(refused));
    }

    /** Asks which files to open instead of what is open. */
    public void choose() {
        chosen(CallsViewText.OPEN_TITLE).ifPresent(session::openFiles);
    }

    /** Asks which files to add to those that are open. */
    public void chooseMore() {
        chosen(OpeningText.ADD_TITLE).ifPresent(session::addFiles);
    }

    private Optional<List<Path>> chosen(TextKey title) {
        var texts = session.texts().get();
        var chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(texts.get(CallsViewText.CAPTURES_AND_LOGS), CAPTURES_AND_LOGS),
                        new ExtensionFilter(texts.get(CallsViewText.ALL_FILES), "*"));
        chooser.setInitialDirectory(folder());
        return Optional.ofNullable(whichFiles.ask(chooser)).map(Opening::paths);
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }

    /** Where the last file was, as far as that is still there. */
    private File folder() {
        return session.calls().capture().recent().groups().stream()
                .findFirst()
                .map(recent -> recent.source().files().getFirst().toFile())
                .flatMap(Opening::folderOf)
                .orElse(null);
    }

    /** For a file of an archive the folder of that. */
    private static Optional<File> folderOf(File file) {
        File archive = file.getParentFile();
        return Optional.ofNullable(archive != null && archive.isFile() ? archive.getParentFile() : archive)
                .filter(File::isDirectory);
    }

    /** Opens files that were copied or dropped; if they may be added to others, it first asks. */
    public void open(List<File> files) {
        if (session.calls().loading().canAdd()) {
            ways.ask(paths(files));
        } else {
            session.openFiles(paths(files));
        }
    }

    /** Opens what was copied: files, or the text of a log or a message. */
    public void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            open(clipboard.getFiles());
        } else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
            session.openText(clipboard.getString());
        } else {
            toast.say(session.texts().get().get(CallsViewText.NO_TEXT));
        }
    }

    /** What was copied, if it is one line of text: that may be looked for, and more lines are a log or a message. */
    public Optional<String> copiedWords() {
        var clipboard = Clipboard.getSystemClipboard();
        return Optional.ofNullable(clipboard.hasFiles() ? null : clipboard.getString())
                .map(String::strip)
                .filter(CallSearch::fits);
    }

    public void sample() {
        session.openSample();
    }

    /** Takes files that are dropped anywhere in a scene. */
    public void takeDropsOn(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                ways.dragged(drag.getSceneX(), drag.getSceneY());
                drag.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, drag -> ways.hide());
        scene.addEventHandler(DragEvent.DRAG_DROPPED, drag -> {
            boolean files = drag.getDragboard().hasFiles();
            drag.setDropCompleted(files);
            if (files) {
                ways.dropped(drag.getDragboard().getFiles(), drag.getSceneX(), drag.getSceneY());
                drag.consume();
            }
        });
    }

    /** Undoes what was done last with calls. */
    public void undo() {
        session.undo()
                .ifPresentOrElse(
                        step -> toast.say(session.texts().get().get(OpeningText.UNDONE)),
                        () -> toast.say(session.texts().get().get(OpeningText.NOTHING_TO_UNDO)));
    }

    private void tell(Undo.Step step) {
        var texts = session.texts().get();
        String done = step.source() == null
                ? texts.get(step.what())
                : texts.get(step.what(), CallWords.source(step.source(), texts));
        toast.offer(
                done,
                texts.get(OpeningText.UNDO, KeyHelp.shortcut("Z")),
                () -> session.calls().undo().undoTo(step));
    }

    private void tell(Unopened refused) {
        var answers = session.answers().get();
        var texts = answers.texts();
        String why = refused.why()
                .map(part -> answers.unusable(part, CallWords.file(refused.source(), part.file(), texts)))
                .orElseGet(() -> texts.get(CallsViewText.NO_CALLS, CallWords.source(refused.source(), texts)));
        toast.say(refused.kept() ? texts.get(OpeningText.KEPT, why) : why);
    }
}
