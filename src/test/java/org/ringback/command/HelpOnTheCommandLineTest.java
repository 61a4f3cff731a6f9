package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.EnglishLeft;
import org.ringback.language.Language;
import org.ringback.language.ShippedFiles;

/** Help is an answer: on standard output, in the language that was asked for, wherever it was asked. */
class HelpOnTheCommandLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "--help --lang en", "--lang en help", "--lang=en -h"})
    void showsTheWholeProgram(String line) {
        Run run = Run.of(line);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: ringback ")
                .contains(
                        "explain", "compare", "search", "languages", "--lang", "--format", "text, markdown, html, json")
                .contains("Exit codes:\n  0 ")
                .doesNotContain("\r", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "compare", "search", "calls", "diagnose", "share", "languages", "help"})
    void showsOneCommand(String command) {
        Run run = Run.of(command + " --help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: ringback " + command + " ").contains("--lang", "--format");
        assertThat(Run.of("help " + command)).isEqualTo(run);
    }

    static Stream<Arguments> translatedHelp() {
        return ShippedFiles.translations().stream()
                .flatMap(language -> Stream.of(
                                "--help",
                                "explain -h",
                                "help compare",
                                "search --help",
                                "calls --help",
                                "diagnose --help",
                                "share --help",
                                "languages --help",
                                "help help")
                        .map(line -> Arguments.of(language, line)));
    }

    @ParameterizedTest
    @MethodSource("translatedHelp")
    void isTranslatedThroughout(Language language, String line) {
        List<String> help = words(Run.of(line + " --lang " + language.tag()).out());

        assertThat(help)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(words(Run.of(line).out()));
        assertThat(EnglishLeft.in(language).words(String.join("\n", help))).isEmpty();
    }

    /** The lines of a help without the words that a user types, which are the same in every language. */
    private static List<String> words(String help) {
        return help.replaceAll("(?m)^  (explain|compare|search|calls|media|diagnose|share|languages|help) ", "")
                .replaceAll("[:：] ?ringback .*", "")
                .replaceAll(
                        "--?\\w+|" + String.join(",\\s+", ShippedFiles.tags())
                                + "|text, markdown, html, json|html, markdown, text, pcap|text, json,"
                                + " csv|text[.。]|Ringback|ringback|diagnose|SIP"
                                + "|pcapng|pcap|gzip|sbc\\.pcap|=\\+1\\.5s|\\b[AB]\\b",
                        "")
                .lines()
                .filter(line -> line.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    @Test
    void givesTheVersion() {
        assertThat(Run.of("--version").out()).startsWith("Ringback").contains("\nJava " + Runtime.version());
        assertThat(Run.of("-V").exitCode()).isZero();
    }
}
