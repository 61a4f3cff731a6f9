package org.ringback.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** What a witness sees in one of the captures of the folder {@code network}. */
final class Seen {

    private static final Path FOLDER = Path.of("src/test/resources/network");

    private Seen() {}

    static NetworkEvents in(String file) {
        return in(file, Duration.ZERO);
    }

    static NetworkEvents in(String file, Duration offset) {
        Path path = FOLDER.resolve(file);
        var witnesses = new NetworkWitness[1];
        try (Capture capture = Capture.open(List.of(path), Map.of(path, offset), (number, micros) -> {
            witnesses[0] = new NetworkWitness(number, micros);
            return witnesses[0];
        })) {
            capture.read(new Sink() {
                @Override
                public void message(Captured message) {}

                @Override
                public void unusable(Unusable part) {}
            });
        }
        return witnesses[0].events();
    }

    /** The events of one kind, in order of time. */
    static <T extends NetworkEvent> List<T> all(NetworkEvents events, Class<T> kind) {
        return events.all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The only event of a kind. */
    static <T extends NetworkEvent> T the(NetworkEvents events, Class<T> kind) {
        List<T> all = all(events, kind);
        if (all.size() != 1) {
            throw new AssertionError("not one " + kind.getSimpleName() + " in " + events.all());
        }
        return all.getFirst();
    }

    /** What TShark sees: for each frame the fields that {@code SOURCES.md} names, after the name of the file. */
    static List<String[]> truth() {
        try {
            return Files.readAllLines(FOLDER.resolve("truth.tsv")).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
