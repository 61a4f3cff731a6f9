package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.ladder.Happened;
import org.ringback.settings.Settings;

/** What the network did, in the ladder of a window. */
class LadderMarksTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    private static LadderUnderTest open(String language, String theme, double width) {
        Trace trace = new Happened().unreachable(Happened.ROUTER, 3).refused().ended();
        return LadderUnderTest.open(
                trace.calls(),
                List.of(),
                Happened.network(trace),
                new Settings(language, theme, null, null, null, null, null),
                width,
                700);
    }

    private static ListCell<?> cell(LadderUnderTest window, int index) {
        return window.onFx(() -> window.view().lookupAll(".ladder-cell").stream()
                .<ListCell<?>>map(cell -> (ListCell<?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
                .findFirst()
                .orElseThrow());
    }

    private static Label part(LadderUnderTest window, int index, String style) {
        Node cell = cell(window, index);
        return window.onFx(() -> (Label) cell.lookup(style));
    }

    @Test
    void itSaysWhatHappenedInASentence() {
        try (var window = open("en", "light", 1100)) {
            assertThat(part(window, 1, ".ladder-label").getText()).isEqualTo("ICMP host unreachable");
            assertThat(part(window, 1, ".ladder-detail").getText())
                    .isEqualTo("192.0.2.254 says: the host cannot be reached (203.0.113.5:5060)");
            assertThat(part(window, 1, ".ladder-note").getText().replace('\u00a0', ' '))
                    .isEqualTo("the same again: 2 within 1 s");
            assertThat(cell(window, 1).getAccessibleText().replace('\u00a0', ' '))
                    .isEqualTo("row 2 of 5, ICMP host unreachable from 192.0.2.254 to 192.0.2.9, 192.0.2.254 says: the"
                            + " host cannot be reached (203.0.113.5:5060), 1.5 s after the start, the same again: 2"
                            + " within 1 s");
        }
    }

    @Test
    void keysSelectItAsTheySelectMessages() {
        try (var window = open("en", "light", 1100)) {
            window.press(KeyCode.HOME);
            window.press(KeyCode.DOWN);

            assertThat(window.selected()).isEqualTo(1);
            assertThat(window.onFx(() -> window.model().markedProperty().get().label()))
                    .isEqualTo("ICMP host unreachable");
            assertThat(window.onFx(
                            () -> window.model().call().selectedProperty().get()))
                    .isNull();
            window.press(KeyCode.ENTER);
            assertThat(window.messages()).as("what it says is to be read").isEqualTo(1);

            window.press(KeyCode.END);
            assertThat(window.selected()).isEqualTo(4);
            assertThat(window.onFx(() -> window.model().markedProperty().get())).isNull();
        }
    }

    @Test
    void aClickSelectsItAndItStaysSelectedWhenTheLadderIsArrangedAnew() {
        try (var window = open("en", "light", 1100)) {
            window.click(cell(window, 1));
            assertThat(window.selected()).isEqualTo(1);
            window.act(() -> window.model().options().foldedProperty().set(false));

            assertThat(window.ladder().lines()).hasSize(7);
            assertThat(window.selected()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void itHasDashesAndAColorThatStandsOut(String theme) {
        try (var window = open("en", theme, 1100)) {
            var shaft =
                    (javafx.scene.shape.Path) window.onFx(() -> cell(window, 1).lookup(".ladder-shaft"));
            var message =
                    (javafx.scene.shape.Path) window.onFx(() -> cell(window, 0).lookup(".ladder-shaft"));
            assertThat(shaft.getStrokeDashArray()).containsExactly(2.0, 3.0);
            assertThat(message.getStrokeDashArray()).isEmpty();
            assertThat(shaft.getStroke()).isNotEqualTo(message.getStroke());
            Color words = (Color) part(window, 1, ".ladder-label").getTextFill();
            assertThat(contrast(words, theme.equals("dark") ? Color.web("#161b22") : Color.WHITE))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(window.onFx(() -> cell(window, 1).lookup(".ladder-row").getPseudoClassStates()))
                    .contains(PseudoClass.getPseudoClass("network"));
        }
    }

    /** By WCAG 2.2. */
    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @CsvSource({"en, light, 1180", "en, dark, 1180", "en, light, 420", "ar, light, 900"})
    void itIsDrawn(String language, String theme, double width) throws IOException {
        Files.createDirectories(FOLDER);
        try (var window = open(language, theme, width)) {
            var picture = window.onFx(() -> window.view().getScene().snapshot(null));
            Pictures.save(
                    picture, FOLDER.resolve("ladder-marks-" + language + "-" + theme + "-" + (int) width + ".png"));
            assertThat(picture.getWidth()).isGreaterThan(100);
        }
    }
}
