package org.ringback.window;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.ringback.language.ProgramFiles;
import org.ringback.report.Library;
import org.ringback.session.Session;
import org.ringback.settings.Settings;
import org.ringback.settings.SettingsFile;

/** The desktop program: puts session, window and settings together; the only place that does. */
public final class DesktopApp extends Application {

    private static final double NARROWEST = 460;
    private static final double LOWEST = 420;

    private final SettingsFile file;
    private Settings remembered;
    private Session session;
    private Remembering remembering;

    /** Remembers where this system keeps the settings of a user's programs. */
    public DesktopApp() {
        this(SettingsFile.usualPlace(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
    }

    DesktopApp(Path settings) {
        file = new SettingsFile(settings);
    }

    @Override
    public void init() {
        remembered = file.load();
        session = new Session(new Library(new ProgramFiles()), remembered, Locale.getDefault());
    }

    @Override
    public void start(Stage stage) {
        var window = new MainWindow(
                session, address -> getHostServices().showDocument(address), chooser -> chooser.showSaveDialog(stage));
        stage.setScene(window.scene());
        stage.titleProperty().bind(session.texts().text(WindowText.TITLE));
        stage.getIcons().add(new Image(Objects.requireNonNull(getClass().getResourceAsStream("/icons/ringback.png"))));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        remembering = new Remembering(session, stage, file);
        remembering.place(remembered.window());
        stage.show();
        window.focusSearch();
        FirstFrame.watch(stage, session);
    }

    @Override
    public void stop() {
        if (remembering != null) {
            remembering.save();
        }
    }
}
