package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over in a file is told once, in the answer or beside it. */
class DamageOnTheCommandLineTest {

    private static final Path WHOLE = Path.of("src/test/resources/captures/gen-call-udp.pcap");
    private static final String TOLD = "Parts that could not be used: 1.";

    @TempDir
    private Path folder;

    /** A capture with a sector of zeros. */
    private String damaged() throws IOException {
        byte[] bytes = Files.readAllBytes(WHOLE);
        Arrays.fill(bytes, 1024, 1536, (byte) 0);
        return Files.write(folder.resolve("damaged.pcap"), bytes).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls --format csv",
                "calls --summary",
                "calls --summary --format csv",
                "calls --summary --format json",
                "media",
                "share",
                "share --pseudonyms --format html"
            })
    void anAnswerWithoutAPlaceForItHasItBeside(String command) throws IOException {
        Run run = Run.of(command + " " + damaged());

        assertThat(run.out()).doesNotContain(TOLD);
        assertThat(run.err().lines())
                .containsOnlyOnce("ringback: " + TOLD
                        + " Messages may be missing there. More about them: ringback calls FILE --format json")
                .filteredOn(line -> line.contains("packet 2: the file is damaged here."))
                .hasSize(1);
        assertThat(Run.of(command + " " + WHOLE).err()).doesNotContain("could not be used");
    }

    @Test
    void anAnswerThatTellsItHasNothingBeside() throws IOException {
        Run run = Run.of("calls " + damaged());

        assertThat(run.out()).contains(TOLD);
        assertThat(run.err()).isEmpty();
    }
}
