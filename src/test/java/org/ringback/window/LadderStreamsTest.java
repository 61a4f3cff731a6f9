package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.flow.SpokenCall;
import org.ringback.ladder.Calls;
import org.ringback.settings.Settings;
import org.ringback.window.ladder.LadderSnapshot;
import org.ringback.words.LadderWords;

/** Streams in the ladder of a window. */
class LadderStreamsTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    private static LadderUnderTest open(String language, String theme, double width) {
        var call = new SpokenCall();
        call.caller().lasts(480);
        call.callee().arriving(number -> number < 200 || number >= 290).lasts(480);
        return LadderUnderTest.open(
                call.legs(),
                List.of(call.media()),
                List.of(),
                new Settings(language, theme, null, null, null, null, null),
                width,
                700);
    }

    private static List<String> said(LadderUnderTest window) {
        return window.onFx(() -> window.view().lookupAll(".ladder-said").stream()
                .filter(Node::isVisible)
                .map(VisibleTexts::of)
                .map(words -> words.replace('\u00a0', ' '))
                .sorted()
                .toList());
    }

    /** How high each row is, from the top. */
    private static List<Double> heights(LadderUnderTest window) {
        return window.onFx(() -> window.view().lookupAll(".ladder-cell").stream()
                .<ListCell<?>>map(cell -> (ListCell<?>) cell)
                .filter(cell -> !cell.isEmpty())
                .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
                .map(ListCell::getHeight)
                .toList());
    }

    private static ToggleButton button(LadderUnderTest window) {
        return (ToggleButton) window.onFx(() -> window.view().lookup(".ladder-streams"));
    }

    @Test
    void aStreamSaysWhatWasMeasuredAndHasRoomForIt() {
        try (var window = open("en", "light", 1100)) {
            assertThat(said(window))
                    .containsExactly("PCMU: packets 390, lost 90 (18.8 %)", "PCMU: packets 480, none lost");
            List<Double> heights = heights(window);
            assertThat(heights.get(3)).isGreaterThan(heights.get(2) + 40);
            assertThat(heights.get(4)).isEqualTo(heights.get(2));
        }
    }

    /** When rows are drawn again, in the middle of a layout, new labels would have no size. */
    @Test
    void whatIsSaidOfStreamsStaysWhenAnArrowIsSelected() {
        try (var window = open("en", "light", 1100)) {
            for (int row : new int[] {3, 4, 0}) {
                window.act(() -> window.list().getSelectionModel().clearAndSelect(row));
                window.settle();
                assertThat(window.onFx(() -> window.view().lookupAll(".ladder-said").stream()
                                .filter(Node::isVisible)
                                .map(label -> label.getLayoutBounds().getWidth())
                                .toList()))
                        .as("row %s", row)
                        .hasSize(2)
                        .allMatch(width -> width > 100);
            }
        }
    }

    @Test
    void aClickOnAStreamShowsItsMedia() {
        try (var window = open("en", "light", 1100)) {
            window.click(".ladder-label");
            assertThat(window.mediaOpened()).isZero();

            window.click(".ladder-said");
            assertThat(window.mediaOpened()).isOne();
        }
    }

    @Test
    void aLargerLadderHasHigherRows() {
        try (var window = open("en", "light", 1100)) {
            double before = heights(window).get(3);
            window.act(() -> window.model().options().zoomIn());
            window.settle();

            assertThat(heights(window).get(3)).isGreaterThan(before + 5);
        }
    }

    @Test
    void streamsAreSwitchedOffAndStayOff() {
        try (var window = open("en", "light", 1100)) {
            window.act(() -> button(window).fire());
            window.settle();

            assertThat(said(window)).isEmpty();
            assertThat(window.onFx(() ->
                            window.session().remembered().getValue().ladder().streams()))
                    .isFalse();
        }
    }

    @Test
    void whereThereAreNoStreamsThereIsNothingToSwitch() {
        try (var window = LadderUnderTest.open(Calls.forked().calls())) {
            assertThat(window.onFx(() -> button(window).isVisible())).isFalse();
        }
    }

    @Test
    void anExportedPictureHasRoomForTheStreamsToo() throws IOException {
        Files.createDirectories(FOLDER);
        try (var window = open("en", "light", 1100)) {
            int with = picture(window, FOLDER.resolve("ladder-streams-export.png"));
            window.act(() -> button(window).fire());
            int without = picture(window, FOLDER.resolve("ladder-without-streams-export.png"));

            assertThat(with).isGreaterThan(without + 100);
        }
    }

    /** How high it is, in dots. */
    private static int picture(LadderUnderTest window, Path file) {
        return window.onFx(() -> {
            var drawn = new LadderSnapshot(
                    window.model().ladder().get(),
                    new LadderWords(window.session().texts().get()),
                    window.model().times().get());
            try (OutputStream out = Files.newOutputStream(file)) {
                drawn.writePng(out, (part, onToolkit) -> onToolkit.accept(part));
            }
            return drawn.height();
        });
    }

    @ParameterizedTest
    @CsvSource({"en, light, 1180", "en, dark, 1180", "en, light, 420", "ar, light, 900"})
    void streamsAreDrawn(String language, String theme, double width) throws IOException {
        Files.createDirectories(FOLDER);
        try (var window = open(language, theme, width)) {
            var picture = window.onFx(() -> window.view().getScene().snapshot(null));
            Pictures.save(
                    picture, FOLDER.resolve("ladder-streams-" + language + "-" + theme + "-" + (int) width + ".png"));
            assertThat(picture.getWidth()).isGreaterThan(100);
        }
    }
}
