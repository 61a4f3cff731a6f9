package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

@BesideOthers
class LineWordsTest {

    private static final List<List<String>> SETS = List.of(
            List.of("<--- "),
            List.of("Sent:", "Received:"),
            List.of(">", "\u00e2"),
            List.of("ab", "abc"),
            List.of("->"));

    private final LineWords words = new LineWords(SETS);

    @Test
    void tellsEachSetOfWhichAWordStandsAnywhere() {
        assertThat(words.in("<--- SIP read")).isEqualTo(0b1);
        assertThat(words.in("12:00 Received:")).isEqualTo(0b10);
        assertThat(words.in("10.0.0.1 -> 10.0.0.2 ab")).isEqualTo(0b11100);
        assertThat(words.in(">")).isEqualTo(0b100);
        assertThat(words.in("")).isZero();
        assertThat(words.in("<---")).isZero();
    }

    @Test
    void tellsTheSameAsLookingForOneWordAfterTheOther() {
        var random = new Random(25);
        String signs = "<-> SentRcivd:abc\u00e2\u20ac";
        for (int round = 0; round < 5_000; round++) {
            String line = random.ints(random.nextInt(12), 0, signs.length())
                    .collect(StringBuilder::new, (text, at) -> text.append(signs.charAt(at)), StringBuilder::append)
                    .toString();
            assertThat(words.in(line)).as(line).isEqualTo(oneAfterTheOther(line));
        }
    }

    private static int oneAfterTheOther(String line) {
        int found = 0;
        for (int set = 0; set < SETS.size(); set++) {
            found |= SETS.get(set).stream().anyMatch(line::contains) ? 1 << set : 0;
        }
        return found;
    }
}
