package org.ringback.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                " =1",
                "\u00a0=1",
                "\u3000=1",
                "'=1",
                "' =1",
                "\t1",
                "\r1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20A",
                "\u22121",
                "=HYPERLINK(\"http://evil.example\")",
                "+49301234567"
            })
    void noCellIsAFormula(String value) {
        assertThat(TableCell.of(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "49301234567", "a=1", "1-2", "a@b", "'", "'abc", "\"=1", "a;b=c"})
    void whatNoSpreadsheetCalculatesStays(String value) {
        assertThat(TableCell.of(value)).isEqualTo(value);
    }

    @Test
    void aCellThatBeginsAfterASemicolonIsNoFormulaEither() {
        assertThat(TableCell.of("a;=1;b;@c")).isEqualTo("a;'=1;b;'@c");
    }

    @Test
    void aPersonReadsATelephoneNumberAsItIs() {
        assertThat(TableCell.forReader("+49 30 1234567")).isEqualTo("+49 30 1234567");
        assertThat(TableCell.forReader("+49301234567@192.0.2.1:5060")).isEqualTo("+49301234567@192.0.2.1:5060");
        assertThat(TableCell.forReader("+1+1")).isEqualTo("'+1+1");
    }

    @Test
    void oneApostropheLessAndTheValueIsAsItWas() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 100_000; i++) {
            var value = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                value.append("=+-@'; a1\uff1d".charAt(random.nextInt(10)));
            }
            String cell = TableCell.of(value.toString());

            assertThat(cell.replaceAll("(^|;)'(?=[\\s']*[=+\\-@\uff1d])", "$1")).isEqualTo(value.toString());
            assertThat(cell).doesNotContainPattern("(^|;)\\s*[=+\\-@\uff1d]");
        }
    }
}
