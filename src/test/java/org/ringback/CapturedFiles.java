package org.ringback;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** The captures of the tests, and what is in files; messages hold memory of their own. */
public final class CapturedFiles {

    private static final Path FOLDER = Path.of("src/test/resources/captures");

    private CapturedFiles() {}

    /** Every capture and log of the tests. */
    public static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".tsv"))
                    .filter(file -> !file.endsWith("NOTICE.txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Captured> messages(byte[] file) {
        try {
            Path path = Files.createTempFile("messages", ".test");
            try {
                Files.write(path, file);
                return messages(path);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Captured> messages(Path file) {
        var messages = new ArrayList<Captured>();
        try (Capture capture = Capture.open(List.of(file), Map.of())) {
            capture.read(new Sink() {
                @Override
                public void message(Captured message) {
                    messages.add(kept(message));
                }

                @Override
                public void unusable(Unusable part) {}
            });
        }
        return messages;
    }

    private static Captured kept(Captured message) {
        return new Captured(
                MemorySegment.ofArray(message.bytes().toArray(JAVA_BYTE)),
                message.time(),
                message.source(),
                message.destination(),
                message.transport(),
                message.file(),
                message.frame(),
                message.counted());
    }
}
