package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.Sink;

/** Reads logs. */
public final class TextReader {

    private TextReader() {}

    public static void read(MemorySegment bytes, int file, Sink sink) {}
}
