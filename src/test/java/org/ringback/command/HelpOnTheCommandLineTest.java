package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"explain", "compare", "search", "calls", "diagnose", "languages", "help"})
    void showsOneCommand(String command) {
        Run run = Run.of(command + " --help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: ringback " + command + " ").contains("--lang", "--format");
        assertThat(Run.of("help " + command)).isEqualTo(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "explain -h",
                "help compare",
                "search --help",
                "calls --help",
                "diagnose --help",
                "languages --help",
                "help help"
            })
    void isRussianThroughout(String line) {
        String help = Run.of(line + " --lang ru").out();
        assertThat(help).startsWith("Использование: ringback ").contains("Показывает эту справку.");
        // What stays are the words that a user types.
        String words = help.replaceAll("(?m)^  (explain|compare|search|calls|diagnose|languages|help) ", "")
                .replaceAll("Использование: .*", "")
                .replaceAll(
                        "--?\\w+|en, ru|text, markdown, html, json|text, json,"
                            + " csv|text\\.|Ringback|diagnose|SIP|pcapng|pcap|gzip|sbc\\.pcap|=\\+1\\.5s|\\b[AB]\\b",
                        "");
        assertThat(words).doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void givesTheVersion() {
        assertThat(Run.of("--version").out()).matches("Ringback.+\n");
        assertThat(Run.of("-V").exitCode()).isZero();
    }
}
