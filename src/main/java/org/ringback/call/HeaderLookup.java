package org.ringback.call;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds single headers in the bytes of a message without reading the others. */
final class HeaderLookup {

    /** Longer values are cut: no header that is asked for is longer, and a hostile one must not fill the memory. */
    private static final int LONGEST = 4096;

    /** What comes after that many bytes of a message is not looked at. */
    private static final int LARGEST = 1 << 16;

    private final byte[] bytes;
    private final int size;

    private HeaderLookup(MemorySegment message) {
        this.bytes = message.asSlice(0, Math.min(message.byteSize(), LARGEST)).toArray(ValueLayout.JAVA_BYTE);
        this.size = bytes.length;
    }

    /** The value of the first header of this name or its compact form, unfolded and stripped. */
    static Optional<String> first(MemorySegment bytes, String name, String compact) {
        return new HeaderLookup(bytes).find(name, compact);
    }

    /** The body: what follows the first empty line. */
    static String body(MemorySegment bytes) {
        var lines = new HeaderLookup(bytes);
        for (int at = lines.next(0); at < lines.size; at = lines.next(at)) {
            byte first = lines.at(at);
            if (first == '\n' || (first == '\r' && at + 1 < lines.size && lines.at(at + 1) == '\n')) {
                return lines.text(lines.next(at), lines.size, LARGEST);
            }
        }
        return "";
    }

    /** The values of all headers of this name or its compact form, each unfolded and stripped. */
    static List<String> all(MemorySegment bytes, String name, String compact) {
        var lookup = new HeaderLookup(bytes);
        List<String> values = new ArrayList<>(2);
        lookup.find(name, compact, value -> {
            values.add(value);
            return false;
        });
        return values;
    }

    private Optional<String> find(String name, String compact) {
        return find(name, compact, _ -> true);
    }

    /** The first value that will do. */
    private Optional<String> find(String name, String compact, Predicate<String> enough) {
        for (int at = next(0); at < size; at = next(at)) {
            byte first = at(at);
            if (first == '\n' || first == '\r') {
                return Optional.empty();
            }
            int colon = named(at, name);
            if (colon < 0 && !compact.isEmpty()) {
                colon = named(at, compact);
            }
            if (colon >= 0) {
                String value = text(colon + 1, endOfFolded(at), LONGEST)
                        .replaceAll("\\s*[\\r\\n]\\s*", " ")
                        .strip();
                if (enough.test(value)) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    /** Where the colon stands if the line at this place has this name, else -1. */
    private int named(int line, String name) {
        int at = line;
        for (int i = 0; i < name.length(); i++, at++) {
            if (at >= size || lower(at(at)) != lower((byte) name.charAt(i))) {
                return -1;
            }
        }
        while (at < size && (at(at) == ' ' || at(at) == '\t')) {
            at++;
        }
        return at < size && at(at) == ':' ? at : -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private int endOfFolded(int line) {
        int end = next(line);
        while (end < size && (at(end) == ' ' || at(end) == '\t')) {
            end = next(end);
        }
        return end;
    }

    private int next(int from) {
        int at = from;
        while (at < size && at(at) != '\n') {
            at++;
        }
        return at + 1;
    }

    private byte at(int index) {
        return bytes[index];
    }

    private String text(int from, int to, int longest) {
        int end = Math.min(Math.min(to, size), from + longest);
        return end <= from ? "" : new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
