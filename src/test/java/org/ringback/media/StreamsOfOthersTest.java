package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/**
 * Streams of real captures, against what tshark measures of them ({@code tshark -q -z rtp,streams}). Where tshark takes the time
 * that was not spoken for a delta, and what is behind a hole for the next packet, Ringback does not.
 */
class StreamsOfOthersTest {

    private static final Path TRUTH = Path.of("src/test/resources/media/tshark-streams.tsv");

    /** One stream as tshark sees it; times in milliseconds. */
    record Measured(
            String file,
            String source,
            String destination,
            long ssrc,
            long packets,
            long lost,
            double maxDelta,
            double meanJitter,
            double maxJitter,
            String jitter) {

        static Measured of(String line) {
            String[] cells = line.split("\t", -1);
            return new Measured(
                    cells[0],
                    cells[1],
                    cells[2],
                    Long.parseLong(cells[3], 16),
                    Long.parseLong(cells[4]),
                    Long.parseLong(cells[5]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    Double.parseDouble(cells[8]),
                    cells[9]);
        }

        boolean same(MediaStream stream) {
            return stream.ssrc() == ssrc
                    && stream.source().text().equals(source)
                    && stream.destination().text().equals(destination);
        }
    }

    static Stream<Measured> truth() throws IOException {
        return Files.readAllLines(TRUTH).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("file"))
                .map(Measured::of);
    }

    @ParameterizedTest
    @MethodSource("truth")
    void aStreamIsMeasuredAsTsharkDoes(Measured told) {
        MediaSeen seen = seen(told.file());
        MediaStream stream = Stream.concat(seen.streams().stream(), seen.doubtful().stream())
                .filter(told::same)
                .findFirst()
                .orElseThrow();

        assertThat(stream.packets()).isEqualTo(told.packets());
        assertThat(stream.loss().lost()).isEqualTo(told.lost());
        assertThat(stream.pace().longestDelta() / 1000.0).isLessThanOrEqualTo(told.maxDelta() + 0.001);
        if (told.lost() == 0 && stream.longestPause().isEmpty()) {
            assertThat(stream.pace().longestDelta() / 1000.0).isCloseTo(told.maxDelta(), within(0.001));
        }
        if (!told.jitter().equals("none")) {
            assertThat(stream.pace().highestJitter() / 1000).isCloseTo(told.maxJitter(), within(0.001));
        }
        if (told.jitter().equals("all")) {
            assertThat(stream.pace().meanJitter() / 1000).isCloseTo(told.meanJitter(), within(0.001));
        }
    }

    private static MediaSeen seen(String file) {
        var witness = new MediaWitness(0, 0);
        List<Path> files = List.of(Path.of("src/test/resources/captures", file));
        try (Capture capture = Capture.open(files, Map.of(), (_, _) -> witness)) {
            capture.read(new Sink() {
                @Override
                public void message(Captured message) {}

                @Override
                public void unusable(Unusable part) {}
            });
        }
        return witness.seen();
    }
}
