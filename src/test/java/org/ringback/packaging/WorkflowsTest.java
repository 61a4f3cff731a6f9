package org.ringback.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.words.ProgramText;

/** What makes releases elsewhere, as far as it can be checked here. */
@BesideOthers
class WorkflowsTest {

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github", "workflows"))) {
            return files.sorted().toList();
        }
    }

    /** A tag of somebody else's can be moved, a commit cannot. */
    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionOfOthersIsNamedByItsCommit(Path workflow) throws IOException {
        var actions = Files.readAllLines(workflow).stream()
                .map(String::strip)
                .filter(line -> line.matches("-? ?uses:.*"))
                .toList();

        assertThat(actions)
                .isNotEmpty()
                .allMatch(line -> line.matches("-? ?uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    /** What a step may do is said at the top: nothing but read. */
    @ParameterizedTest
    @MethodSource("workflows")
    void nothingMayBeWrittenUnlessAJobSaysSo(Path workflow) throws IOException {
        assertThat(workflow).content().contains("\npermissions:\n  contents: read\n");
        // Indented by blanks only, two a step, as YAML wants it.
        assertThat(Files.readAllLines(workflow))
                .noneMatch(line -> line.contains("\t") || line.matches("( {2})* \\S.*"));
    }

    @Test
    void everyTestRunsOnTheThreeSystems() throws IOException {
        assertThat(Path.of(".github", "workflows", "verify.yml"))
                .content()
                .contains("ubuntu-", "windows-", "macos-", "run: mvn --batch-mode verify\n");
    }

    @Test
    void theAddressOfTheProjectIsTheSameEverywhere() throws IOException {
        for (Path file : List.of(Path.of("pom.xml"), Path.of("README.md"), Path.of("src/packaging/linux/copyright"))) {
            assertThat(file).content().contains(ProgramText.HOME);
        }
    }
}
