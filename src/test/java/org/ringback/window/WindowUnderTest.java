package org.ringback.window;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ringback.answers.Library;
import org.ringback.language.LanguageFiles;
import org.ringback.language.ProgramFiles;
import org.ringback.session.Session;
import org.ringback.settings.Settings;
import org.ringback.window.kit.Opening;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on the headless platform, driven as a user drives it. All that is known of TestFX is in here. */
final class WindowUnderTest implements AutoCloseable {

    private static final String WHAT_IT_NEEDS = "JavaFX's headless platform needs fontconfig, freetype, pangoft2 and a"
            + " font: apt install libfontconfig1 libfreetype6 libpangoft2-1.0-0 fonts-dejavu-core";

    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private final LogWatch log = new LogWatch();
    private Session session;
    private MainWindow window;
    private Stage stage;
    private Path saveTo;
    private List<File> filesToOpen;

    private WindowUnderTest() {}

    static WindowUnderTest open(Settings settings) {
        return open(settings, new ProgramFiles(), 990, 900);
    }

    static WindowUnderTest open(Settings settings, LanguageFiles files, double width, double height) {
        return open(new Session(new Library(files), settings, Locale.ENGLISH, Platform::runLater), width, height);
    }

    static WindowUnderTest open(Session session, double width, double height) {
        var test = new WindowUnderTest();
        try {
            test.stage = FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX did not start. " + WHAT_IT_NEEDS, e);
        }
        test.onFx(() -> {
            test.session = session;
            test.window = new MainWindow(
                    test.session,
                    test.opened::add,
                    chooser -> test.whereTo(chooser.getInitialFileName()),
                    chooser -> test.filesToOpen);
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

    String title() {
        return onFx(() -> Opening.title(session));
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
        robot.push(keys);
        settle();
    }

    void type(String words) {
        robot.write(words, 0);
        settle();
    }

    void click(String query) {
        robot.clickOn(query);
        settle();
    }

    void click(Node node) {
        robot.clickOn(node);
        settle();
    }

    <N extends Node> N find(String query, Class<N> type) {
        return robot.lookup(query).queryAs(type);
    }

    Node focused() {
        return onFx(() -> window.scene().getFocusOwner());
    }

    /** Does something on the toolkit's thread and waits until the window has followed. */
    void act(Runnable action) {
        onFx(() -> {
            action.run();
            return null;
        });
        settle();
    }

    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until nothing goes on in the background and the window has followed. */
    void settleCalls() {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> onFx(this::nothingGoesOn));
        } catch (TimeoutException e) {
            throw new AssertionError("The calls are not ready.", e);
        }
        settle();
    }

    private boolean nothingGoesOn() {
        return session.calls().workingProperty().get() == 0
                && session.callShare().workingProperty().get() == 0;
    }

    static <T> T run(Callable<T> action) {
        return new WindowUnderTest().onFx(action);
    }

    /** Without one of its native libraries JavaFX fails where it first draws a letter. */
    private static boolean lacksLibraries(Throwable failure) {
        return failure != null && (failure instanceof LinkageError || lacksLibraries(failure.getCause()));
    }

    <T> T onFx(Callable<T> action) {
        try {
            return WaitForAsyncUtils.waitForAsyncFx(120_000, action);
        } catch (RuntimeException e) {
            String hint = lacksLibraries(e) ? WHAT_IT_NEEDS : e.getMessage();
            throw new AssertionError("On the toolkit's thread: " + hint, e);
        }
    }

    @Override
    public void close() {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            done.countDown();
        });
        try {
            if (!done.await(120, TimeUnit.SECONDS)) {
                throw new AssertionError("The windows did not close.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
        log.assertNothingWrong();
    }
}
