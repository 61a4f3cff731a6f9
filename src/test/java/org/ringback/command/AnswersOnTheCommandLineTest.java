package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Format;
import org.ringback.answers.Library;
import org.ringback.language.ShippedFiles;

/** Answers go to standard output, whole and clean, and the exit code is 0. */
class AnswersOnTheCommandLineTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    static Stream<Arguments> languagesAndFormats() {
        return ShippedFiles.tags().stream()
                .flatMap(tag -> Arrays.stream(Format.values()).map(format -> Arguments.of(tag, format)));
    }

    @ParameterizedTest
    @MethodSource("languagesAndFormats")
    void saysWhatTheWindowSays(String tag, Format format) {
        var answers = LIBRARY.answers(LIBRARY.languages().byTag(tag).orElseThrow());
        String options = " --lang " + tag + " --format " + format.name().toLowerCase(Locale.ROOT);

        assertAnswer(
                Run.of("explain 486" + options), answers.page(answers.find(486).orElseThrow(), format));
        assertAnswer(Run.of("compare 486 600" + options), answers.comparison(answers.compare(486, 600), format));
        assertAnswer(
                Run.of("search wrong password" + options),
                answers.searchResult("wrong password", answers.search("wrong password"), format));
    }

    private static void assertAnswer(Run run, String expected) {
        assertThat(run).isEqualTo(new Run(0, expected, ""));
        assertThat(run.out()).isNotBlank().endsWith("\n").doesNotContain("\r", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain 486 --lang ru",
                "explain --lang ru 486",
                "--lang ru explain 486",
                "explain 486 --lang=ru",
                "--lang=RU explain 486",
                "explain 486 --lang ru_RU",
                "explain 486 --lang ru-BY",
                "explain 486 --lang ru --format TEXT",
                "--format text explain 486 --lang ru"
            })
    void takesOptionsInAnyPlace(String line) {
        assertThat(Run.of(line)).isEqualTo(Run.in(Run.RUSSIAN, "explain 486"));
        assertThat(Run.of(line).out()).contains("Вызываемый телефон занят");
    }

    @Test
    void speaksTheLanguageOfTheSystemElseEnglish() {
        assertThat(Run.in(Run.RUSSIAN, "explain 486").out()).contains("Вызываемый телефон занят");
        assertThat(Run.in(Locale.of("tlh"), "explain 486")).isEqualTo(Run.in(Locale.US, "explain 486"));
        assertThat(Run.in(Run.RUSSIAN, "explain 486 --lang en")).isEqualTo(Run.in(Locale.US, "explain 486"));
    }

    @Test
    void comparesACodeWithItself() {
        assertThat(Run.of("compare 486 486").exitCode()).isZero();
    }

    @Test
    void takesDigitsOfAnyKeyboard() {
        assertThat(Run.of("explain ٤٨٦")).isEqualTo(Run.of("explain 486"));
    }

    @Test
    void searchesWhatFollowsTwoDashesAsItStands() {
        assertThat(Run.of("search -- busy")).isEqualTo(Run.of("search busy"));
    }

    @Test
    void listsLanguagesByTheirOwnNames() throws IOException {
        assertThat(Run.of("languages").out()).startsWith("Languages\n").contains("  en: English\n", "  ru: Русский\n");
        assertThat(Run.of("languages --lang ru").out()).startsWith("Языки\n");
        assertThat(Run.of("languages --format markdown").out()).contains("- **ru:** Русский\n");
        assertThat(Run.of("languages --format html").out()).contains("<th>ru</th><td>Русский</td>");
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Run.of("languages --format json").out());
        assertThat(json.findValuesAsText("tag")).contains("en", "ru");
        assertThat(json.findValuesAsText("name")).contains("English", "Русский");
    }

    @Test
    void keepsTheFieldsOfJsonThatScriptsRead() throws IOException {
        var mapper = JsonMapper.builder().build();
        JsonNode page = mapper.readTree(Run.of("explain 486 --format json").out());
        assertThat(page.path("code").asInt()).isEqualTo(486);
        assertThat(List.of("phrase", "class", "references", "description", "seen", "fix", "causes", "search"))
                .allMatch(page::has);
        JsonNode comparison =
                mapper.readTree(Run.of("compare 486 600 --format json").out());
        assertThat(List.of("summary", "left", "right", "differences", "whenToUse", "learnMore"))
                .allMatch(comparison::has);
    }

    @Test
    void aReaderThatGoesAwayIsNoError() {
        var closedPipe = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false,
                StandardCharsets.UTF_8);

        int exitCode = new CommandLineProgram(LIBRARY, Optional::empty)
                .run(new String[] {"explain", "486"}, closedPipe, closedPipe, Locale.US);

        assertThat(exitCode).isZero();
    }
}
