package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import java.util.function.LongSupplier;
import org.ringback.capture.packet.WholePacket;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;

/** What the record headers of a pcap say, and what they must look like where the file is damaged. */
final class PcapRecords implements RecordSearch.Shape {

    /** What a length on the wire may be: more than is kept, but none that nobody sends. */
    static final long LONGEST_SENT = 4L * Limits.RECORD;

    /** What it is worth if a record looks like a whole packet. */
    private static final int WHOLE = 2;

    private final MemorySegment bytes;
    private final long size;
    private final boolean littleEndian;
    private final int header;
    private final int linkType;
    private final boolean nanoseconds;
    private final long unit;
    private final RecordClock clock;
    private boolean strict = true;

    PcapRecords(
            MemorySegment bytes,
            boolean littleEndian,
            int header,
            int linkType,
            boolean nanoseconds,
            RecordClock clock) {
        this.bytes = bytes;
        this.littleEndian = littleEndian;
        this.header = header;
        this.linkType = linkType;
        this.nanoseconds = nanoseconds;
        this.clock = clock;
        unit = nanoseconds ? 1_000_000_000 : 1_000_000;
        size = bytes.byteSize();
    }

    /** When, in microseconds since 1970. */
    long time(long place) {
        long fraction = fraction(place);
        return Bytes.u32(bytes, place, littleEndian) * 1_000_000 + (nanoseconds ? fraction / 1000 : fraction);
    }

    /** Whether the part of the time below a second is less than one. */
    boolean belowASecond(long place) {
        return fraction(place) < unit;
    }

    private long fraction(long place) {
        return Bytes.u32(bytes, place + 4, littleEndian);
    }

    long captured(long place) {
        return Bytes.u32(bytes, place + 8, littleEndian);
    }

    long sent(long place) {
        return Bytes.u32(bytes, place + 12, littleEndian);
    }

    /** The times of the records from a place on, one after the other. */
    LongSupplier times(long from) {
        return new LongSupplier() {
            private long place = from;

            @Override
            public long getAsLong() {
                long end = place < 0 ? NONE : end(place);
                long time = end == NONE ? Captured.NO_TIME : time(place);
                place = end;
                return time;
            }
        };
    }

    /** Whoever wrote this file does not care for the length on the wire, or for the clock: nothing is damaged by that. */
    void lenient(boolean now) {
        strict = !now;
    }

    /** Whether a record of such a length fits into the file, and into a record. */
    boolean fits(long place, long length) {
        return length <= Limits.RECORD && length <= size - place - header;
    }

    /** Whether a record does not look like one, but for the packet in it. */
    boolean oddAndWhole(long place) {
        long captured = captured(place);
        return fits(place, captured) && end(place) == NONE && whole(place, captured);
    }

    /** Whether a record of such a length looks like a whole packet. */
    boolean whole(long place, long length) {
        return WholePacket.is(bytes, linkType, place + header, length, sent(place));
    }

    /** How long the packet behind a header says to be, whatever the header says; 0 if it does not. */
    long itself(long place) {
        return WholePacket.length(bytes, linkType, place + header, size);
    }

    @Override
    public long end(long place) {
        if (size - place < header) {
            return NONE;
        }
        long captured = captured(place);
        if (captured == 0 || captured > Limits.RECORD) {
            return NONE;
        }
        long sent = sent(place);
        if (strict && (captured > sent || sent > LONGEST_SENT || !belowASecond(place))) {
            return NONE;
        }
        long end = place + header + captured;
        return end > size ? CUT : end;
    }

    @Override
    public int evidence(long place) {
        int evidence = clock.near(time(place)) ? 2 : 1;
        return whole(place, captured(place)) ? evidence + WHOLE : evidence;
    }
}
