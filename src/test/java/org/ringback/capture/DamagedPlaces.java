package org.ringback.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;

/**
 * What one damaged place of a file costs: which messages are missing though nothing of them was touched. Of a capture those
 * are asked for that are found if the records that were hit are cut out; of a log, those whose lines were not hit; of a packed
 * file, those that can be unpacked before the damage.
 */
final class DamagedPlaces {

    private static final int CLASSIC_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int JUNK = 4;
    private static final int ABOVE = 2;
    private static final int SECTION = 0x0A0D0D0A;

    /** Stands before the addresses in the name of a message. */
    private static final String BETWEEN = " between ";

    /** What was found out at one place. */
    record Cost(Damage damage, int place, List<String> missing, boolean told) {

        boolean silent() {
            return !missing.isEmpty() && !told;
        }
    }

    /** A part of the file that stands for itself; of a capture, one with a packet. */
    private record Part(int from, int to) {

        boolean hit(int begin, int end) {
            return from < end && to > begin;
        }
    }

    private final byte[] file;
    private final Recorder whole;
    private final List<Part> parts;
    private final Set<Integer> lengths = new TreeSet<>();
    private final ByteOrder order;
    private final boolean packed;
    private final boolean text;
    private final Map<Object, List<String>> intact = new HashMap<>();

    private DamagedPlaces(byte[] file) {
        this.file = file;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int magic = bytes.getInt(0);
        boolean blocks = magic == SECTION;
        boolean little = blocks ? bytes.getInt(8) == 0x4D3C2B1A : (magic & 0xFF) == 0xA1;
        order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        packed = magic >>> 16 == 0x1F8B;
        text = !packed && !blocks && (magic & 0xFF) != 0xA1 && magic >>> 24 != 0xA1;
        whole = Recorder.read(file);
        parts = packed ? List.of() : text ? messages() : blocks ? blocks() : records();
    }

    static DamagedPlaces of(Path file) {
        try {
            return new DamagedPlaces(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Part> records() {
        var found = new ArrayList<Part>();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        int at = CLASSIC_HEADER;
        while (at + RECORD_HEADER <= file.length) {
            int end = Math.min(file.length, at + RECORD_HEADER + bytes.getInt(at + 8));
            found.add(new Part(at, end));
            lengths.addAll(List.of(at + 8, at + 12));
            at = end;
        }
        return found;
    }

    private List<Part> blocks() {
        var found = new ArrayList<Part>();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        int at = 0;
        while (at + 12 <= file.length) {
            int end = at + bytes.getInt(at + 4);
            if (bytes.getInt(at) == 6) {
                found.add(new Part(at, end));
                lengths.addAll(List.of(at + 4, at + 20, at + 24, end - 4));
            }
            at = end;
        }
        return found;
    }

    /** From the lines above each message, which say when and between whom, up to the next message. */
    private List<Part> messages() {
        var lines = new ArrayList<Integer>(List.of(0, 0));
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                lines.add(at + 1);
            }
        }
        var found = new ArrayList<Part>();
        List<Long> frames = whole.frames();
        for (int i = 0; i < frames.size(); i++) {
            int from = lines.get(Math.max(1, frames.get(i).intValue() - ABOVE));
            found.add(new Part(
                    from, i + 1 < frames.size() ? lines.get(frames.get(i + 1).intValue()) : file.length));
        }
        return found;
    }

    /** Tries places; every one there is if the step is that of the damage. */
    void each(Damage damage, int first, int step, Consumer<Cost> told) {
        if (damage.ofLengths()) {
            lengths.stream().skip(first).forEach(place -> told.accept(cost(damage, place)));
            return;
        }
        for (int place = first; place < file.length; place += step) {
            told.accept(cost(damage, place));
        }
    }

    private Cost cost(Damage damage, int place) {
        Recorder found = Recorder.read(damage.at(file, place, order));
        var rest = new ArrayList<>(intact(place, damage.end(file, place)));
        Map<String, Integer> counts = new HashMap<>();
        named(found).forEach(name -> counts.merge(name, 1, Integer::sum));
        rest.removeIf(name -> counts.merge(name, -1, Integer::sum) >= 0);
        // With a byte of what stood before it it is still there.
        rest.removeIf(name -> counts.keySet().stream()
                .anyMatch(other ->
                        counts.get(other) > 0 && other.endsWith(name) && other.length() <= name.length() + JUNK));
        // Of a message in fragments more is there than comes of those that were not hit.
        rest.removeIf(name -> counts.keySet().stream().anyMatch(other -> counts.get(other) > 0 && begins(name, other)));
        return new Cost(damage, place, rest, told(found));
    }

    private static boolean begins(String name, String longer) {
        int end = name.lastIndexOf(BETWEEN);
        return longer.startsWith(name.substring(0, end)) && longer.endsWith(name.substring(end));
    }

    /** Whether it says more than of the file as it was. */
    private boolean told(Recorder found) {
        var told = new ArrayList<Unusable>(found.unusable);
        told.addAll(found.withoutSip);
        told.removeAll(whole.unusable);
        return !told.isEmpty();
    }

    private static List<String> named(Recorder found) {
        var named = new ArrayList<String>();
        for (int i = 0; i < found.messages.size(); i++) {
            Captured message = found.messages.get(i);
            named.add(found.texts.get(i) + BETWEEN + message.source() + message.destination());
        }
        return named;
    }

    private List<String> intact(int begin, int end) {
        if (packed) {
            return intact.computeIfAbsent(begin, _ -> named(Recorder.read(unpacked(begin))));
        }
        Predicate<Part> hit = part -> part.hit(begin, end);
        if (text) {
            List<String> all = named(whole);
            var rest = new ArrayList<String>();
            for (int i = 0; i < all.size(); i++) {
                if (!hit.test(parts.get(i))) {
                    rest.add(all.get(i));
                }
            }
            return rest;
        }
        return intact.computeIfAbsent(parts.stream().filter(hit).toList(), _ -> named(Recorder.read(without(hit))));
    }

    private byte[] without(Predicate<Part> hit) {
        byte[] rest = new byte[file.length];
        int at = 0;
        int length = 0;
        for (Part part : parts) {
            if (hit.test(part)) {
                System.arraycopy(file, at, rest, length, part.from() - at);
                length += part.from() - at;
                at = part.to();
            }
        }
        System.arraycopy(file, at, rest, length, file.length - at);
        return Arrays.copyOf(rest, length + file.length - at);
    }

    /** What comes out of the bytes before the damage. */
    private byte[] unpacked(int begin) {
        byte[] out = new byte[1 << 20];
        int length = 0;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(file, 0, begin), 1)) {
            while (true) {
                int read = in.read(out, length, out.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (IOException e) {
            // All that there is was unpacked.
        }
        return Arrays.copyOf(out, length);
    }
}
