package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of strangers are shown as they are, unless they would disturb what stands around them. */
class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Busy Here", "занято", "مشغول", "忙", "\uD83D\uDCDE", " a  b ", "\u00a0"})
    void whatDisturbsNothingStays(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\t", "\r", "\n", "\u001b", "\u007f", "\u0085", "\u200b", "\u200e", "\u202e",
                "\u2028", "\u2029", "\ufeff", "\ud800", "\udc00", "\uffff"
            })
    void whatHidesOrTurnsOrBreaksIsReplaced(String sign) {
        assertThat(Printable.of("Bu" + sign + "sy")).isEqualTo("Bu\ufffdsy");
        assertThat(Printable.brief("Bu" + sign + "sy")).isEqualTo("Bu\ufffdsy");
    }

    @Test
    void briefIsNoLongerThanAnyoneWouldRead() {
        assertThat(Printable.brief("  Busy Here ")).isEqualTo("Busy Here");
        assertThat(Printable.brief("x".repeat(120))).isEqualTo("x".repeat(120));
        assertThat(Printable.brief("x".repeat(121))).isEqualTo("x".repeat(120) + "…");
        assertThat(Printable.brief("\uD83D\uDCDE".repeat(120))).isEqualTo("\uD83D\uDCDE".repeat(120));
        assertThat(Printable.brief("\uD83D\uDCDE".repeat(121))).isEqualTo("\uD83D\uDCDE".repeat(120) + "…");
    }
}
