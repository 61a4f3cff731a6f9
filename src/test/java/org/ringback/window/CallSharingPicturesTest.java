package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.ringback.language.LanguageRows;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;

/** Draws the ways by which calls leave, and the preview of pseudonyms, into {@code target/pictures}. */
class CallSharingPicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @LanguageRows({"en, light, 1180", "en, dark, 1180", "~, light, 1180", "qps-ploc, light, 1180", "~, light, 500"})
    void thePreviewIsDrawn(String language, String theme, double width) throws IOException {
        var settings = new Settings(language, theme, "calls", 486, 486, 600, null);
        Files.createDirectories(FOLDER);
        try (var window = WindowUnderTest.open(settings, WindowUnderTest.PSEUDO, width, 900)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            window.act(() -> window.find(".calls-table", CallsTable.class)
                    .getSelectionModel()
                    .selectRange(1, 4));
            window.settleCalls();
            var share = window.find(".share-calls", MenuButton.class);
            String name = language + "-" + theme + "-" + (int) width + ".png";
            save(window, window.root(), "share-toolbar-" + name);
            window.act(share::show);
            save(window, popup(window), "share-menu-" + name);
            window.act(share::hide);
            window.act(share.getItems().getLast()::fire);
            window.settleCalls();
            Parent card = popup(window);
            save(window, card, "share-pseudonyms-" + name);
            assertThat(card.lookup(".pseudonym-preview")).isNotNull();
            assertThat(share.getLayoutBounds().getWidth()).isGreaterThanOrEqualTo(share.prefWidth(-1) - 1);
        }
    }

    private static Parent popup(WindowUnderTest window) {
        return window.roots().stream()
                .filter(root -> !root.equals(window.root()))
                .findFirst()
                .orElseThrow();
    }

    private static void save(WindowUnderTest window, Parent root, String name) throws IOException {
        WritableImage picture = window.onFx(() -> root.getScene().snapshot(null));
        Pictures.save(picture, FOLDER.resolve(name));
    }
}
