package org.ringback.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;

/** The calls of {@code cases.tsv}: one line and one file each. */
final class CallsInFiles {

    private static final Path FOLDER = Path.of("src/test/resources/score");

    private CallsInFiles() {}

    static List<KnownCalls> all() {
        try {
            return Files.readAllLines(FOLDER.resolve("cases.tsv")).stream()
                    .skip(1)
                    .map(CallsInFiles::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownCalls of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 8) {
            throw new IllegalArgumentException("Not eight cells but " + cells.length + ": " + line);
        }
        var truth = new Truth(
                cells[1],
                cells[2],
                ids(cells[3]),
                Optional.of(cells[4]).filter(words -> !words.isEmpty()).map(Pattern::compile),
                ids(cells[5]),
                ids(cells[6]),
                Optional.of(cells[7]).filter(host -> !host.isEmpty()));
        return new KnownCalls(cells[0], truth, () -> examined(FOLDER.resolve(cells[0])));
    }

    private static Set<String> ids(String cell) {
        return Arrays.stream(cell.split(",", -1)).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static Examined examined(Path file) {
        var files = new CaptureSource.Files(List.of(file));
        try (var reading = Reading.open(files, new Diagnosis(), new Onlooker() {})) {
            reading.read();
            return reading.examined();
        }
    }
}
