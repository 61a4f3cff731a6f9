package org.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for entries is private, has a bound, and can be shared with another program. */
class BoundedFileTest {

    private static final int BOUND = 100;

    @TempDir
    private Path home;

    private Path path;
    private BoundedFile file;

    @BeforeEach
    void name() {
        path = home.resolve("state/ringback/ringback.log");
        file = new BoundedFile(path, BOUND);
    }

    private void append(String entry) throws IOException {
        file.append(entry.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isNotThereBeforeTheFirstEntry() {
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void holdsOneEntryBehindTheOther() throws IOException {
        append("one\n");
        append("two\n");

        assertThat(path).hasContent("one\ntwo\n");
    }

    @Test
    void belongsToItsOwnerAlone() throws IOException {
        append("one\n".repeat(20));
        append("two\n".repeat(20));

        assertThat(rights(path)).isEqualTo("rw-------");
        assertThat(rights(file.old())).isEqualTo("rw-------");
        assertThat(rights(path.getParent())).isEqualTo("rwx------");
        assertThat(rights(path.getParent().getParent())).isEqualTo("rwx------");
    }

    @Test
    void isTakenFromOthersWhereItWasOpenToThem() throws IOException {
        Files.createDirectories(path.getParent());
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        append("one\n");

        assertThat(rights(path)).isEqualTo("rw-------");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void beginsAnewWhereItWouldGrowBeyondItsBound() throws IOException {
        append("a".repeat(60));
        append("b".repeat(40));
        assertThat(path).hasSize(BOUND);

        append("c");

        assertThat(path).hasContent("c");
        assertThat(file.old()).hasContent("a".repeat(60) + "b".repeat(40));
    }

    @Test
    void neverKeepsMoreThanTwiceItsBound() throws IOException {
        for (int i = 0; i < 50; i++) {
            append("entry " + i + "\n");
            assertThat(Files.size(path)).isLessThanOrEqualTo(BOUND);
        }

        assertThat(Files.size(file.old())).isLessThanOrEqualTo(BOUND);
        assertThat(path).content().endsWith("entry 49\n");
        assertThat(path.getParent().toFile().list()).hasSize(2);
    }

    @Test
    void anEntryLongerThanTheBoundIsWrittenWhole() throws IOException {
        append("x".repeat(3 * BOUND));
        append("y");

        assertThat(path).hasContent("y");
        assertThat(file.old()).hasSize(3 * BOUND);
    }

    @Test
    void severalProgramsWriteWholeEntries() {
        var other = new BoundedFile(path, 1 << 20);
        var same = new BoundedFile(path, 1 << 20);
        IntStream.range(0, 200).parallel().forEach(i -> {
            try {
                (i % 2 == 0 ? other : same).append(("entry " + i + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(path.toFile())
                .content()
                .satisfies(text -> assertThat(text.lines())
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200)
                                .mapToObj(i -> "entry " + i)
                                .toList()));
    }

    @Test
    void aProgramThatKeepsTheFileLockedIsNotWaitedForWithoutEnd() throws IOException {
        append("one\n");
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            append("two\n");
        }

        assertThat(path).hasContent("one\ntwo\n");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAnError() throws IOException {
        Files.createDirectories(path.getParent().getParent());
        Files.writeString(path.getParent(), "a file where a folder should be");

        assertThatThrownBy(() -> append("one\n")).isInstanceOf(IOException.class);
    }
}
