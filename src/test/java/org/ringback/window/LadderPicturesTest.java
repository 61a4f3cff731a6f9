package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.call.Call;
import org.ringback.ladder.Calls;
import org.ringback.language.LanguageRows;
import org.ringback.settings.Settings;
import org.ringback.window.ladder.LadderSnapshot;
import org.ringback.words.LadderWords;

/** Draws ladders into {@code target/pictures}, for eyes to see what no assertion can. */
class LadderPicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    private static void draw(String name, List<Call> legs, String language, String theme, double width, int selected)
            throws IOException {
        var settings = new Settings(language, theme, null, null, null, null, null);
        Files.createDirectories(FOLDER);
        try (var window = LadderUnderTest.open(legs, settings, width, 900)) {
            if (selected >= 0) {
                window.act(() -> window.model()
                        .call()
                        .selectedProperty()
                        .set(window.model().ladder().get().rows().get(selected).message()));
            }
            window.settle();
            WritableImage picture = window.onFx(() -> window.view().getScene().snapshot(null));
            Pictures.save(picture, FOLDER.resolve("ladder-" + name + ".png"));
            assertThat(picture.getWidth()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @LanguageRows({
        "en, light, 1280, -1",
        "en, light, 1180, 5",
        "en, dark, 1180, 12",
        "*, light, 1180, 3",
        "qps-ploc, dark, 1180, 3",
        "en, light, 700, -1",
    })
    void aForkedCallIsDrawn(String language, String theme, double width, int selected) throws IOException {
        draw(
                "forked-" + language + "-" + theme + "-" + (int) width + "-" + selected,
                Calls.forked().calls(),
                language,
                theme,
                width,
                selected);
    }

    @Test
    void anUnansweredCallIsDrawn() throws IOException {
        draw("silence", Calls.silence().calls(), "en", "light", 1180, 0);
    }

    @ParameterizedTest
    @CsvSource({"gen-proxy.pcap", "gen-no-ack.pcap", "gen-pjsua.log", "gen-asterisk.pcap"})
    void capturesAreDrawn(String capture) {
        LadderUnderTest.withCalls(capture, calls -> {
            try {
                draw(capture, List.of(calls.getFirst()), "en", "light", 1180, -1);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return null;
        });
    }

    @Test
    void theExportedPicturesAreDrawn() throws IOException {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            Files.createDirectories(FOLDER);
            window.act(() -> {
                try (OutputStream out = Files.newOutputStream(FOLDER.resolve("ladder-export.png"))) {
                    new LadderSnapshot(
                                    window.model().ladder().get(),
                                    new LadderWords(window.session().texts().get()),
                                    window.model().times().get())
                            .writePng(out, (part, onToolkit) -> onToolkit.accept(part));
                    Files.writeString(
                            FOLDER.resolve("ladder-export.svg"),
                            window.model().svg(window.session().texts().get()).get(),
                            StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
        assertThat(FOLDER.resolve("ladder-export.png")).isNotEmptyFile();
    }
}
