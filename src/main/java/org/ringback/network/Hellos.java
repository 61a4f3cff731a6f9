package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Sighting;

/** Reads how both sides greet each other (RFC 8446 sections 4.1.2 and 4.1.3, RFC 6066 section 3). */
final class Hellos {

    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int MOST_EXTENSIONS = 64;
    private static final int MOST_VERSIONS = 16;
    private static final int LONGEST_NAME = 255;

    private Hellos() {}

    /** What a client says, as far as it can be read. */
    static ClientHello client(MemorySegment bytes, long from, long to, Sighting seen) {
        if (to - from < 35) {
            return ClientHello.unread(seen);
        }
        List<Integer> versions = List.of(Bytes.u16(bytes, from));
        String name = "";
        // Version and random, then the session's id, the ciphers and the compressions, each with its length before it.
        long at = behind(bytes, from + 34, to, 1);
        at = behind(bytes, at, to, 2);
        at = behind(bytes, at, to, 1);
        at = at < 0 ? to : at + 2;
        for (int extensions = 0; extensions < MOST_EXTENSIONS && to - at >= 4; extensions++) {
            long body = at + 4;
            long end = Math.min(to, body + Bytes.u16(bytes, at + 2));
            switch (Bytes.u16(bytes, at)) {
                case SERVER_NAME -> name = name(bytes, body, end);
                case SUPPORTED_VERSIONS -> versions = versions(bytes, body, end);
                default -> {
                    // Of no interest.
                }
            }
            at = end;
        }
        return new ClientHello(seen, name, versions);
    }

    /** The version that a server chose, as on the wire, or 0 if it cannot be read. */
    static int chosen(MemorySegment bytes, long from, long to) {
        if (to - from < 35) {
            return 0;
        }
        int version = Bytes.u16(bytes, from);
        long at = behind(bytes, from + 34, to, 1);
        // Cipher and compression, then the length of the extensions.
        at = at < 0 ? to : at + 5;
        for (int extensions = 0; extensions < MOST_EXTENSIONS && to - at >= 4; extensions++) {
            int length = Bytes.u16(bytes, at + 2);
            if (Bytes.u16(bytes, at) == SUPPORTED_VERSIONS && length == 2 && to - at >= 6) {
                version = Bytes.u16(bytes, at + 4);
            }
            at += 4L + length;
        }
        return version;
    }

    /** Behind something whose length stands before it in so many bytes, or -1. */
    private static long behind(MemorySegment bytes, long at, long to, int width) {
        if (at < 0 || to - at < width) {
            return -1;
        }
        long end = at + width + (width == 1 ? Bytes.u8(bytes, at) : Bytes.u16(bytes, at));
        return end <= to ? end : -1;
    }

    private static String name(MemorySegment bytes, long from, long to) {
        // The length of the list, the kind of name (0 is a host), its length.
        if (to - from < 5 || Bytes.u8(bytes, from + 2) != 0) {
            return "";
        }
        int length = Bytes.u16(bytes, from + 3);
        if (length > LONGEST_NAME || to - from - 5 < length) {
            return "";
        }
        var name = new byte[length];
        Bytes.copy(bytes, from + 5, name, 0, length);
        for (byte character : name) {
            if (!Bytes.printable(character)) {
                return "";
            }
        }
        return new String(name, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    }

    private static List<Integer> versions(MemorySegment bytes, long from, long to) {
        List<Integer> versions = new ArrayList<>();
        for (long at = from + 1; to - at >= 2 && versions.size() < MOST_VERSIONS; at += 2) {
            int version = Bytes.u16(bytes, at);
            // Chrome and others add versions that do not exist (RFC 8701).
            if (version >>> 8 == 3) {
                versions.add(version);
            }
        }
        return versions;
    }
}
