package org.ringback.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    private static final byte[] CONTENT = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static void write(Path file) throws IOException {
        WholeFile.write(file, out -> {
            out.write(CONTENT);
            return null;
        });
    }

    @Test
    void whatWasThereStaysWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("call.html"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(CONTENT);
                    throw new IllegalStateException("no picture");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatWasThereIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("call.html"), "old and longer");

        write(file);

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void itMayBeReadByWhoeverMayReadTheUsersOtherFiles() throws IOException {
        Path other = Files.createFile(folder.resolve("other.txt"));
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class))
                .isTrue();
        Path file = folder.resolve("call.html");

        write(file);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    }
}
