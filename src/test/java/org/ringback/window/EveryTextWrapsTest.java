package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.language.Language;
import org.ringback.language.ShippedFiles;
import org.ringback.window.kit.Look;
import org.ringback.window.text.WrappedText;

/** The texts of every language are laid out at any width: no exception, nothing broken, covered or outside. */
class EveryTextWrapsTest {

    private static final int WIDTHS = 20;
    private static final double NARROWEST = 120;

    /** Every so many texts: with all of them it would take minutes, and each run of the program draws others. */
    private static final int STEP = Integer.getInteger("texts.step", 17);

    private static final int LONGEST = 700;

    private final LogWatch log = new LogWatch();

    static List<Language> languages() {
        return ShippedFiles.languages();
    }

    @AfterEach
    void nothingWasWrong() {
        log.close();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsLaidOutAtAnyWidth(Language language) {
        List<String> texts = List.copyOf(ShippedFiles.everyText(language).values());
        List<String> some = IntStream.range(0, texts.size() / STEP)
                .mapToObj(place -> texts.get(place * STEP))
                .filter(text -> text.length() < LONGEST)
                .toList();
        List<String> wrong = Hands.onFx(() -> {
            var page = Passages.page(some, Look.orientation(language.rightToLeft()), 400, 200);
            List<String> found = new ArrayList<>();
            for (int step = 0; step < WIDTHS; step++) {
                double width = NARROWEST + step * 41;
                page.resize(width, 100_000);
                page.layout();
                for (Node passage : page.getChildren()) {
                    found.addAll(PieceFaults.of((WrappedText) passage, width));
                    if (passage.getLayoutBounds().getWidth() > width + 1) {
                        found.add("wider than " + width + ": " + ((WrappedText) passage).getText());
                    }
                }
            }
            return found;
        });

        assertThat(wrong).isEmpty();
        assertThat(log.taken()).isEmpty();
    }
}
