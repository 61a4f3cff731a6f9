package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Korean is typed letter by letter, and read syllable by syllable. */
class HangulTest {

    @ParameterizedTest
    @CsvSource({
        "ㅌㅗㅇㅎㅘㅈㅜㅇ, 통화중",
        "ㅌㅗㅇㅎㅗㅏㅈㅜㅇ, 통화중",
        "ㄲㅡㄴㅎㄱㅣㅁ, 끊김",
        "ㄱㅏㅂㅅㅣ, 갑시",
        "ㄱㅏㅂㅅ, 값",
        "ㅇㅡㅣㅇㅘ, 의와",
        "ㅂㅗㅣㄴㅔㅇㅓㄸㅓㄱ, 뵈네어떡",
        "sip ㅇㅠ1, sip 유1",
        "ㅋㅋㅋ, ㅋㅋㅋ",
        "ㅏㄱ, ㅏㄱ"
    })
    void lettersBecomeSyllables(String letters, String syllables) {
        assertThat(Hangul.syllables(letters)).isEqualTo(syllables);
    }

    @Test
    void everySyllableIsTakenApartAndComesBack() {
        for (char syllable = '가'; syllable <= '힣'; syllable++) {
            String one = String.valueOf(syllable);
            assertThat(Hangul.letters(one)).hasSizeBetween(2, 5);
            assertThat(Hangul.syllables(Hangul.letters(one))).isEqualTo(one);
        }
    }
}
