package org.ringback.window;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ringback.answers.Library;
import org.ringback.call.Call;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Row;
import org.ringback.language.PseudoFiles;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;
import org.ringback.session.LadderModel;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.settings.Settings;
import org.ringback.window.kit.Look;
import org.ringback.window.kit.Toast;
import org.ringback.window.ladder.LadderReader;
import org.ringback.window.ladder.LadderView;
import org.ringback.window.share.Sharing;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A ladder alone in a window, driven as a user drives it. */
final class LadderUnderTest implements AutoCloseable, LadderReader {

    private final FxRobot robot = new FxRobot();
    private final LogWatch log = new LogWatch();
    private final List<Integer> opened = new ArrayList<>();
    private int messages;
    private Session session;
    private LadderModel model;
    private LadderView view;
    private Stage stage;
    private Path saveTo;

    private LadderUnderTest() {}

    static LadderUnderTest open(List<Call> legs) {
        return open(legs, new Settings("en", "light", null, null, null, null, null), 1100, 700);
    }

    static LadderUnderTest open(List<Call> legs, Settings settings, double width, double height) {
        var test = new LadderUnderTest();
        try {
            test.stage = FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX did not start.", e);
        }
        test.onFx(() -> {
            test.build(legs, settings, width, height);
            return null;
        });
        test.settle();
        return test;
    }

    private void build(List<Call> legs, Settings settings, double width, double height) {
        session = new Session(new Library(new PseudoFiles()), settings, Locale.ENGLISH, Platform::runLater);
        model = new LadderModel(new OpenCall(legs, Optional.empty()), session.ladder(), ZoneOffset.UTC);
        view = new LadderView(model, session.texts(), this);
        var root = new StackPane(view);
        root.getStyleClass().add(Look.ROOT);
        view.shareWith(new Sharing(session.texts(), new Toast(root), chooser -> whereTo(chooser.getInitialFileName())));
        var scene = new Scene(root, width, height);
        Look.keep(session, scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        view.read();
    }

    private File whereTo(String proposed) {
        return saveTo == null ? null : saveTo.resolve(proposed).toFile();
    }

    /** The calls of a capture among the test resources, which stays open until the action is over. */
    static <T> T withCalls(String capture, Function<List<Call>, T> action) {
        var source = new CaptureSource.Files(List.of(Path.of("src/test/resources/captures", capture)));
        try (var reading = Reading.open(source, new Diagnosis(), new Onlooker() {})) {
            reading.read();
            return action.apply(reading.calls());
        }
    }

    void saveInto(Path folder) {
        saveTo = folder;
    }

    Session session() {
        return session;
    }

    LadderModel model() {
        return model;
    }

    LadderView view() {
        return view;
    }

    Ladder ladder() {
        return onFx(() -> model.ladder().get());
    }

    @Override
    public void chosen() {
        // Nothing stands beside this ladder.
    }

    @Override
    public void openMessage() {
        messages++;
    }

    @Override
    public void openCode(int code) {
        opened.add(code);
    }

    List<Integer> opened() {
        return opened;
    }

    /** How often a message was to be read. */
    int messages() {
        return messages;
    }

    @SuppressWarnings("unchecked")
    ListView<Row> list() {
        return robot.lookup(".ladder-list").queryAs(ListView.class);
    }

    int selected() {
        return onFx(() -> list().getSelectionModel().getSelectedIndex());
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    void click(Node node) {
        robot.clickOn(node);
        settle();
    }

    void click(String query) {
        robot.clickOn(query);
        settle();
    }

    <N extends Node> List<N> all(String query, Class<N> type) {
        return List.copyOf(robot.lookup(query).queryAllAs(type));
    }

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

    <T> T onFx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, action);
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
