package org.ringback.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.command.CommandPages;

/** Shells complete what the program takes. */
@BesideOthers
class CompletionTest {

    private static final Words ENGLISH = Words.all().getFirst();

    static List<String> scripts() {
        var completion = new Completion(ENGLISH);
        return List.of(completion.bash(), completion.zsh(), completion.fish());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void hasEveryCommandWithItsOptions(String script) {
        var commands = CommandPages.in(ENGLISH.texts(), ENGLISH.languages()).getSubcommands();
        assertThat(commands).hasSizeGreaterThan(7);
        commands.forEach((name, command) -> {
            assertThat(script).contains(name);
            command.getCommandSpec()
                    .options()
                    .forEach(option ->
                            assertThat(script).contains(option.longestName().substring(2)));
        });
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void hasTheFormatsAndLanguagesToChooseFrom(String script) {
        assertThat(script).containsPattern("text\\W+json\\W+csv").contains("pt-BR");
    }

    /** A shell complains at each key of what another shell knows. */
    @ParameterizedTest
    @MethodSource("scripts")
    void isWhatOneShellReads(String script) {
        assertThat(script).doesNotStartWith("#!");
        if (script.startsWith("#compdef")) {
            assertThat(script).doesNotContain("compopt", "COMPREPLY");
        }
    }
}
