package org.ringback.sip;

import java.nio.charset.StandardCharsets;

/** The opposite of {@link Text}: text with one character for each byte of its UTF-8. */
final class Octet {

    private Octet() {}

    static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
