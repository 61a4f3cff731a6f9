package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/**
 * Finds behind damage the next record that can be believed: one from which records lead on from one to the next for long, or
 * to the end of the file. What a packet carries may look like records as well, a capture that is sent over the network above
 * all; but those lead nowhere, as other packets lie between.
 */
final class RecordSearch {

    /** What records look like in a kind of file. */
    interface Shape {

        /** No record is here. */
        long NONE = -1;

        /** A record begins that the end of the file has cut. */
        long CUT = -2;

        /** A chain begins, of records that are asked for one after the other. */
        default void restart() {}

        /** Where the record at a place ends, {@link #NONE} or {@link #CUT}. */
        long end(long place);

        /** How much speaks for the record at a place, of which it is known where it ends. */
        int evidence(long place);
    }

    /** What must speak for a record, together with those that follow it, before it is believed. */
    private static final int ENOUGH = 3;

    /** What it is worth that the last record ends with the file. */
    private static final int END = 2;

    /** So many records in a row are no chance, and no part of a packet. */
    private static final int LONG = 32;

    /** As long are packets on most links, with their headers. */
    private static final int USUAL_PACKET = 1600;

    /** Zeros that may belong to a record though they stand before all else of it: those of a time. */
    private static final int LEADING_ZEROS = 3;

    private final MemorySegment bytes;
    private final long size;
    private final Shape shape;

    private long broken;
    private int evidence;
    private int length;
    private boolean endless;

    RecordSearch(MemorySegment bytes, Shape shape) {
        this.bytes = bytes;
        this.shape = shape;
        size = bytes.byteSize();
    }

    /** Whether what begins here are records, or the end of the file is here. */
    boolean follows(long place) {
        if (place == size) {
            return true;
        }
        chain(place, ENOUGH);
        return endless || evidence >= ENOUGH;
    }

    /**
     * The first place in a range where records begin again, or -1. One at its end may be looked at beyond it.
     *
     * @param damage where the damage begins: records that end within a packet's length of it may be those of a packet
     * @param to as far as is looked now, at most the end of the file
     */
    long next(long damage, long from, long to) {
        long best = -1;
        long limit = to;
        int bestLength = 0;
        for (long place = from; place < limit; place++) {
            if (Bytes.u8(bytes, place) == 0) {
                long data = behindZeros(place, limit);
                if (data == limit) {
                    return best;
                }
                place = Math.max(place, data - LEADING_ZEROS);
            }
            shape.restart();
            if (shape.end(place) <= 0) {
                continue;
            }
            chain(place, LONG);
            if (evidence < ENOUGH) {
                continue;
            }
            if (endless) {
                return place;
            }
            if (length > bestLength) {
                best = place;
                limit = Math.min(size, Math.max(broken, damage + USUAL_PACKET));
                bestLength = length;
            }
        }
        return best;
    }

    /** Goes from record to record, to see how far they lead and what speaks for them. */
    private void chain(long from, int most) {
        shape.restart();
        evidence = 0;
        length = 0;
        endless = false;
        long place = from;
        while (length < most) {
            long end = place == size ? Shape.NONE : shape.end(place);
            if (end == Shape.CUT || (place == size && length > 0)) {
                evidence += END;
                endless = true;
                break;
            }
            if (end == Shape.NONE) {
                break;
            }
            evidence += shape.evidence(place);
            length++;
            place = end;
        }
        broken = place;
        endless |= length == most;
    }

    /** The first byte that is not zero, or {@code to}. */
    private long behindZeros(long from, long to) {
        long at = from;
        while (to - at >= 32
                && (Bytes.i64(bytes, at)
                                | Bytes.i64(bytes, at + 8)
                                | Bytes.i64(bytes, at + 16)
                                | Bytes.i64(bytes, at + 24))
                        == 0) {
            at += 32;
        }
        while (at < to && Bytes.u8(bytes, at) == 0) {
            at++;
        }
        return at;
    }
}
