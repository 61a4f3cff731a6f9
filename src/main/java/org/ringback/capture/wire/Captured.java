package org.ringback.capture.wire;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.Capture;

/**
 * One SIP message on the wire: every one that was sent, retransmissions included, and each once, however many packets or
 * layers carried it.
 *
 * @param bytes the whole message, start line to the end of its body; readable as long as its {@link Capture} is open
 * @param time microseconds since 1970 in UTC with the clock offset of its file applied, or {@link #NO_TIME}
 * @param file index of the file in the order given
 * @param frame number of the packet that completed it, or of the line where it begins in a log; counted from 1
 * @param counted which of the two
 */
public record Captured(
        MemorySegment bytes,
        long time,
        Endpoint source,
        Endpoint destination,
        Transport transport,
        int file,
        long frame,
        Counted counted) {

    /** What the numbers of a file count. */
    public enum Counted {
        PACKETS,
        LINES
    }

    /** One that a packet carried. */
    public Captured(
            MemorySegment bytes,
            long time,
            Endpoint source,
            Endpoint destination,
            Transport transport,
            int file,
            long frame) {
        this(bytes, time, source, destination, transport, file, frame, Counted.PACKETS);
    }

    /** A log that does not say when. */
    public static final long NO_TIME = Long.MIN_VALUE;
}
