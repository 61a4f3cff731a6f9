package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.session.ShownCalls.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.reading.CaptureSource;
import org.ringback.settings.Settings;

/** What was opened before can be opened again as it was, and what was of no use is not offered. */
class RecentFilesTest {

    @TempDir
    private Path folder;

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;
    private final RecentFiles recent = calls.capture().recent();

    /** Files that were open together, with clocks that were right. */
    static Recent recent(String... names) {
        return Recent.of(new CaptureSource.Files(Stream.of(names).map(Path::of).toList()), Set.of());
    }

    private List<String> names() {
        return recent.groups().stream()
                .map(group -> group.source().files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void filesThatWereOpenedTogetherStayTogetherAndTheNewestComeFirst() {
        calls.open(List.of(capture("gen-refused.pcap"), capture("gen-cancelled.pcap")));
        calls.open(List.of(capture("gen-refused.pcap")));
        calls.open(List.of(capture("gen-cancelled.pcap"), capture("gen-refused.pcap")));
        assertThat(names()).containsExactly("[gen-cancelled.pcap, gen-refused.pcap]", "[gen-refused.pcap]");
        for (int i = 0; i < 12; i++) {
            recent.opened(recent("/f" + i));
        }
        assertThat(recent.groups()).hasSize(10).first().isEqualTo(recent("/f11"));
        assertThat(new RecentFiles(recent.remembered()).groups()).isEqualTo(recent.groups());
        recent.forgetAll();
        assertThat(recent.remembered()).isEmpty();
    }

    @Test
    void whatHoldsNoCallIsNotOffered() throws Exception {
        Path junk = Files.write(folder.resolve("junk.pcap"), new byte[] {1, 2, 3, 0, 0, 0});
        calls.open(List.of(junk));
        calls.open(List.of(folder.resolve("gone.pcap")));
        assertThat(names()).isEmpty();
        calls.open(List.of(junk, capture("gen-refused.pcap")));
        assertThat(names()).containsExactly("[gen-refused.pcap]");
    }

    @Test
    void whatIsGoneIsForgottenWhenSomebodyOpensIt() throws Exception {
        Path file = Files.copy(capture("gen-refused.pcap"), folder.resolve("gone.pcap"));
        calls.open(List.of(file));
        calls.open(List.of(capture("gen-cancelled.pcap")));
        Files.delete(file);
        calls.loading().open(recent.groups().getLast());
        assertThat(names()).containsExactly("[gen-cancelled.pcap]");
        assertThat(shown.rows()).isNotEmpty();
    }

    @Test
    void clocksAndSeparatedLegsComeBackWithTheFiles() {
        Path sample = Path.of("resources/sample/sample.pcap");
        Map<Path, Duration> clocks = Map.of(sample, Duration.ofMillis(1500));
        calls.open(List.of(sample));
        long before = shown.row("trunk-6612").call().start();
        calls.loading().setClocks(clocks);
        calls.unlink(shown.row("trunk-6612"));
        calls.close();

        var later = new ShownCalls();
        var again = new RecentFiles(recent.remembered()).groups();
        later.model.loading().open(again.getFirst());

        assertThat(again).hasSize(1);
        assertThat(later.row("trunk-6612").call().start()).isEqualTo(before + 1_500_000);
        assertThat(later.model.legs().undone(later.row("trunk-6612"))).isPresent();
        assertThat(recent.remembered().getFirst().apart()).noneMatch(key -> key.contains("trunk"));
    }

    @Test
    void whatCannotBeReadOfTheSettingsIsNotMissed() {
        var damaged = new Settings.Recent(List.of("/a"), Map.of("/a", "soon"), List.of());
        var empty = new Settings.Recent(null, null, null);
        assertThat(new RecentFiles(List.of(damaged, empty)).groups()).isEmpty();
    }
}
