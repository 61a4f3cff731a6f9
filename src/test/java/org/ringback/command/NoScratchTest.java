package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;

/** A folder for temporary files that is not there is named, and nothing is half done. */
@Isolated("it takes the folder for temporary files away from everybody")
class NoScratchTest {

    private static final String PLACE = "java.io.tmpdir";
    private static final Path CAPTURE = Path.of("src/test/resources/captures/gen-call-udp.pcap");

    private final String usual = System.getProperty(PLACE);

    @TempDir
    private Path folder;

    private Path missing;

    @BeforeEach
    void takeAway() {
        missing = folder.resolve("missing");
        System.setProperty(PLACE, missing.toString());
    }

    @AfterEach
    void giveBack() {
        System.setProperty(PLACE, usual);
    }

    @Test
    void isNamedWhereAFileIsToBeUnpacked() throws IOException {
        Path packed = folder.resolve("packed.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(CAPTURE, out);
        }
        Path shared = folder.resolve("shared.txt");
        for (String command : new String[] {"calls ", "diagnose ", "media ", "share --output " + shared + " "}) {
            Run run = Run.of(command + packed);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("ringback: " + packed + ": it was not read to its end, "
                            + "because no temporary file can be made in " + missing + ".");
        }
        assertThat(shared).doesNotExist();
    }

    @Test
    void isNamedWhereWhatIsInNoFileIsToBeRead() {
        for (CaptureSource source :
                new CaptureSource[] {new CaptureSource.Sample(), new CaptureSource.Pasted("text")}) {
            try (var reading = Reading.open(source, new Diagnosis(), new Onlooker() {})) {
                reading.read();
                assertThat(reading.examined().unusable())
                        .containsExactly(new Unusable(0, 0, Unusable.Reason.NO_SCRATCH_FILE, missing.toString()));
            }
        }
    }

    @Test
    void isNotNeededForACaptureThatIsAFile() {
        assertThat(Run.of("calls " + CAPTURE).exitCode()).isZero();
    }

    @Test
    void aFolderThatIsMissingIsNamedAndNotTheFileThatWasToBeMadeInIt() {
        Run run = Run.of("share " + CAPTURE + " --output " + missing.resolve("shared.txt"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("shared.txt could not be written").contains(missing.toString());
        assertThat(run.err()).doesNotContain(".part");
    }
}
