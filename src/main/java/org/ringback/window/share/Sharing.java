package org.ringback.window.share;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Format;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Toast;
import org.ringback.window.kit.WindowText;

/** Copy, save and print what a view shows. */
public final class Sharing {

    /** What a view lets go: its words in a format, its content drawn anew, and a name for files. */
    public interface Source {

        String words(Format format);

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

    private final LiveTexts texts;
    private final Toast toast;
    private final WhereTo whereTo;
    private File lastFolder;

    public Sharing(LiveTexts texts, Toast toast, WhereTo whereTo) {
        this.texts = texts;
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

    private void copy(Source source, Format format) {
        copy(source.words(format));
    }

    /** Puts words on the clipboard and says so. */
    public void copy(String words) {
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        toast.say(texts.get().get(WindowText.COPIED));
    }

    private void save(Source source, Format format, String extension) {
        write(source, extension, path -> Files.writeString(path, source.words(format), StandardCharsets.UTF_8));
    }

    private void savePicture(Source source) {
        write(source, "png", path -> Pictures.save(draw(source), path));
    }

    private void write(Source source, String extension, Writer writer) {
        write(source.fileName(), extension, writer);
    }

    /** Asks where to save, writes there, and says what came of it. */
    public void write(String fileName, String extension, Writer writer) {
        ask(fileName, extension).ifPresent(path -> {
            try {
                writer.write(path);
                say(saved(path));
            } catch (IOException e) {
                say(notSaved(path, e));
            }
        });
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

    private WritableImage draw(Source source) {
        return Pictures.draw(source.content(), texts.get().language().rightToLeft());
    }

    /** Says something shortly. */
    public void say(String message) {
        toast.say(message);
    }

    private void print(Source source) {
        switch (Printing.print(draw(source), toast.window())) {
            case NO_PRINTER -> toast.say(texts.get().get(WindowText.NO_PRINTER));
            case FAILED -> toast.say(texts.get().get(WindowText.NOT_PRINTED));
            case PRINTED, CANCELED -> {
                // The user saw it happen.
            }
        }
    }

    /** Puts something into a file. */
    @FunctionalInterface
    public interface Writer {
        void write(Path path) throws IOException;
    }
}
