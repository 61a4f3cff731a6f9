package org.ringback.window;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.ringback.session.Session;
import org.ringback.settings.Settings.Bounds;
import org.ringback.settings.SettingsFile;

/** One window of the program on the screen, with a session of its own; several stand side by side. */
final class ProgramWindow {

    private static final double NARROWEST = 460;
    private static final double LOWEST = 420;

    /** So much further right and down another window appears, in pixels. */
    private static final double STEP = 36;

    private final Session session;
    private final Stage stage;
    private final MainWindow window;
    private final ObservableValue<String> title;
    private final Remembering remembering;
    private final MissingFont fonts;

    /**
     * Builds it; {@link #show} shows it.
     *
     * @param place where it was last time, or {@code null}
     * @param file takes what is to be remembered
     * @param browser opens an address
     * @param another opens another window beside this one
     */
    ProgramWindow(
            Session session,
            Stage stage,
            Bounds place,
            SettingsFile file,
            Consumer<String> browser,
            Consumer<ProgramWindow> another) {
        this.session = session;
        this.stage = stage;
        this.window = new MainWindow(
                session,
                browser,
                chooser -> chooser.showSaveDialog(stage),
                chooser -> chooser.showOpenMultipleDialog(stage));
        stage.setScene(window.scene());
        window.scene()
                .getAccelerators()
                .put(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN), () -> another.accept(this));
        title = WindowTitle.of(session);
        stage.titleProperty().bind(title);
        stage.getIcons().add(new Image(Objects.requireNonNull(getClass().getResourceAsStream("/icons/ringback.png"))));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        remembering = new Remembering(session, stage, file);
        remembering.place(place);
        fonts = new MissingFont(session, MissingFont::known, window::tell);
        // Who comes back may have changed a file elsewhere.
        stage.focusedProperty().addListener((state, before, focused) -> lookAtFiles(focused));
    }

    private void lookAtFiles(boolean focused) {
        if (focused) {
            session.calls().lookAtFiles();
        }
    }

    void show() {
        stage.show();
        window.begin();
        fonts.look();
    }

    Session session() {
        return session;
    }

    Stage stage() {
        return stage;
    }

    MainWindow window() {
        return window;
    }

    /** Where another one of the same size appears, so that both can be seen. */
    Bounds beside() {
        return new Bounds(stage.getX() + STEP, stage.getY() + STEP, stage.getWidth(), stage.getHeight(), false);
    }

    /** Nobody will see it again: what it shows is remembered, and the files that it reads are let go. */
    void closed() {
        remembering.save();
        // Where the whole program is ended, the window is gone already: what closing changes has nowhere to be shown.
        stage.titleProperty().unbind();
        session.calls().close();
    }

    void save() {
        remembering.save();
    }
}
