package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.window.text.WrappedText;

/** A paragraph remembers how high it is, and forgets it when anything changes on which that depends. */
class ParagraphHeightTest {

    private static final String WORDS = "The callee is busy and will not take another call for now. ".repeat(4);

    private static WrappedText shown() {
        var paragraph = new WrappedText(WORDS);
        new Scene(new VBox(paragraph));
        paragraph.applyCss();
        return paragraph;
    }

    static Stream<Consumer<WrappedText>> changes() {
        return Stream.of(
                paragraph -> paragraph.setText(WORDS.repeat(3)),
                paragraph -> paragraph.setStyle("-fx-font-size: 40px"),
                paragraph -> paragraph.getParent().setStyle("-fx-font-size: 40px"),
                paragraph -> paragraph.setPadding(new Insets(30)),
                paragraph -> paragraph.setLineSpacing(20),
                paragraph -> paragraph.show(WrappedText.pieces("Short.", false)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsMeasured(Consumer<WrappedText> change) {
        Hands.run(() -> {
            WrappedText asked = shown();
            double before = asked.prefHeight(300);
            change.accept(asked);
            asked.applyCss();
            WrappedText never = shown();
            change.accept(never);
            never.applyCss();

            assertThat(asked.prefHeight(300)).isNotEqualTo(before).isEqualTo(never.prefHeight(300));
        });
    }

    @Test
    void manyWidthsAreToldApart() {
        Hands.run(() -> {
            WrappedText asked = shown();
            for (double width = 100; width < 1000; width += 50) {
                double high = asked.prefHeight(width);

                assertThat(asked.prefHeight(width)).isEqualTo(high).isEqualTo(shown().prefHeight(width));
            }
            assertThat(asked.prefHeight(100)).isGreaterThan(2 * asked.prefHeight(900));
        });
    }
}
