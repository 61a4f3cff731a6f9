package org.ringback.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings with one character for each byte, so that every byte survives. */
final class Octets {

    private Octets() {}

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As people read it: UTF-8 if it is. */
    static String text(String octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(octets)))
                    .toString();
        } catch (CharacterCodingException e) {
            return octets;
        }
    }
}
