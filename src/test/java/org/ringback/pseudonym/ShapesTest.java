package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are drawn look like those they stand for, and hold nothing of them. */
class ShapesTest {

    private final Shapes shapes = new Shapes(RandomGenerator.of("L64X128MixRandom"), Likeness.EXACT);

    @ParameterizedTest
    @CsvSource({
        "Alice-7, [A-Z][a-z]{4}-[0-9]",
        "{room|4}~x, \\{[a-z]{4}\\|[0-9]\\}~[a-z]",
        "ab`c, [a-z]{2}`[a-z]",
        "дом 12, [a-z]{3} [0-9]{2}",
        "züri, [a-z]{4}",
        "0a1b2c3d4e, [0-9a-f]{10}"
    })
    void lettersStandForLettersAndDigitsForDigits(String model, String shape) {
        assertThat(shapes.like(model)).matches(shape);
    }

    @Test
    void noLetterBeyondAsciiStays() {
        assertThat(shapes.like("ж".repeat(50))).doesNotContain("ж");
    }
}
