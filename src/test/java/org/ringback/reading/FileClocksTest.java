package org.ringback.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.BesideOthers;
import org.ringback.call.FileClock;
import org.ringback.call.FileClocks;
import org.ringback.command.PacketFile;
import org.ringback.diagnosis.Diagnosis;

/** How far clocks are apart is told by messages that two files hold, and by nothing less. */
@BesideOthers
class FileClocksTest {

    private static final long START = 1_795_341_600_000_000L;
    private static final Path SAMPLE = Path.of("resources/sample/sample.pcap");

    @TempDir
    private Path folder;

    /** One hop as it is captured at its one end or at its other: a request takes its time there, a response back. */
    private Path capture(String name, int calls, boolean far, long delay, LongUnaryOperator clock) throws IOException {
        return capture(name, 0, calls, far, delay, clock);
    }

    private Path capture(String name, int first, int end, boolean far, long delay, LongUnaryOperator clock)
            throws IOException {
        var file = new PacketFile();
        for (int i = first; i < end; i++) {
            long time = START + i * 1_000_000L;
            String head = "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + i + "\r\nFrom: <sip:a@example.com>;tag=1\r\n"
                    + "To: <sip:b@example.com>\r\nCall-ID: call" + i + "\r\nCSeq: 1 OPTIONS\r\n"
                    + "Content-Length: 0\r\n\r\n";
            long asked = time + (far ? delay : 0);
            long answered = time + 100_000 + (far ? 0 : delay);
            file.message(clock.applyAsLong(asked), 1, 2, "OPTIONS sip:b@example.com SIP/2.0\r\n" + head)
                    .message(clock.applyAsLong(answered), 2, 1, "SIP/2.0 200 OK\r\n" + head);
        }
        return file.writeTo(folder.resolve(name));
    }

    private static Map<Integer, FileClock> clocks(Map<Path, Duration> offsets, Path... files) {
        var source = new CaptureSource.Files(List.of(files), offsets);
        try (var reading = Reading.open(source, new Diagnosis(), new Onlooker() {})) {
            reading.read();
            return FileClocks.of(reading.examined().calls(), files.length);
        }
    }

    @Test
    void whatPassesOnTheWayIsNotTakenForAWrongClock() throws IOException {
        Path near = capture("near.pcap", 10, false, 80_000, time -> time);
        Path far = capture("far.pcap", 10, true, 80_000, time -> time - 1_500_000);
        assertThat(clocks(Map.of(), near, far))
                .containsExactly(
                        Map.entry(1, new FileClock.Known(0, Duration.ofMillis(1500), Duration.ofMillis(80), 20)));
        assertThat(clocks(Map.of(far, Duration.ofMillis(1500)), near, far).get(1))
                .as("once it is set")
                .isEqualTo(new FileClock.Known(0, Duration.ZERO, Duration.ofMillis(80), 20));
    }

    @Test
    void fewMessagesTellNothing() throws IOException {
        Path near = capture("near.pcap", 10, false, 0, time -> time);
        Path few = capture("few.pcap", 2, true, 0, time -> time);
        assertThat(clocks(Map.of(), near, few)).containsEntry(1, new FileClock.TooFew(4));
        assertThat(clocks(Map.of(), near, SAMPLE)).containsEntry(1, new FileClock.TooFew(0));
    }

    @Test
    void aClockThatRunsAwayCannotBeSet() throws IOException {
        Path right = capture("right.pcap", 10, false, 0, time -> time);
        Path fast = capture("fast.pcap", 10, true, 0, time -> time + (time - START) / 2);
        assertThat(clocks(Map.of(), right, fast).get(1)).isInstanceOf(FileClock.TooUneven.class);
    }

    @Test
    void aFileMayBeToldByOneThatIsTold() throws IOException {
        Path first = capture("first.pcap", 6, false, 0, time -> time);
        Path last = capture("last.pcap", 6, 12, true, 0, time -> time - 1_000_000);
        Path middle = capture("middle.pcap", 12, true, 0, time -> time + 2_000_000);
        assertThat(clocks(Map.of(), first, last, middle, SAMPLE))
                .containsEntry(1, new FileClock.Known(2, Duration.ofSeconds(1), Duration.ZERO, 12))
                .containsEntry(2, new FileClock.Known(0, Duration.ofSeconds(-2), Duration.ZERO, 12))
                .containsEntry(3, new FileClock.TooFew(0));
    }
}
