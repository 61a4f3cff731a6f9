package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;

/**
 * The classic capture file of libpcap: either byte order, times in micro- or nanoseconds (draft-ietf-opsawg-pcap). A
 * record with impossible lengths is reported, and reading goes on at the next place that looks like records again.
 */
public final class PcapReader extends PacketReader {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int PATCHED_RECORD_HEADER = 24;

    private final boolean littleEndian;
    private final boolean nanoseconds;
    private final int header;
    private final int linkType;
    private long previous = -1;

    public PcapReader(MemorySegment bytes, Layers layers, Output output) {
        super(bytes, layers, output);
        at = FILE_HEADER;
        int magic = Bytes.i32(bytes, 0);
        littleEndian = (magic & 0xFF) == 0xA1;
        int inOrder = littleEndian ? Integer.reverseBytes(magic) : magic;
        nanoseconds = inOrder == 0xA1B23C4D;
        header = inOrder == 0xA1B2CD34 ? PATCHED_RECORD_HEADER : RECORD_HEADER;
        // The upper bits tell of frame check sequences.
        linkType = size < FILE_HEADER ? 0 : (int) Bytes.u32(bytes, 20, littleEndian) & 0xFFFF;
        if (size < FILE_HEADER) {
            output.unusable(0, Unusable.Reason.TRUNCATED_FILE, Long.toString(size));
        }
    }

    @Override
    public boolean read(long until) {
        long end = Math.min(until, size);
        while (at < end) {
            long from = at + header;
            long length = from <= size ? Bytes.u32(bytes, at + 8, littleEndian) : -1;
            if (length < 0 || length > Limits.RECORD || length > size - from) {
                if (!damaged(length)) {
                    return false;
                }
                continue;
            }
            packet.frame++;
            packet.bytes = bytes;
            long fraction = Bytes.u32(bytes, at + 4, littleEndian);
            packet.time = Bytes.u32(bytes, at, littleEndian) * 1_000_000 + (nanoseconds ? fraction / 1000 : fraction);
            previous = at;
            at = from + length;
            layers.packet(packet, linkType, from, at);
        }
        return at < size;
    }

    /** Goes to the next record that can be believed; false if there is none, so that this is the end. */
    private boolean damaged(long length) {
        // The record before may be the one with the wrong length.
        long from = previous < 0 ? at + 1 : previous + header + 1;
        long found = resynchronize(from);
        if (found < 0) {
            boolean cut = length < 0 || length <= Limits.RECORD;
            output.unusable(
                    packet.frame + 1,
                    cut ? Unusable.Reason.TRUNCATED_FILE : Unusable.Reason.DAMAGED_RECORD,
                    Long.toString(size - at));
            at = size;
            return false;
        }
        output.unusable(packet.frame + 1, Unusable.Reason.DAMAGED_RECORD, Long.toString(Math.max(0, found - at)));
        at = found;
        previous = -1;
        return true;
    }

    private long resynchronize(long from) {
        long limit = Math.min(size - header, from + Limits.RESYNCHRONIZATION);
        for (long place = from; place < limit; place++) {
            long next = next(place);
            if (next > 0 && (next == size || next(next) > 0)) {
                return place;
            }
        }
        return -1;
    }

    /** Where the record at a place ends if it can be believed, or -1. */
    private long next(long place) {
        if (size - place < header) {
            return -1;
        }
        long captured = Bytes.u32(bytes, place + 8, littleEndian);
        long sent = Bytes.u32(bytes, place + 12, littleEndian);
        long fraction = Bytes.u32(bytes, place + 4, littleEndian);
        if (captured == 0
                || captured > Limits.RECORD
                || captured > sent
                || sent > 4 * Limits.RECORD
                || captured > size - place - header
                || fraction >= (nanoseconds ? 1_000_000_000L : 1_000_000L)) {
            return -1;
        }
        long time = Bytes.u32(bytes, place, littleEndian) * 1_000_000;
        boolean near = packet.frame == 0 || Math.abs(time - packet.time) < 86_400_000_000L;
        return near ? place + header + captured : -1;
    }
}
