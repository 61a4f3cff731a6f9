package org.ringback.window;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ringback.call.Call;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Line;
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

/** A ladder alone in a window, driven as a user drives it. */
final class LadderUnderTest implements AutoCloseable, LadderReader {

    private final LogWatch log = new LogWatch();
    private final List<Integer> opened = new ArrayList<>();
    private List<CallMedia> media = List.of();
    private List<CallNetwork> network = List.of();
    private int messages;
    private int mediaOpened;
    private Session session;
    private LadderModel model;
    private LadderView view;
    private Path saveTo;

    private LadderUnderTest() {}

    static LadderUnderTest open(List<Call> legs) {
        return open(legs, new Settings("en", "light", null, null, null, null, null), 1100, 700);
    }

    static LadderUnderTest open(List<Call> legs, Settings settings, double width, double height) {
        return open(legs, List.of(), List.of(), settings, width, height);
    }

    /** With media of each of the legs, and what the network did to each. */
    static LadderUnderTest open(
            List<Call> legs,
            List<CallMedia> media,
            List<CallNetwork> network,
            Settings settings,
            double width,
            double height) {
        var test = new LadderUnderTest();
        test.media = media;
        test.network = network;
        Hands.run(() -> test.build(legs, settings, width, height));
        test.settle();
        return test;
    }

    private void build(List<Call> legs, Settings settings, double width, double height) {
        session = new Session(WindowUnderTest.PSEUDO, settings, Locale.ENGLISH, Platform::runLater);
        model = new LadderModel(
                new OpenCall(legs.getFirst(), legs, Optional.empty(), media, network),
                session.ladder(),
                ZoneOffset.UTC);
        view = new LadderView(model, session.texts(), this);
        var root = new StackPane(view);
        root.getStyleClass().add(Look.ROOT);
        view.shareWith(new Sharing(session, new Toast(root), chooser -> whereTo(chooser.getInitialFileName())));
        var scene = new Scene(root, width, height);
        Look.keep(session, scene);
        var stage = new Stage();
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
    public void openMedia() {
        mediaOpened++;
    }

    @Override
    public void openCode(int code) {
        opened.add(code);
    }

    List<Integer> opened() {
        return opened;
    }

    /** How often media were asked for. */
    int mediaOpened() {
        return mediaOpened;
    }

    /** How often a message was to be read. */
    int messages() {
        return messages;
    }

    @SuppressWarnings("unchecked")
    ListView<Line> list() {
        return Hands.find(".ladder-list", ListView.class);
    }

    int selected() {
        return onFx(() -> list().getSelectionModel().getSelectedIndex());
    }

    void press(KeyCode... keys) {
        Hands.press(keys);
    }

    void click(Node node) {
        Hands.click(node);
    }

    void click(String query) {
        Hands.click(query);
    }

    <N extends Node> List<N> all(String query, Class<N> type) {
        return Hands.all(query, type);
    }

    void act(Runnable action) {
        Hands.run(action);
        settle();
    }

    void settle() {
        Hands.settle();
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
