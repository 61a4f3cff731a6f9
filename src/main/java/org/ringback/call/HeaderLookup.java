package org.ringback.call;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds single headers in the bytes of a message without reading the others. */
final class HeaderLookup {

    /** Longer values are cut: no header that is asked for is longer, and a hostile one must not fill the memory. */
    private static final int LONGEST = 4096;

    private final MemorySegment bytes;
    private final long size;

    private HeaderLookup(MemorySegment bytes) {
        this.bytes = bytes;
        this.size = bytes.byteSize();
    }

    /** The value of the first header of this name or its compact form, unfolded and stripped. */
    static Optional<String> first(MemorySegment bytes, String name, String compact) {
        return new HeaderLookup(bytes).find(name, compact);
    }

    /** The body: what follows the first empty line. */
    static String body(MemorySegment bytes) {
        var lines = new HeaderLookup(bytes);
        for (long at = lines.next(0); at < lines.size; at = lines.next(at)) {
            byte first = lines.at(at);
            if (first == '\n' || (first == '\r' && at + 1 < lines.size && lines.at(at + 1) == '\n')) {
                return lines.text(lines.next(at), lines.size, 16 * LONGEST);
            }
        }
        return "";
    }

    private Optional<String> find(String name, String compact) {
        for (long at = next(0); at < size; at = next(at)) {
            byte first = at(at);
            if (first == '\n' || first == '\r') {
                return Optional.empty();
            }
            long colon = named(at, name);
            if (colon < 0 && !compact.isEmpty()) {
                colon = named(at, compact);
            }
            if (colon >= 0) {
                return Optional.of(text(colon + 1, endOfFolded(at), LONGEST)
                        .replaceAll("\\s*[\\r\\n]\\s*", " ")
                        .strip());
            }
        }
        return Optional.empty();
    }

    /** Where the colon stands if the line at this place has this name, else -1. */
    private long named(long line, String name) {
        long at = line;
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

    private long endOfFolded(long line) {
        long end = next(line);
        while (end < size && (at(end) == ' ' || at(end) == '\t')) {
            end = next(end);
        }
        return end;
    }

    private long next(long from) {
        long at = from;
        while (at < size && at(at) != '\n') {
            at++;
        }
        return at + 1;
    }

    private byte at(long index) {
        return bytes.get(ValueLayout.JAVA_BYTE, index);
    }

    private String text(long from, long to, int longest) {
        long end = Math.min(Math.min(to, size), from + longest);
        if (end <= from) {
            return "";
        }
        byte[] copy = bytes.asSlice(from, end - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(copy, StandardCharsets.UTF_8);
    }
}
