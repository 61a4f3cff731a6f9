package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Turkish default must not break option names, an Arabic one must not turn 404 into other digits. */
class ForeignDefaultLocaleTest {

    private static final List<String> LINES = List.of(
            "explain 486",
            "explain 404 --format JSON",
            "explain 404 --format html --lang RU",
            "compare 486 600 --format markdown",
            "search INVITE timeout --format json",
            "search 40",
            "languages --format json",
            "explain 418",
            "explain 17",
            "EXPLAIN 486",
            "explain 486 --LANG en",
            "--help",
            "help explain --lang ru");

    @ParameterizedTest
    @ValueSource(
            strings = {"tr-TR", "ar-EG-u-nu-arab", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai", "az-AZ"})
    void changesNothing(String tag) {
        var system = Locale.forLanguageTag(tag);
        List<String> expected = answers(system);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(system);
            assertThat(answers(system)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Without blanks and ends of lines: where a line of Thai may end, only a Thai default knows. */
    private static List<String> answers(Locale system) {
        return LINES.stream()
                .map(line -> Run.in(system, line).toString().replaceAll("\\s+", ""))
                .toList();
    }
}
