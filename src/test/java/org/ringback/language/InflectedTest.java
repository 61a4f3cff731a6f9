package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word that stands for the unknown takes the form that the words before it ask for. */
class InflectedTest {

    private static final Inflected HOST = Inflected.of(
            "«неизвестный узел» | ^, если: неизвестный узел | от, стороны: неизвестного узла | программу на:"
                    + " неизвестном узле");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ ответил 486. | Неизвестный узел",
                "Ответа нет. @ молчит. | Неизвестный узел",
                "Ответ от @ не пришёл. | неизвестного узла",
                "От @ ничего нет. | неизвестного узла",
                "Обновите программу на @ или нет. | неизвестном узле",
                "Отправьте INVITE на @. | «неизвестный узел»",
                "Если @ ваш, посмотрите сами. | неизвестный узел"
            })
    void theFormFitsItsPlace(String sentence, String form) {
        assertThat(HOST.in(sentence, sentence.indexOf('@'))).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"@ answered. | An unknown host", "The answer of @ | an unknown host"})
    void aLanguageThatDoesNotInflectHasOneForm(String sentence, String form) {
        assertThat(Inflected.of("an unknown host").in(sentence, sentence.indexOf('@')))
                .isEqualTo(form);
    }
}
