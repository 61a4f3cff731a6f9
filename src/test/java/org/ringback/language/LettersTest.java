package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters of another language are found. */
class LettersTest {

    @ParameterizedTest
    @CsvSource({
        "Deutsch, Für 486 heißt das: besetzt, ''",
        "Deutsch, Вызов, Вызов",
        "Русский, После 401 телефон повторяет запрос INVITE, ''",
        "العربية, رُفض الطلب 486, ''",
        "العربية, Вызов, Вызов",
        "日本語, サーバーは拒否した, ''",
        "中文, 服务器 rejected, ''",
        "中文, 服务器 отказ, отказ",
        "हिन्दी, कॉल विफल रही, ''"
    })
    void areToldFromItsOwn(String ownName, String text, String foreign) {
        assertThat(Letters.of(new Language("xx", ownName, false)).foreignIn(text))
                .isEqualTo(foreign);
    }
}
