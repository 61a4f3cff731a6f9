package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.ShippedFiles;

/** What cannot be answered is one line on standard error, in the user's language, with the nearest choices. */
class RefusalsOnTheCommandLineTest {

    private static final String LIST_OF_COMMANDS =
            "explain, compare, search, calls, media, diagnose, share, languages, help";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "explain 418 | There is no response code 418. The nearest ones: 417 Unknown Resource-Priority, 416"
                        + " Unsupported URI Scheme, 420 Bad Extension.",
                "explain busy | \"busy\" is not a response code. To find codes by words: ringback search busy",
                "explain not found | \"not found\" is not a response code. To find codes by words: ringback search not"
                        + " found",
                "explain 4xx | \"4xx\" is not a response code. To find codes by words: ringback search 4",
                "compare 486 busy | \"busy\" is not a response code. To find codes by words: ringback search busy",
                "explain | Which response code? For example: ringback explain 486",
                "explain 486 600 | Only one code can be explained at a time. To compare two: ringback compare 486 600",
                "compare | Which two response codes? For example: ringback compare 486 600",
                "compare 486 | Compare 486 with which code? For example: ringback compare 486 600, ringback compare"
                        + " 486 480, ringback compare 486 603",
                "compare 486 600 603 | Too many arguments: 603. How to use the command: ringback compare --help",
                "search | What do you look for? For example: ringback search busy",
                "languages now | Too many arguments: now. How to use the command: ringback languages --help",
                "explan 486 | There is no command \"explan\". Did you mean: ringback explain",
                "486 | There is no command \"486\". Did you mean: ringback explain 486",
                "486 600 | There is no command \"486\". Did you mean: ringback compare 486 600",
                "solve | There is no command \"solve\". The commands: " + LIST_OF_COMMANDS + ". More: ringback --help",
                "nosuch.pcap | nosuch.pcap: there is no such file.",
                "src/test | src/test: this is a folder. Open the files in it.",
                "help me | There is no command \"me\". The commands: " + LIST_OF_COMMANDS + ". More: ringback --help",
                "--format json | Which command? Choose one of: " + LIST_OF_COMMANDS + ". More: ringback --help",
                "explain 486 --format xml | There is no format \"xml\". Choose one of: text, markdown, html, json.",
                "explain 486 --fromat json | There is no option --fromat. Did you mean: --format",
                "explain 486 --colour | There is no option --colour. Did you mean: --lang, --format, --help",
                "explain 486 --format json --format html | Give --format only once.",
                "explain 17 | 17 is not a response code but a Q.850 cause from the telephone network: 17 user busy. In"
                        + " SIP a gateway turns it into: 486 Busy Here.",
                "explain 16 | 16 is not a response code but a Q.850 cause from the telephone network: 16 normal call"
                        + " clearing. RFC 3398 names no response code for it.",
                "explain 560403 | 560403 is not a SIP code but one of Microsoft Teams: 560 means that your SBC"
                        + " answered, and 403 is the SIP code of its answer. Try: ringback explain 403",
                "explain 510403 | 510403 is not a SIP code but one of Microsoft Teams, which reports it beside the SIP"
                        + " code. Explain the SIP code of the same call.",
                "explain 599 | 599 is not a response code: Wireshark's SIP statistics count all 5xx codes that"
                        + " Wireshark does not know under it. Look at the packets for the real number."
            })
    void refusesInEnglish(String line, String error) {
        assertThat(Run.of(line)).isEqualTo(new Run(2, "", "ringback: " + error + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "explain 418 | Кода ответа 418 не существует. Ближайшие: 417 Unknown Resource-Priority, 416"
                        + " Unsupported URI Scheme, 420 Bad Extension.",
                "explain занято | «занято» — не код ответа. Поиск кодов по словам: ringback search занято",
                "compare 486 | С каким кодом сравнить 486? Например: ringback compare 486 600, ringback compare 486"
                        + " 480, ringback compare 486 603",
                "explan 486 | Команды «explan» нет. Возможно, вы имели в виду: ringback explain",
                "explain 486 --format xml | Формата «xml» нет. Выберите один из: text, markdown, html, json.",
                "explain 486 --fromat json | Параметра --fromat нет. Возможно, вы имели в виду: --format",
                "explain 17 | 17 — не код ответа, а причина Q.850 из телефонной сети: 17 (абонент занят). В SIP"
                        + " ей соответствует 486 Busy Here."
            })
    void refusesInRussian(String line, String error) {
        var expected = new Run(2, "", "ringback: " + error + "\n");
        assertThat(Run.of("--lang ru " + line)).isEqualTo(expected);
        assertThat(Run.of(line + " --lang=ru")).isEqualTo(expected);
        assertThat(Run.in(Run.RUSSIAN, line)).isEqualTo(expected);
    }

    @Test
    void namesEveryLanguageInsteadOfOneThatItDoesNotSpeak() {
        String languages = ShippedFiles.languages().stream()
                .map(language -> language.tag() + " (" + language.ownName() + ")")
                .collect(Collectors.joining(", "));

        assertThat(Run.of("explain 486 --lang xx"))
                .isEqualTo(new Run(2, "", "ringback: Ringback does not speak \"xx\". It speaks: " + languages + ".\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain",
                "explain 486 600",
                "compare",
                "compare 1 2 3",
                "search",
                "languages now",
                "486",
                "solve",
                "--format json",
                "explain 486 --format",
                "explain 486 --lang",
                "explain 486 --lang --format",
                "explain 486 --colour",
                "explain 486 --format json --format html",
                "explain 486 --lang xx",
                "explain 16",
                "explain 560403",
                "explain 510403",
                "explain 599"
            })
    void neverFallsIntoEnglish(String line) {
        Run run = Run.in(Run.RUSSIAN, line);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).matches("ringback: .*\\p{IsCyrillic}.*\n").doesNotContainPattern("(?i)unknown|missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain 486 --format", "explain 486 --format --lang en", "--lang", "explain 486 --lang"})
    void namesTheOptionWithoutValue(String line) {
        Run run = Run.of(line);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("ringback: A value is missing after --")
                .containsPattern("text, |" + String.join(", ", ShippedFiles.tags()));
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aSearchWithoutAHitEndsWithOne() {
        assertThat(Run.of("search xyzzyq"))
                .isEqualTo(new Run(
                        1,
                        "",
                        "ringback: Nothing found for \"xyzzyq\". Look for a number, a phrase or a symptom, for example:"
                                + " ringback search busy\n"));
        assertThat(Run.in(Run.RUSSIAN, "search xyzzyq --format json").err())
                .startsWith("ringback: По запросу «xyzzyq» ничего не найдено.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "search", "compare"})
    void aBlankArgumentIsNoAnswer(String command) {
        Run run = Run.withArguments(Locale.US, command, " ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void whatWasTypedCannotBreakTheLineNorPlayWithTheTerminal() {
        Run run = Run.withArguments(Locale.US, "explain", "a\nb\u001b[31m" + "c".repeat(1000));
        assertThat(run.err()).startsWith("ringback: \"a b [31mccc").doesNotContain("\u001b");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err().length()).isLessThan(400);
    }

    @Test
    void aNumberOfAnyLengthIsRefused() {
        assertThat(Run.of("explain 99999999999999999999").exitCode()).isEqualTo(2);
        assertThat(Run.of("explain -5").exitCode()).isEqualTo(2);
        assertThat(Run.of("explain @486").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calls | Which file? For example: ringback calls call.pcap",
                "calls a.pcap --format xml | There is no format \"xml\". Choose one of: text, json, csv.",
                "calls a.pcap --format html | There is no format \"html\". Choose one of: text, json, csv.",
                "calls a.pcap --offset b.pcap=1s | The clock offset is for b.pcap, but that is not one of the files:"
                        + " a.pcap",
                "calls a.pcap --offset a.pcap=soon | \"a.pcap=soon\" is not a clock offset. Write it like this:"
                        + " sbc.pcap=+1.5s",
                "calls a.pcap --offset 5 | \"5\" is not a clock offset. Write it like this: sbc.pcap=+1.5s",
                "calls a.pcap --offset a.pcap=9999999999h | \"a.pcap=9999999999h\" is not a clock offset. Write it"
                        + " like this: sbc.pcap=+1.5s",
                "calls a.pcap --problem | There is no option --problem. Did you mean: --problems"
            })
    void refusesWhatItCannotUnderstandOfFiles(String line, String error) {
        assertThat(Run.of(line)).isEqualTo(new Run(2, "", "ringback: " + error + "\n"));
    }
}
