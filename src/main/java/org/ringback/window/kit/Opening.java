package org.ringback.window.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.ringback.reading.CaptureSource;
import org.ringback.session.Session;

/** The ways by which captures and logs come in: a dialog, the clipboard, and files that are dropped anywhere. */
public final class Opening {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private static final List<String> CAPTURES_AND_LOGS =
            List.of("*.pcap", "*.pcapng", "*.cap", "*.pcap.gz", "*.pcapng.gz", "*.gz", "*.log", "*.txt", "*.xml");

    /** Asks which files to open; a test answers in the user's place. */
    @FunctionalInterface
    public interface WhichFiles {

        /** The files, or {@code null} if the user thought better of it. */
        List<File> ask(FileChooser chooser);
    }

    private final Session session;
    private final Toast toast;
    private final WhichFiles whichFiles;

    public Opening(Session session, Toast toast, WhichFiles whichFiles) {
        this.session = session;
        this.toast = toast;
        this.whichFiles = whichFiles;
    }

    public void choose() {
        var texts = session.texts().get();
        var chooser = new FileChooser();
        chooser.setTitle(texts.get(CallsViewText.OPEN_TITLE));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(texts.get(CallsViewText.CAPTURES_AND_LOGS), CAPTURES_AND_LOGS),
                        new ExtensionFilter(texts.get(CallsViewText.ALL_FILES), "*"));
        chooser.setInitialDirectory(folder());
        List<File> chosen = whichFiles.ask(chooser);
        if (chosen != null) {
            open(chosen);
        }
    }

    /** Where the last file was, as far as that is still there. */
    private File folder() {
        return session.calls().capture().recent().files().stream()
                .findFirst()
                .map(Path::getParent)
                .map(Path::toFile)
                .filter(File::isDirectory)
                .orElse(null);
    }

    /** Opens files that were chosen, copied or dropped. */
    public void open(List<File> files) {
        session.openFiles(files.stream().map(File::toPath).toList());
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

    public void sample() {
        session.openSample();
    }

    /** Takes files that are dropped anywhere in a scene. */
    public void takeDropsOn(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                scene.getRoot().pseudoClassStateChanged(DROPPING, true);
                drag.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, drag -> scene.getRoot().pseudoClassStateChanged(DROPPING, false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, drag -> {
            scene.getRoot().pseudoClassStateChanged(DROPPING, false);
            boolean files = drag.getDragboard().hasFiles();
            drag.setDropCompleted(files);
            if (files) {
                open(drag.getDragboard().getFiles());
                drag.consume();
            }
        });
    }

    /** What is open, for the title of the window; only the program's own if nothing is. */
    public static String title(Session session) {
        CaptureSource source = session.calls().capture().sourceProperty().get();
        var texts = session.texts().get();
        return source == null
                ? texts.get(WindowText.TITLE)
                : texts.get(WindowText.TITLE_OPEN, CallWords.source(source, texts));
    }
}
