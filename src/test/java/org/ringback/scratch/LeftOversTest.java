package org.ringback.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a program that was killed are cleared away, and nobody else's. */
class LeftOversTest {

    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "left");
    }

    @Test
    void ofAProgramThatHasEndedAreDeleted() throws Exception {
        Process ended = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("true"), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();
        Owner self = Owner.ofThisProgram();
        Path dead = file(new Owner(ended.pid(), self.started(), self.space()).prefix() + "12.tmp");
        LeftOvers.clear(folder);
        assertThat(dead).doesNotExist();
    }

    @Test
    void ofAnotherProgramThatHasGotTheSameNumberAreDeleted() throws IOException {
        Owner self = Owner.ofThisProgram();
        assumeTrue(self.started() > 0);
        Path earlier = file(new Owner(self.process(), self.started() - 60, self.space()).prefix() + "12.part");
        LeftOvers.clear(folder);
        assertThat(earlier).doesNotExist();
    }

    @Test
    void ofAProgramThatRunsOrThatNobodySeesStay() throws IOException {
        Owner self = Owner.ofThisProgram();
        Path own = file(self.prefix() + "12.tmp");
        Path elsewhere = file(new Owner(1L << 40, 1, self.space() + 1).prefix() + "12.tmp");
        Path foreign = file("ringback-notes.txt");
        LeftOvers.clear(folder);
        LeftOvers.clear(folder.resolve("missing"));
        assertThat(own).exists();
        assertThat(elsewhere).exists();
        assertThat(foreign).exists();
    }

    /** A program that ends without closing what it has opened, as on Ctrl+C. */
    static final class EndsInTheMiddle {

        private EndsInTheMiddle() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(ScratchFile.create().path());
            System.exit(0);
        }
    }

    @Test
    void aFileIsGoneWithAProgramThatEndsInTheMiddleOfItsWork() throws Exception {
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                place(ScratchFile.class).toString(),
                                place(EndsInTheMiddle.class).toString(),
                                Path.of("target", "test-classes").toString()),
                        EndsInTheMiddle.class.getName())
                .start();
        String made = new String(ended.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
        assertThat(ended.waitFor()).isZero();
        assertThat(Path.of(made).getParent()).isEqualTo(folder);
        assertThat(folder).isEmptyDirectory();
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aFileWithoutItsNameCanStillBeRead() throws IOException {
        try (var file = ScratchFile.create();
                var arena = Arena.ofConfined()) {
            Files.writeString(file.path(), "bytes");
            MemorySegment bytes = file.map(arena);
            file.unname();
            assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
            assertThat(file.path()).doesNotExist();
            assertThat(bytes.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 'b');
        }
    }
}
