package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** A kind of text that is read as a whole, in its own way. */
interface TextShape {

    /** How much of a file is looked at to find out what it is. */
    int HEAD = 64 * 1024;

    /** Whether a file that begins like this is of this kind. */
    boolean recognizes(String head);

    /** Gives all messages of the file to the delivery. */
    void read(MemorySegment bytes, Delivery delivery);

    /** The beginning of a file, one character for each byte. */
    static String headOf(MemorySegment bytes) {
        int length = (int) Math.min(HEAD, bytes.byteSize());
        byte[] head = bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}
