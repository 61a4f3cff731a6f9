package org.ringback.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ringback.scratch.LeftOvers;
import org.ringback.scratch.ScratchFile;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.settings.Settings.Bounds;
import org.ringback.window.kit.MistakeWords;

/** The desktop program: puts sessions, windows and settings together; the only place that does. */
public final class DesktopApp extends Application {

    private final Supplier<OwnFiles> reading;
    private final List<ProgramWindow> windows = new ArrayList<>();
    private Curtain curtain;
    private Start start;
    private Thread.UncaughtExceptionHandler beforeUs;

    /** Takes what is already being read since {@link #launch}. */
    public DesktopApp() {
        this(Reading.OWN::join);
    }

    DesktopApp(Supplier<OwnFiles> reading) {
        this.reading = reading;
    }

    /** Opens the window on captures and logs, or on nothing; returns when it is closed. */
    public static void launch(List<Path> files) {
        Reading.begin();
        Application.launch(DesktopApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    /** Goes on beside the start of the toolkit, which takes longer. */
    private static final class Reading {

        private static final CompletableFuture<OwnFiles> OWN = CompletableFuture.supplyAsync(OwnFiles::ofThisUser);

        private static void begin() {
            // Naming this class began it.
        }
    }

    @Override
    public void init() {
        OwnFiles own = reading.get();
        Platform.runLater(() -> {
            curtain = new Curtain();
            curtain.show(own.settings());
        });
        // Not sooner: beside the start of the toolkit it would take a core from it, and the window would stand later.
        var loading = CompletableFuture.supplyAsync(() -> Start.load(own));
        FirstUses.make();
        start = loading.join();
    }

    @Override
    public void start(Stage unused) {
        start(Platform::exit);
    }

    /** @param leave follows if nobody wants the window any more */
    void start(Runnable leave) {
        curtain.rise().ifPresentOrElse(this::begin, leave);
    }

    private void begin(Stage stage) {
        // First of all: while the window is built, the files are being read.
        openFilesOfTheCommandLine();
        var window = add(start.session(), stage, start.own().settings().window());
        if (start.own().first() && start.session().sectionProperty().get() != Section.CALLS) {
            window.window().welcome();
        }
        beforeUs = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(
                new UnexpectedErrors(beforeUs, start.own().errors(), Platform::runLater, this::tellMistake));
        window.show();
        Thread.ofPlatform().daemon().name("left-overs").start(() -> LeftOvers.clear(ScratchFile.folder()));
        FirstFrame.watch(stage, start.session());
    }

    private ProgramWindow add(Session session, Stage stage, Bounds place) {
        var window = new ProgramWindow(
                session,
                stage,
                place,
                start.own().file(),
                address -> getHostServices().showDocument(address),
                this::another);
        windows.add(window);
        stage.setOnHidden(event -> {
            windows.remove(window);
            window.closed();
        });
        return window;
    }

    private void another(ProgramWindow beside) {
        add(beside.session().another(), new Stage(), beside.beside()).show();
    }

    /** In the window that somebody looks at, else in the oldest. */
    private void tellMistake(Optional<Path> log) {
        windows.stream()
                .max(Comparator.comparing(
                        (ProgramWindow window) -> window.stage().isFocused()))
                .ifPresent(window -> window.window()
                        .tell(MistakeWords.of(log, window.session().texts().get())));
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
        windows.forEach(ProgramWindow::save);
        if (beforeUs != null) {
            Thread.setDefaultUncaughtExceptionHandler(beforeUs);
        }
    }
}
