package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Unusable;

/**
 * The classic capture file of libpcap: either byte order, times in micro- or nanoseconds (draft-ietf-opsawg-pcap). A record
 * header that is unusual is believed if records follow it. Damage is reported, and reading goes on at the next place that
 * looks like records again.
 */
public final class PcapReader extends PacketReader {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int PATCHED_RECORD_HEADER = 24;

    private final int header;
    private final int linkType;
    private final long snapLength;
    private final PcapRecords records;
    private final RecordSearch search;
    private long previous = -1;

    public PcapReader(MemorySegment bytes, Layers layers, Output output) {
        super(bytes, layers, output);
        at = FILE_HEADER;
        int magic = Bytes.i32(bytes, 0);
        boolean littleEndian = (magic & 0xFF) == 0xA1;
        int inOrder = littleEndian ? Integer.reverseBytes(magic) : magic;
        header = inOrder == 0xA1B2CD34 ? PATCHED_RECORD_HEADER : RECORD_HEADER;
        // The upper bits tell of frame check sequences.
        linkType = size < FILE_HEADER ? 0 : (int) Bytes.u32(bytes, 20, littleEndian) & 0xFFFF;
        snapLength = size < FILE_HEADER ? 0 : Bytes.u32(bytes, 16, littleEndian);
        records = new PcapRecords(bytes, littleEndian, header, linkType, inOrder == 0xA1B23C4D, clock);
        search = new RecordSearch(bytes, records);
        if (size < FILE_HEADER) {
            output.unusable(0, Unusable.Reason.TRUNCATED_FILE, Long.toString(size));
        } else if (size - at >= header) {
            learn();
        }
    }

    /** A file whose first two records are unusual, though both are whole packets, was written so. */
    private void learn() {
        long second = at + header + records.captured(at);
        boolean odd = records.oddAndWhole(at) && size - second >= header && records.oddAndWhole(second);
        records.lenient(odd);
    }

    @Override
    public boolean read(long until) {
        long end = Math.min(until, size);
        while (at < end) {
            if (searching() && !found(search, end)) {
                continue;
            }
            long length = size - at < header ? -1 : length(at);
            if (length < 0) {
                // The record before may be the one with the wrong length.
                boolean sure = previous < 0 || records.whole(previous, at - previous - header);
                damaged(sure ? at + 1 : previous + header + 1);
                continue;
            }
            packet.frame++;
            packet.bytes = bytes;
            long from = at + header;
            packet.time = time(at, from + length);
            previous = at;
            at = from + length;
            layers.packet(packet, linkType, from, at);
        }
        return at < size;
    }

    /** How long the packet at a place is, as far as its header can be believed, or -1. */
    private long length(long place) {
        long captured = records.captured(place);
        long sent = records.sent(place);
        boolean usual = captured > 0
                && records.fits(place, captured)
                && (captured == sent || (captured == snapLength && captured < sent && sent <= PcapRecords.LONGEST_SENT))
                && records.belowASecond(place)
                && clock.near(records.time(place));
        return usual ? captured : doubtful(place, captured, sent);
    }

    /** The same for a header that is unusual: what follows shows whether it is wrong, and which length is not. */
    private long doubtful(long place, long captured, long sent) {
        boolean possible = captured + sent > 0 && records.fits(place, captured);
        if (foundHere(place) || (possible && search.follows(place + header + captured))) {
            return captured;
        }
        long right = follows(place, sent) ? sent : records.itself(place);
        if (follows(place, right)) {
            output.unusable(packet.frame + 1, Unusable.Reason.DAMAGED_RECORD, "0");
            return right;
        }
        boolean alone = possible && records.end(place) > 0;
        return alone && (clock.near(records.time(place)) || records.whole(place, captured)) ? captured : -1;
    }

    private boolean follows(long place, long length) {
        return length > 0 && records.fits(place, length) && search.follows(place + header + length);
    }

    /** When the record was captured; no time if it is shown to be wrong. */
    private long time(long place, long next) {
        long time = records.time(place);
        boolean possible = records.belowASecond(place);
        if (possible && clock.near(time)) {
            clock.set(time);
            return time;
        }
        boolean wrong = possible ? clock.astray(time, records.times(next)) : records.end(next) != RecordSearch.Shape.NONE;
        return timed(time, wrong);
    }

    @Override
    boolean cut(long place) {
        if (size - place >= header) {
            return records.end(place) == RecordSearch.Shape.CUT;
        }
        return remains(place);
    }
}
