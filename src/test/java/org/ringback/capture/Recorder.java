package org.ringback.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** Reads captures and keeps what they give. */
final class Recorder implements Sink {

    final List<Captured> messages = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<Unusable> unusable = new ArrayList<>();
    long reached = Captured.NO_TIME;

    /** Of captures as a whole, told apart from what is wrong with a part of them. */
    final List<Unusable> withoutSip = new ArrayList<>();

    static Recorder read(PcapBuilder file) {
        return read(file.bytes());
    }

    /** Files of these bytes, one timeline. */
    static Recorder read(byte[]... files) {
        var paths = new ArrayList<Path>();
        try {
            for (byte[] file : files) {
                Path path = Files.createTempFile("capture", ".test");
                paths.add(path);
                Files.write(path, file);
            }
            return read(paths, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            paths.forEach(Recorder::delete);
        }
    }

    static Recorder read(List<Path> files, Map<Path, Duration> clockOffsets) {
        var recorder = new Recorder();
        try (Capture capture = Capture.open(files, clockOffsets)) {
            capture.read(recorder);
        }
        return recorder;
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void message(Captured message) {
        messages.add(message);
        texts.add(Sip.text(message.bytes().toArray(JAVA_BYTE)));
    }

    @Override
    public void reached(long time) {
        reached = Math.max(reached, time);
    }

    @Override
    public void unusable(Unusable part) {
        (part.reason() == Unusable.Reason.NO_SIP ? withoutSip : unusable).add(part);
    }

    /** The names that {@link Sip} has put into the Call-IDs. */
    List<String> callIds() {
        return texts.stream().map(text -> header(text, "call-id", "i")).toList();
    }

    /** The value of the first header of a name or its compact form, or "-". */
    static String header(String message, String name, String compact) {
        for (String line : message.split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                break;
            }
            if (colon > 0) {
                String found = line.substring(0, colon).strip();
                if (found.equalsIgnoreCase(name) || found.equalsIgnoreCase(compact)) {
                    return line.substring(colon + 1).strip();
                }
            }
        }
        return "-";
    }

    List<Unusable.Reason> reasons() {
        return unusable.stream().map(Unusable::reason).toList();
    }

    List<Long> frames() {
        return messages.stream().map(Captured::frame).toList();
    }
}
