package org.ringback.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal shows is counted as a terminal counts. */
class CellsTest {

    @ParameterizedTest
    @CsvSource({"486 Busy, 8", "話中です, 8", "통화 중, 7", "呼叫（INVITE）, 14", "हिन्दी, 5", "ไม่ว่าง, 5", "Đăng ký, 7", "'', 0"
    })
    void wideLettersTakeTwoCellsAndMarksNone(String text, int cells) {
        assertThat(Cells.width(text)).isEqualTo(cells);
    }

    @Test
    void aTextIsCutBetweenLetters() {
        assertThat(Cells.upTo(5, "話中です")).isEqualTo("話中");
        assertThat(Cells.upTo(80, "short")).isEqualTo("short");
        assertThat(Cells.upTo(1, "話")).isEmpty();
    }
}
