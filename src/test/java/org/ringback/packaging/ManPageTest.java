package org.ringback.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.command.CommandPages;

/** The manual says what the program takes. */
@BesideOthers
class ManPageTest {

    private static final Product PRODUCT =
            new Product(Path.of("target", "ringback"), "2.1", Instant.parse("2026-03-04T05:06:07Z"));

    static List<Words> languages() {
        return Words.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEveryCommandWithItsOptions(Words words) {
        String page = ManPage.of(PRODUCT, words);

        assertThat(page).startsWith(".TH RINGBACK 1 2026-03-04 \"Ringback 2.1\"\n.SH NAME\nringback \\- ");
        var commands = CommandPages.in(words.texts(), words.languages()).getSubcommands();
        assertThat(commands).hasSizeGreaterThan(7);
        commands.forEach((name, command) -> {
            assertThat(page).contains("\n.SS \"ringback " + name + "\"\n");
            command.getCommandSpec()
                    .options()
                    .forEach(option ->
                            assertThat(page).contains(option.longestName().replace("-", "\\-")));
        });
    }

    /** In the macros a point or an apostrophe at the beginning of a line is a command. */
    @ParameterizedTest
    @MethodSource("languages")
    void noSentenceIsTakenForAMacro(Words words) {
        assertThat(ManPage.of(PRODUCT, words).lines())
                .allMatch(line -> !line.startsWith("'")
                        && (!line.startsWith(".") || line.matches("\\.(TH|SH|SS|TP|PP|br)( .*)?")));
    }
}
