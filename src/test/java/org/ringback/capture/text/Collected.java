package org.ringback.capture.text;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** What the reader found in a text. */
final class Collected implements Sink {

    final List<Captured> messages = new ArrayList<>();
    final List<Unusable> unusable = new ArrayList<>();

    static Collected of(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Collected of(byte[] bytes) {
        return in(ZoneOffset.UTC, bytes);
    }

    /** What the reader finds where clocks are set to a zone. */
    static Collected in(ZoneId here, String text) {
        return in(here, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Collected in(ZoneId here, byte[] bytes) {
        Collected collected = new Collected();
        MemorySegment file = Arena.ofAuto().allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, file, ValueLayout.JAVA_BYTE, 0, bytes.length);
        TextReader.read(file.asSlice(0, bytes.length), 3, here, collected);
        return collected;
    }

    @Override
    public void message(Captured message) {
        messages.add(message);
    }

    @Override
    public void unusable(Unusable part) {
        unusable.add(part);
    }

    Captured only() {
        if (messages.size() != 1) {
            throw new AssertionError("expected one message but got " + startLines() + " and " + unusable);
        }
        return messages.getFirst();
    }

    List<String> startLines() {
        return messages.stream().map(Collected::startLine).toList();
    }

    List<Unusable.Reason> reasons() {
        return unusable.stream().map(Unusable::reason).toList();
    }

    static String text(Captured message) {
        return new String(message.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    static String startLine(Captured message) {
        return text(message).lines().findFirst().orElse("");
    }

    /** Rows like those of the truth: {@code request INVITE} or {@code response 200} and how many there are. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : startLines()) {
            boolean response = line.startsWith("SIP/");
            String word = line.split(" ", 3)[response ? 1 : 0];
            counts.merge((response ? "response\t" : "request\t") + word, 1, Integer::sum);
        }
        return counts;
    }

    long callIds() {
        return messages.stream()
                .map(message -> header(message, "Call-ID"))
                .distinct()
                .count();
    }

    static String header(Captured message, String name) {
        return text(message)
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
