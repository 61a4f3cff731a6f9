package org.ringback.capture.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * One SIP message on the wire: every one that was sent, retransmissions included, and each once, however many packets or
 * layers carried it.
 *
 * @param bytes the whole message, start line to the end of its body; a copy, which nobody else changes and nobody must
 * @param time microseconds since 1970 in UTC with the clock offset of its file applied, or {@link #NO_TIME}; in
 *     {@link #UNKNOWN_YEAR} if only the time of day is known, or a date without its year; a time of which {@link #told}
 *     makes nothing is none
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

    public Captured {
        time = told(time);
    }

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

    /** Whether it is the same message to the last byte. */
    public boolean sameBytes(Captured other) {
        if (bytes.byteSize() != other.bytes.byteSize()) {
            return false;
        }
        if (bytes.isMapped() || other.bytes.isMapped()) {
            // To look for a mismatch in mapped memory ends the whole program where the disk fails; to copy does not.
            return Arrays.equals(bytes.toArray(ValueLayout.JAVA_BYTE), other.bytes.toArray(ValueLayout.JAVA_BYTE));
        }
        return bytes.mismatch(other.bytes) == -1;
    }

    /** 0001-01-01 and 10000-01-01 in UTC, in microseconds since 1970. */
    private static final long YEAR_1 = -62_135_596_800_000_000L;

    private static final long YEAR_10000 = 253_402_300_800_000_000L;

    /**
     * A time as it can be told and counted with: {@link #NO_TIME} outside the years 1 to 9999, for only damage leads there,
     * and the time from one end of what a number can hold to the other is more than one can hold.
     */
    public static long told(long time) {
        return time >= YEAR_1 && time < YEAR_10000 ? time : NO_TIME;
    }

    /**
     * The year of times whose year, or whole date, a log does not say: the order of messages and the time between them are
     * right, and nobody takes it for a year in which a call was made. It has a 29 February.
     */
    public static final int UNKNOWN_YEAR = 4;

    /** 1 January 1000: all before it is of {@link #UNKNOWN_YEAR} or next to it. */
    private static final long FIRST_DATED = -30_610_224_000_000_000L;

    /** Whether a time is known with its date; not so {@link #NO_TIME}. */
    public static boolean dated(long time) {
        return time >= FIRST_DATED;
    }
}
