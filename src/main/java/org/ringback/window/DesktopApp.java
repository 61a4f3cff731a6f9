package org.ringback.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.ringback.scratch.LeftOvers;
import org.ringback.scratch.ScratchFile;

/** The desktop program: puts session, window and settings together; the only place that does. */
public final class DesktopApp extends Application {

    private static final double NARROWEST = 460;
    private static final double LOWEST = 420;

    private final Supplier<Start> loading;
    private Start start;
    private Remembering remembering;
    private ObservableValue<String> title;
    private Thread.UncaughtExceptionHandler beforeUs;

    /** Takes what is already being loaded since {@link #launch}. */
    public DesktopApp() {
        this(Loading.START::join);
    }

    DesktopApp(Supplier<Start> loading) {
        this.loading = loading;
    }

    /** Opens the window on captures and logs, or on nothing; returns when it is closed. */
    public static void launch(List<Path> files) {
        Loading.begin();
        Application.launch(DesktopApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    /** Loading goes on beside the start of the toolkit, which takes as long. */
    private static final class Loading {

        private static final CompletableFuture<Start> START = CompletableFuture.supplyAsync(Start::load);

        private static void begin() {
            // Naming this class began it.
        }
    }

    @Override
    public void init() {
        Platform.runLater(WarmUp::run);
        start = loading.get();
    }

    @Override
    public void start(Stage stage) {
        var session = start.session();
        // First of all: while the window is built, the files are being read.
        openFilesOfTheCommandLine();
        var window = new MainWindow(
                session,
                address -> getHostServices().showDocument(address),
                chooser -> chooser.showSaveDialog(stage),
                chooser -> chooser.showOpenMultipleDialog(stage));
        stage.setScene(window.scene());
        beforeUs = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(
                new UnexpectedErrors(beforeUs, start.errors(), Platform::runLater, window::tellMistake));
        title = WindowTitle.of(session);
        stage.titleProperty().bind(title);
        stage.getIcons().add(new Image(Objects.requireNonNull(getClass().getResourceAsStream("/icons/ringback.png"))));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        remembering = new Remembering(session, stage, start.file());
        remembering.place(start.remembered().window());
        // Who comes back may have changed a file elsewhere.
        stage.focusedProperty().addListener((state, before, focused) -> lookAtFiles(focused));
        stage.show();
        window.begin();
        Thread.ofPlatform().daemon().name("left-overs").start(() -> LeftOvers.clear(ScratchFile.folder()));
        FirstFrame.watch(stage, session);
    }

    private void lookAtFiles(boolean focused) {
        if (focused) {
            start.session().calls().lookAtFiles();
        }
    }

    private void openFilesOfTheCommandLine() {
        List<Path> files = getParameters() == null
                ? List.of()
                : getParameters().getRaw().stream().map(Path::of).toList();
        if (!files.isEmpty()) {
            start.session().openFiles(files);
        }
    }

    @Override
    public void stop() {
        if (remembering != null) {
            remembering.save();
            Thread.setDefaultUncaughtExceptionHandler(beforeUs);
        }
    }
}
