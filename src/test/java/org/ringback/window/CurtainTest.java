package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.settings.Settings;
import org.ringback.settings.Settings.Bounds;
import org.ringback.settings.SettingsFile;
import org.ringback.trace.ErrorLog;

/** The window before there is anything in it. */
class CurtainTest {

    @TempDir
    private Path folder;

    private final List<Curtain> shown = new ArrayList<>();

    @AfterEach
    void close() {
        Hands.run(() -> shown.forEach(curtain -> curtain.rise().ifPresent(Stage::hide)));
    }

    @Test
    void standsWhereTheWindowWasAndInItsColors() {
        Curtain curtain = show(new Settings(null, "dark", null, null, null, null, new Bounds(40, 30, 700, 600, false)));

        Stage stage = Hands.onFx(() -> curtain.rise().orElseThrow());

        assertThat(stage.isShowing()).isTrue();
        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                .containsExactly(40.0, 30.0, 700.0, 600.0);
        Parent root = stage.getScene().getRoot();
        assertThat(root.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dark"));
    }

    @Test
    void whoClosesItGetsNoWindow() {
        var app = new DesktopApp(
                () -> Remembered.in(folder.resolve("settings.json"), new ErrorLog(folder.resolve("ringback.log"))));
        // The toolkit stands before it.
        List<Stage> before = Hands.onFx(CurtainTest::stages);
        app.init();
        Hands.settle();
        Stage curtain = stages().stream()
                .filter(stage -> !before.contains(stage))
                .findFirst()
                .orElseThrow();

        Hands.run(() -> curtain.fireEvent(new WindowEvent(curtain, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(curtain.isShowing())
                .as("what is being made behind it has somewhere to go")
                .isTrue();
        List<String> left = new ArrayList<>();
        Hands.run(() -> app.start(() -> left.add("left")));

        assertThat(left).containsExactly("left");
        assertThat(curtain.isShowing()).isFalse();
        Hands.run(app::stop);
        assertThat(new SettingsFile(folder.resolve("settings.json")).exists()).isFalse();
    }

    private Curtain show(Settings remembered) {
        return Hands.onFx(() -> {
            var curtain = new Curtain();
            shown.add(curtain);
            curtain.show(remembered);
            return curtain;
        });
    }

    private static List<Stage> stages() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList();
    }
}
