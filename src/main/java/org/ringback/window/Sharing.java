package org.ringback.window;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.ringback.language.LiveTexts;
import org.ringback.report.Format;

/** Copy, save and print what a view shows. */
final class Sharing {

    /** What a view lets go: its words in a format, its content drawn anew, and a name for files. */
    interface Source {

        String words(Format format);

        Region content();

        String fileName();
    }

    /** Asks where to save; a test answers in the user's place. */
    @FunctionalInterface
    interface WhereTo {

        /** The file to write, or {@code null} if the user thought better of it. */
        File ask(FileChooser chooser);
    }

    private final LiveTexts texts;
    private final Toast toast;
    private final WhereTo whereTo;
    private File lastFolder;

    Sharing(LiveTexts texts, Toast toast, WhereTo whereTo) {
        this.texts = texts;
        this.toast = toast;
        this.whereTo = whereTo;
    }

    MenuButton menu(Supplier<Source> source) {
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

    private MenuItem item(WindowText words, Feather icon, Runnable action) {
        var item = new MenuItem("", Icons.of(icon));
        item.textProperty().bind(texts.text(words));
        item.setOnAction(choice -> action.run());
        return item;
    }

    /** Puts words on the clipboard as they are. */
    void copy(String words) {
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        toast.say(texts.get().get(WindowText.COPIED));
    }

    void copy(Source source, Format format) {
        copy(source.words(format));
    }

    void save(Source source, Format format, String extension) {
        write(source, extension, path -> Files.writeString(path, source.words(format), StandardCharsets.UTF_8));
    }

    private void savePicture(Source source) {
        write(source, "png", path -> Pictures.save(draw(source), path));
    }

    private void write(Source source, String extension, Writer writer) {
        write(source.fileName(), extension, writer);
    }

    /** Asks where to save, writes there, and says what came of it. */
    void write(String fileName, String extension, Writer writer) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get().get(WindowText.SAVE_AS));
        chooser.setInitialFileName(fileName + "." + extension);
        chooser.setInitialDirectory(lastFolder);
        File chosen = whereTo.ask(chooser);
        if (chosen == null) {
            return;
        }
        Path path = withExtension(chosen.toPath(), extension);
        lastFolder = chosen.getAbsoluteFile().getParentFile();
        try {
            writer.write(path);
            toast.say(texts.get().get(WindowText.SAVED, path.toString()));
        } catch (IOException e) {
            toast.say(texts.get().get(WindowText.NOT_SAVED, path.toString(), reason(e)));
        }
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
    void say(String message) {
        toast.say(message);
    }

    void print(Source source) {
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
    interface Writer {
        void write(Path path) throws IOException;
    }
}
