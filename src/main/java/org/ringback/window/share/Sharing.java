package org.ringback.window.share;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.export.WholeFile;
import org.ringback.language.LiveTexts;
import org.ringback.session.Session;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.MistakeWords;
import org.ringback.window.kit.Toast;
import org.ringback.window.kit.WindowText;

/** Copy, save and print what a view shows. */
public final class Sharing {

    /** What a view lets go: its words in a format, its content drawn anew, and a name for files. */
    public interface Source {

        /** What it says, by these answers: those of the window, or the same in English. */
        String words(Answers answers, Format format);

        Region content();

        String fileName();
    }

    /** What the keys for sharing do: copy as Markdown, save as HTML, print. */
    public interface Keys {

        void copy();

        void save();

        void print();
    }

    /** Asks where to save; a test answers in the user's place. */
    @FunctionalInterface
    public interface WhereTo {

        /** The file to write, or {@code null} if the user thought better of it. */
        File ask(FileChooser chooser);
    }

    private final Session session;
    private final LiveTexts texts;
    private final Toast toast;
    private final WhereTo whereTo;
    private File lastFolder;

    public Sharing(Session session, Toast toast, WhereTo whereTo) {
        this.session = session;
        this.texts = session.texts();
        this.toast = toast;
        this.whereTo = whereTo;
    }

    public MenuButton menu(Supplier<Source> source) {
        var menu = new MenuButton("", Icons.of(Feather.SHARE_2));
        menu.textProperty().bind(texts.text(WindowText.SHARE));
        menu.getStyleClass().add("share");
        menu.getItems()
                .addAll(
                        item(WindowText.COPY_MARKDOWN, Feather.COPY, () -> copy(source.get(), Format.MARKDOWN)),
                        item(WindowText.COPY_TEXT, Feather.COPY, () -> copy(source.get(), Format.TEXT)),
                        inEnglish(() -> copy(source.get().words(session.english(), Format.MARKDOWN))),
                        new SeparatorMenuItem(),
                        item(WindowText.SAVE_MARKDOWN, Feather.SAVE, () -> save(source.get(), Format.MARKDOWN, "md")),
                        item(WindowText.SAVE_HTML, Feather.SAVE, () -> save(source.get(), Format.HTML, "html")),
                        item(WindowText.SAVE_PICTURE, Feather.IMAGE, () -> savePicture(source.get())),
                        new SeparatorMenuItem(),
                        item(WindowText.PRINT, Feather.PRINTER, () -> print(source.get())));
        return menu;
    }

    /** What the keys do where a view's content is shared. */
    public Keys keys(Source source) {
        return new Keys() {
            @Override
            public void copy() {
                Sharing.this.copy(source, Format.MARKDOWN);
            }

            @Override
            public void save() {
                Sharing.this.save(source, Format.HTML, "html");
            }

            @Override
            public void print() {
                Sharing.this.print(source);
            }
        };
    }

    private MenuItem item(WindowText words, Feather icon, Runnable action) {
        var item = new MenuItem("", Icons.of(icon));
        item.textProperty().bind(texts.text(words));
        item.setOnAction(choice -> action.run());
        return item;
    }

    /** A choice that copies the same in English; there is none where English is spoken anyway. */
    MenuItem inEnglish(Runnable copy) {
        MenuItem item = item(WindowText.COPY_ENGLISH, Feather.COPY, copy);
        item.visibleProperty()
                .bind(session.answers().map(answers -> !answers.language().fallback()));
        return item;
    }

    private void copy(Source source, Format format) {
        copy(source.words(session.answers().get(), format));
    }

    /** Puts words on the clipboard and says so. */
    public void copy(String words) {
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        toast.say(texts.get().get(WindowText.COPIED));
    }

    private void save(Source source, Format format, String extension) {
        String words = source.words(session.answers().get(), format);
        write(source.fileName(), extension, path -> Files.writeString(path, words, StandardCharsets.UTF_8));
    }

    private void savePicture(Source source) {
        writePicture(source.fileName(), () -> paper(source));
    }

    /** Asks where to save, writes there beside the screen, and says what came of it. */
    public void write(String fileName, String extension, Writer writer) {
        write(fileName, extension, (path, steps) -> writer.write(path));
    }

    /**
     * Asks where to save a picture, draws and writes it beside the screen, and says what came of it.
     *
     * @param picture makes it, on the toolkit's thread
     */
    public void writePicture(String fileName, Supplier<? extends LongPicture> picture) {
        write(fileName, "png", (path, steps) -> {
            LongPicture wanted = steps.onToolkit(picture::get);
            WholeFile.write(path, out -> {
                wanted.writePng(out, (part, onToolkit) -> {
                    if (steps.unwanted()) {
                        throw new InterruptedIOException();
                    }
                    steps.onToolkit(() -> {
                        onToolkit.accept(part);
                        return null;
                    });
                    // Packing it takes about as long as drawing one part more.
                    steps.done(part + 1L, wanted.parts() + 1L);
                });
                return null;
            });
        });
    }

    private void write(String fileName, String extension, SlowWriter writer) {
        ask(fileName, extension)
                .ifPresent(path -> Errand.begin(
                        toast.layers(),
                        texts.get().get(WindowText.SAVING, path.getFileName().toString()),
                        texts.get(),
                        steps -> {
                            writer.write(path, steps);
                            return path;
                        },
                        written -> say(saved(written)),
                        failure -> say(
                                failure instanceof IOException io
                                        ? notSaved(path, io)
                                        : MistakeWords.of(Optional.empty(), texts.get()))));
    }

    @FunctionalInterface
    private interface SlowWriter {

        void write(Path path, Steps steps) throws IOException;
    }

    /** Asks where to save; empty if the user thought better of it. */
    Optional<Path> ask(String fileName, String extension) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get().get(WindowText.SAVE_AS));
        chooser.setInitialFileName(fileName + "." + extension);
        chooser.setInitialDirectory(lastFolder);
        File chosen = whereTo.ask(chooser);
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.getAbsoluteFile().getParentFile();
        return Optional.of(withExtension(chosen.toPath(), extension));
    }

    String saved(Path path) {
        return texts.get().get(WindowText.SAVED, path.toString());
    }

    String notSaved(Path path, IOException failure) {
        return texts.get().get(WindowText.NOT_SAVED, path.toString(), reason(failure));
    }

    /** Not every system's dialog adds it, and without it nothing would open the file. */
    private static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        return name.contains(".") ? path : path.resolveSibling(name + "." + extension);
    }

    /** The message of a file error is often the path alone; then its kind says more. */
    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    private Paper paper(Source source) {
        return new Paper(source.content(), texts.get().language().rightToLeft());
    }

    /** Says something shortly. */
    public void say(String message) {
        toast.say(message);
    }

    /** Whether there is a printer is asked first: without one all other work would be for nothing. */
    private void print(Source source) {
        Optional<Printing> printing = Printing.begin(source::fileName);
        if (printing.isEmpty()) {
            say(texts.get().get(WindowText.NO_PRINTER));
        } else if (!Printing.possible()) {
            say(texts.get().get(WindowText.NO_SPOOLER));
        } else if (printing.get().ask(toast.window())) {
            Errand.begin(
                    toast.layers(),
                    texts.get().get(WindowText.PRINTING),
                    texts.get(),
                    steps -> printing.get().print(steps.onToolkit(() -> paper(source)), steps),
                    taken -> say(
                            taken
                                    ? texts.get()
                                            .get(
                                                    WindowText.PRINTED,
                                                    printing.get().printer())
                                    : texts.get().get(WindowText.NOT_PRINTED)),
                    failure -> say(texts.get().get(WindowText.NOT_PRINTED)));
        }
    }

    /** Puts something into a file. */
    @FunctionalInterface
    public interface Writer {
        void write(Path path) throws IOException;
    }
}
