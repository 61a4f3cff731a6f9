package org.ringback.capture.text;

/** Packets that are written down in a text, one after the other. */
public interface DumpedPackets {

    /** Reads the next packet; false if there is none. */
    boolean advance();

    /** The packet, at the beginning of an array that may be used again for the next one. */
    byte[] bytes();

    int length();

    /** When it was sent, as in {@link org.ringback.capture.wire.Captured#time()}. */
    long time();

    /** The line where it begins, counted from 1. */
    long line();

    /** How far reading has come, in bytes of the text. */
    long position();
}
