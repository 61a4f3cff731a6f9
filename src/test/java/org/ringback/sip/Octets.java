package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Messages made for a test. */
final class Octets {

    private Octets() {}

    /** Text as bytes, its lines ended as SIP wants. */
    static MemorySegment lines(String... lines) {
        return of(String.join("\r\n", lines) + "\r\n");
    }

    static MemorySegment of(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(MemorySegment bytes) {
        return new String(bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
