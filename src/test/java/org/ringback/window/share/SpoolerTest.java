package org.ringback.window.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where what is printed would be lost on its way to the printer, that is known before. */
class SpoolerTest {

    @TempDir
    private Path folder;

    @Test
    void onlyWindowsPrintsWithoutASpooler() throws IOException {
        Path spooler = folder.resolve("lpr");
        assertThat(Printing.possible("Linux", spooler)).isFalse();
        assertThat(Printing.possible("Windows 11", spooler)).isTrue();

        Files.createFile(spooler).toFile().setExecutable(true);
        assertThat(Printing.possible("Linux", spooler)).isTrue();
    }
}
