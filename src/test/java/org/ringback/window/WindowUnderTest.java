package org.ringback.window;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.language.PseudoFiles;
import org.ringback.session.Session;
import org.ringback.settings.Settings;

/** The real window on the headless platform, driven as a user drives it. */
final class WindowUnderTest implements AutoCloseable {

    /** Pages, and the search over all languages, are read once for all windows. */
    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    /** The same with the made-up language beside all others. */
    static final Library PSEUDO = new Library(new PseudoFiles());

    /** The same with the one in Arabic letters. */
    static final Library ARABIC = new Library(PseudoFiles.arabic());

    private final List<String> opened = new ArrayList<>();
    private final LogWatch log = new LogWatch();
    private Session session;
    private MainWindow window;
    private Stage stage;
    private Path saveTo;
    private List<File> filesToOpen;
    private FileChooser asked;

    private WindowUnderTest() {}

    static WindowUnderTest open(Settings settings) {
        return open(settings, 990, 900);
    }

    static WindowUnderTest open(Settings settings, double width, double height) {
        return open(settings, LIBRARY, width, height);
    }

    static WindowUnderTest open(Settings settings, Library library, double width, double height) {
        return open(new Session(library, settings, Locale.ENGLISH, Platform::runLater), width, height);
    }

    static WindowUnderTest open(Session session, double width, double height) {
        var test = new WindowUnderTest();
        test.onFx(() -> {
            test.session = session;
            test.window = new MainWindow(
                    test.session, test.opened::add, chooser -> test.whereTo(chooser.getInitialFileName()), chooser -> {
                        test.asked = chooser;
                        return test.filesToOpen;
                    });
            test.stage = new Stage();
            test.stage.setScene(test.window.scene());
            test.stage.setX(0);
            test.stage.setY(0);
            test.stage.setWidth(width);
            test.stage.setHeight(height);
            test.stage.show();
            test.window.begin();
            return null;
        });
        test.settle();
        return test;
    }

    private File whereTo(String proposed) {
        return saveTo == null ? null : saveTo.resolve(proposed).toFile();
    }

    /** Answers every question where to save with this folder. */
    void saveInto(Path folder) {
        saveTo = folder;
    }

    /** Answers every question which files to open with these. */
    void openFiles(Path... files) {
        filesToOpen = Stream.of(files).map(Path::toFile).toList();
    }

    /** The dialog that asked last which files to open. */
    FileChooser asked() {
        return asked;
    }

    Session session() {
        return session;
    }

    Parent root() {
        return window.scene().getRoot();
    }

    /** Lets files fall onto the window; the dragging itself needs a desktop. */
    void drop(Path... files) {
        act(() -> window.opening().open(Stream.of(files).map(Path::toFile).toList()));
    }

    /** As at the very first start. */
    void welcome() {
        act(window::welcome);
    }

    String title() {
        return onFx(() -> WindowTitle.of(session).getValue());
    }

    /** What is shared or printed now, drawn anew. */
    Region currentContent() {
        return window.current().orElseThrow().content();
    }

    Stage stage() {
        return stage;
    }

    /** The addresses that were handed to the browser. */
    List<String> opened() {
        return opened;
    }

    LogWatch log() {
        return log;
    }

    /** Every root that is on screen now, popups included. */
    List<Parent> roots() {
        return onFx(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(shown -> shown.getScene().getRoot())
                .toList());
    }

    void press(KeyCode... keys) {
        Hands.press(keys);
    }

    void type(String words) {
        Hands.type(words);
    }

    void click(String query) {
        Hands.click(query);
    }

    void click(Node node) {
        Hands.click(node);
    }

    <N extends Node> N find(String query, Class<N> type) {
        return Hands.find(query, type);
    }

    Node focused() {
        return onFx(() -> window.scene().getFocusOwner());
    }

    /** Does something on the toolkit's thread and waits until the window has followed. */
    void act(Runnable action) {
        Hands.run(action);
        settle();
    }

    void settle() {
        Hands.settle();
    }

    /** Waits until nothing goes on in the background and the window has followed. */
    void settleCalls() {
        Hands.until(this::nothingGoesOn, "The calls are not ready.");
        settle();
    }

    private boolean nothingGoesOn() {
        return session.picker().workingProperty().get() == 0
                && session.calls().workingProperty().get() == 0
                && session.messageSearch().workingProperty().get() == 0
                && session.callShare().workingProperty().get() == 0;
    }

    <T> T onFx(Callable<T> action) {
        return Hands.onFx(action);
    }

    @Override
    public void close() {
        Hands.closeAll();
        log.close();
        log.assertNothingWrong();
    }
}
