package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.session.ShownCalls.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.call.FileClock;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;
import org.ringback.reading.CaptureSource;

/** The files of an archive are open as a group, as if they lay side by side. */
class OpenedArchiveTest {

    @TempDir
    private Path folder;

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;
    private final RecentFiles recent = calls.capture().recent();
    private Path archive;

    @BeforeEach
    void twoCapturesInAnArchive() throws IOException {
        archive = zip("gen-refused.pcap", "gen-cancelled.pcap");
    }

    private Path zip(String... captures) throws IOException {
        Path made = folder.resolve("new.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(made))) {
            for (String name : captures) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(capture(name)));
            }
        }
        return Files.move(made, folder.resolve("case.zip"), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> within(String... names) {
        return List.of(names).stream().map(archive::resolve).toList();
    }

    private CaptureSource source() {
        return calls.capture().sourceProperty().get();
    }

    private List<Path> open() {
        return ((CaptureSource.Files) source()).files();
    }

    /** When the first message of the first file was captured. */
    private long beginOf(int file) {
        return shown.rows().stream()
                .flatMap(row -> row.call().messages().stream())
                .map(message -> message.captured())
                .filter(message -> message.file() == file)
                .mapToLong(Captured::time)
                .min()
                .orElseThrow();
    }

    @Test
    void itsFilesAreNamedInItsPlace() {
        List<CaptureSource> sources = new ArrayList<>();
        calls.capture().sourceProperty().subscribe(one -> sources.add(one));
        calls.open(List.of(capture("gen-proxy.pcap"), archive));
        var expected = new CaptureSource.Files(List.of(
                capture("gen-proxy.pcap"), archive.resolve("gen-refused.pcap"), archive.resolve("gen-cancelled.pcap")));
        assertThat(source()).isEqualTo(expected);
        assertThat(sources)
                .as("the archive itself until it was looked into")
                .contains(new CaptureSource.Files(List.of(capture("gen-proxy.pcap"), archive)));
        assertThat(beginOf(2)).isNotEqualTo(beginOf(1));
    }

    @Test
    void theClockOfOneOfThemIsSetAndComesBackWithTheGroup() {
        calls.open(List.of(archive));
        long first = beginOf(0);
        long second = beginOf(1);
        Map<Path, Duration> clocks = Map.of(archive.resolve("gen-cancelled.pcap"), Duration.ofSeconds(7));
        calls.loading().setClocks(clocks);
        assertThat(open()).isEqualTo(within("gen-refused.pcap", "gen-cancelled.pcap"));
        assertThat(beginOf(0)).isEqualTo(first);
        assertThat(beginOf(1)).isEqualTo(second + 7_000_000);
        calls.close();

        var groups = new RecentFiles(recent.remembered()).groups();
        calls.loading().open(groups.getFirst());

        assertThat(groups).hasSize(1);
        assertThat(source())
                .isEqualTo(new CaptureSource.Files(within("gen-refused.pcap", "gen-cancelled.pcap"), clocks));
        assertThat(beginOf(1)).isEqualTo(second + 7_000_000);
        assertThat(recent.groups()).as("the same group").hasSize(1);
    }

    @Test
    void theClockOfOneOfThemIsFoundByTheOther() throws IOException {
        archive = zip("gen-refused.pcap");
        Path alone = capture("gen-refused.pcap");
        calls.open(List.of(alone, archive));
        calls.loading().setClocks(Map.of(archive, Duration.ofSeconds(-7)));
        List<FileClock> told = new ArrayList<>();
        calls.loading().compareClocks(found -> found.ifDone(clocks -> told.addAll(clocks.values())));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        FileClock.Known.class,
                        known -> assertThat(known.offset()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void anotherFileIsAddedToThemAndTheClocksStay() {
        calls.open(List.of(archive));
        Map<Path, Duration> clocks = Map.of(archive.resolve("gen-refused.pcap"), Duration.ofSeconds(-2));
        calls.loading().setClocks(clocks);
        calls.loading().add(List.of(capture("gen-proxy.pcap")));
        assertThat(source())
                .isEqualTo(new CaptureSource.Files(
                        List.of(
                                archive.resolve("gen-refused.pcap"),
                                archive.resolve("gen-cancelled.pcap"),
                                capture("gen-proxy.pcap")),
                        clocks));
    }

    @Test
    void theSameArchiveOnceMoreAddsNothingAndIsStillOffered() {
        calls.open(List.of(archive));
        CaptureSource before = source();
        calls.loading().add(List.of(archive));
        assertThat(source()).isEqualTo(before);
        assertThat(calls.loading().refusedProperty().get().kept()).isTrue();
        assertThat(calls.loading().refusedProperty().get().why())
                .get()
                .returns(Unusable.Reason.SAME_FILE, Unusable::reason);
        assertThat(recent.groups()).hasSize(1);
        assertThat(calls.undo().undo()).isEmpty();
    }

    @Test
    void oneOfNoUseIsToldAndNotOfferedAgain() throws IOException {
        archive = zip("gen-refused.pcap", "NOTICE.txt");
        calls.open(List.of(archive));
        assertThat(calls.capture().unusable())
                .singleElement()
                .returns(Unusable.Reason.NOT_A_CAPTURE, Unusable::reason)
                .returns(1, Unusable::file);
        assertThat(recent.groups().getFirst().source().files()).isEqualTo(within("gen-refused.pcap"));
        calls.loading().open(recent.groups().getFirst());
        assertThat(open()).isEqualTo(within("gen-refused.pcap"));
        assertThat(calls.capture().unusable()).isEmpty();
    }

    /** The names of its files would lead to nothing where somebody sent another one of the same name. */
    @Test
    void whatIsReadAgainIsTheArchiveAsItIsNow() throws IOException {
        calls.open(List.of(archive));
        zip("gen-refused.pcap", "gen-proxy.pcap");
        calls.loading().readAgain();
        assertThat(open()).isEqualTo(within("gen-refused.pcap", "gen-proxy.pcap"));
        assertThat(calls.capture().unusable()).isEmpty();
    }

    @Test
    void aFolderIsOpenedWithWhatIsInIt() throws IOException {
        Path all = Files.createDirectories(folder.resolve("case/logs"));
        Files.copy(capture("gen-refused.pcap"), all.getParent().resolve("b.pcap"));
        Files.copy(capture("gen-cancelled.pcap"), all.resolve("a.pcap"));
        calls.open(List.of(all.getParent()));
        assertThat(open()).containsExactly(all.getParent().resolve("b.pcap"), all.resolve("a.pcap"));
        assertThat(recent.groups()).singleElement().returns(source(), Recent::source);
    }
}
