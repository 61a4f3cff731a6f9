package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ringback.capture.wire.Unusable.Reason.CHANGED_FILE;
import static org.ringback.capture.wire.Unusable.Reason.SAME_FILE;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.capture.payload.Store;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** Files that others work on while they are open: what was read stays, and somebody is told what they have become. */
class ChangingFilesTest {

    /** Larger than what is read in one go. */
    private static final int PACKETS = 4000;

    @TempDir
    private Path folder;

    private Path large() throws IOException {
        var large = new PcapBuilder(1);
        for (int count = 0; count < PACKETS; count++) {
            large.add(packet(count));
        }
        return Files.write(folder.resolve("large.pcap"), large.bytes());
    }

    private static byte[] packet(int count) {
        return PacketBuilder.udpPacket(Sip.request("MESSAGE", "call" + count, "x".repeat(1500)));
    }

    /** Reads a file and does something to it once the first messages are there. */
    private static final class Disturbed implements Sink {

        private final List<Captured> messages = new ArrayList<>();
        private final List<Unusable> unusable = new ArrayList<>();
        private final Consumer<Path> disturbance;
        private final Path file;

        Disturbed(Path file, Consumer<Path> disturbance) {
            this.file = file;
            this.disturbance = disturbance;
            try (Capture capture = Capture.open(List.of(file), Map.of())) {
                capture.read(this);
            }
        }

        @Override
        public void message(Captured message) {
            if (messages.isEmpty()) {
                disturbance.accept(file);
            }
            messages.add(message);
        }

        @Override
        public void unusable(Unusable part) {
            unusable.add(part);
        }

        List<String> changes() {
            return unusable.stream()
                    .filter(part -> part.reason() == CHANGED_FILE)
                    .map(Unusable::detail)
                    .toList();
        }
    }

    private interface Disturbance {
        void of(Path file) throws IOException;
    }

    private static Consumer<Path> quietly(Disturbance disturbance) {
        return file -> {
            try {
                disturbance.of(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static void cut(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    @Test
    void whatWasReadOfAFileThatBecomesShorterStays() throws IOException {
        assumeTrue(posix());
        var read = new Disturbed(large(), quietly(file -> cut(file, 4096)));
        assertThat(read.messages).hasSizeBetween(1000, PACKETS - 1);
        assertThat(read.changes()).containsExactly("shorter");
        assertWhole(read.messages);
    }

    @Test
    void whatWasReadOfAFileThatIsBegunAnewStays() throws IOException {
        assumeTrue(posix());
        var read = new Disturbed(
                large(),
                quietly(file ->
                        Files.write(file, PcapBuilder.ethernet(packet(7)).bytes())));
        assertThat(read.changes()).containsExactly("shorter");
        assertWhole(read.messages.subList(0, 1000));
    }

    @Test
    void aFileThatGrowsIsReadAsFarAsItWent() throws IOException {
        var read = new Disturbed(
                large(), quietly(file -> Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND)));
        assertThat(read.messages).hasSize(PACKETS);
        assertThat(read.unusable).containsExactly(new Unusable(0, 0, CHANGED_FILE, "longer"));
    }

    @Test
    void theLastRecordOfAFileThatGrowsIsNoDamage() throws IOException {
        Path file = large();
        cut(file, Files.size(file) - 100);
        var read = new Disturbed(file, quietly(path -> Files.write(path, new byte[100], StandardOpenOption.APPEND)));
        assertThat(read.messages).hasSize(PACKETS - 1);
        assertThat(read.unusable).containsExactly(new Unusable(0, 0, CHANGED_FILE, "longer"));
    }

    @Test
    void aFileThatIsReplacedOrGoneIsReadToItsEnd() throws IOException {
        assumeTrue(posix());
        Path other = Files.write(folder.resolve("other"), new byte[10]);
        var replaced =
                new Disturbed(large(), quietly(file -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING)));
        assertThat(replaced.messages).hasSize(PACKETS);
        assertThat(replaced.unusable).containsExactly(new Unusable(0, 0, CHANGED_FILE, "replaced"));
        var gone = new Disturbed(large(), quietly(Files::delete));
        assertThat(gone.messages).hasSize(PACKETS);
        assertThat(gone.unusable).containsExactly(new Unusable(0, 0, CHANGED_FILE, "gone"));
    }

    @Test
    void whatBecomesOfAFileAfterwardsIsToldToWhoAsks() throws IOException {
        Path file = large();
        var messages = new Recorder();
        try (Capture capture = Capture.open(List.of(file), Map.of())) {
            capture.read(messages);
            assertThat(capture.changes()).isEmpty();
            cut(file, 100);
            assertThat(capture.changes()).containsExactly(new Unusable(0, 0, CHANGED_FILE, "shorter"));
            assertWhole(messages.messages);
        }
    }

    @Test
    void aFileByAnotherNameCountsOnce() throws IOException {
        Path file = Files.write(
                folder.resolve("one.pcap"), PcapBuilder.ethernet(packet(1)).bytes());
        List<Path> names = new ArrayList<>(List.of(file, folder.resolve("./one.pcap")));
        if (posix()) {
            names.add(Files.createSymbolicLink(folder.resolve("symbolic.pcap"), file));
            names.add(Files.createLink(folder.resolve("hard.pcap"), file));
        }
        Path other = Files.copy(file, folder.resolve("copy.pcap"));
        names.add(other);
        Recorder read = Recorder.read(names, Map.of());
        assertThat(read.messages).hasSize(2);
        assertThat(read.messages.getLast().file()).isEqualTo(names.size() - 1);
        assertThat(read.unusable)
                .hasSize(names.size() - 2)
                .allMatch(part -> part.reason() == SAME_FILE && part.detail().equals(file.toString()));
    }

    @Test
    void messagesForWhichThereIsNoMemoryAreKeptOnDisk() throws IOException {
        Path file = large();
        var sink = new Recorder();
        try (var spilled = new SpilledMessages()) {
            var open = new OpenFile(
                    SourceFile.of(file), 0, 0, 1L << 30, new Store(100_000, spilled), sink, Witness.Bench.EMPTY);
            open.open();
            var progress = new Progress(List.of(open), Files.size(file), sink);
            while (open.advance(progress)) {
                sink.message(open.take());
            }
            spilled.release();
        }
        assertThat(sink.messages)
                .hasSize(PACKETS)
                .anyMatch(message -> message.bytes().isMapped());
        assertWhole(sink.messages);
        Captured mapped = sink.messages.getLast();
        assertThat(mapped.sameBytes(mapped)).isTrue();
        assertThat(mapped.sameBytes(sink.messages.getFirst())).isFalse();
    }

    private static void assertWhole(List<Captured> messages) {
        for (int count = 0; count < messages.size(); count++) {
            assertThat(Sip.text(messages.get(count).bytes().toArray(ValueLayout.JAVA_BYTE)))
                    .contains("call" + count)
                    .endsWith("x".repeat(1500));
        }
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
