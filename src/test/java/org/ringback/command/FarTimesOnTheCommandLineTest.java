package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clocks that are centuries wrong, and times that no clock ever showed. */
class FarTimesOnTheCommandLineTest {

    private static final Path FILES = Path.of("src/test/resources/robust");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.filter(file -> file.getFileName().toString().matches("[ty]-?\\d.*|t-.*"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyAnswerAboutThemIsWhole(Path file) throws IOException {
        for (String format : List.of("text", "json", "csv")) {
            Run calls = Run.of("calls --format " + format + " " + file);

            assertThat(calls.err()).isEmpty();
            assertThat(calls.exitCode()).isZero();
            assertThat(calls.out()).contains("alice");
        }
        assertThat(new ObjectMapper()
                        .readTree(Run.of("calls --format json " + file).out())
                        .path("calls"))
                .hasSize(1);
        assertThat(Run.of("calls --format csv " + file).out().lines()).hasSize(2);
        for (String format : List.of("text", "markdown", "html", "json")) {
            Run diagnosed = Run.of("diagnose --format " + format + " " + file);

            assertThat(diagnosed.err()).isEmpty();
            assertThat(diagnosed.exitCode()).isLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noYearHasMoreThanFourDigits(Path file) {
        assertThat(Run.of("calls --format csv " + file).out())
                .doesNotContain("\n+")
                .doesNotContain("\n-");
        assertThat(Run.of("calls " + file).out()).doesNotContainPattern("[+-]?\\d{5,}-\\d\\d-\\d\\d");
    }
}
