package org.ringback.window;

import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.ringback.language.ProgramFiles;
import org.ringback.report.Library;
import org.ringback.session.Session;
import org.ringback.settings.Settings;
import org.ringback.settings.SettingsFile;

/** The desktop program: puts session, window and settings together; the only place that does. */
public final class DesktopApp extends Application {

    private static final double WIDTH = 1180;
    private static final double HEIGHT = 800;

    private final SettingsFile file = new SettingsFile(SettingsFile.usualPlace(
            System.getenv(), System.getProperty("os.name"), java.nio.file.Path.of(System.getProperty("user.home"))));
    private Session session;
    private Stage stage;

    @Override
    public void init() {
        session = new Session(new Library(new ProgramFiles()), file.load(), Locale.getDefault());
    }

    @Override
    public void start(Stage primaryStage) {
        stage = primaryStage;
        var window = new MainWindow(
                session,
                getHostServices()::showDocument,
                chooser -> chooser.showSaveDialog(stage));
        stage.setScene(window.scene());
        stage.titleProperty().bind(session.texts().text(WindowText.TITLE));
        stage.getIcons().add(new Image(Objects.requireNonNull(getClass().getResourceAsStream("/icons/ringback.png"))));
        stage.setMinWidth(460);
        stage.setMinHeight(420);
        place(file.load().window());
        stage.show();
        window.focusSearch();
        FirstFrame.watch(stage, session);
    }

    private void place(Settings.Bounds remembered) {
        if (remembered == null || !visible(remembered)) {
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
        } else {
            stage.setX(remembered.x());
            stage.setY(remembered.y());
            stage.setWidth(remembered.width());
            stage.setHeight(remembered.height());
            stage.setMaximized(remembered.maximized());
        }
    }

    /** Whether a screen that is still there shows enough of it to be caught with the mouse. */
    private static boolean visible(Settings.Bounds bounds) {
        return bounds.width() > 0
                && bounds.height() > 0
                && Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).stream()
                        .map(Screen::getVisualBounds)
                        .anyMatch(screen -> overlaps(screen, bounds));
    }

    private static boolean overlaps(Rectangle2D screen, Settings.Bounds bounds) {
        return bounds.x() + 80 < screen.getMaxX() && bounds.y() >= screen.getMinY() && bounds.y() + 40 < screen.getMaxY();
    }

    @Override
    public void stop() {
        file.save(session.toSettings(new Settings.Bounds(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
    }
}
