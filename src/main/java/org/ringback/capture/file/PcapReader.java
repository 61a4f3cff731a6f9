package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;

/**
 * The classic capture file of libpcap: either byte order, times in micro- or nanoseconds (draft-ietf-opsawg-pcap). A record
 * header that is unusual is believed if records follow it. Damage is reported, and reading goes on at the next place that
 * looks like records again.
 */
public final class PcapReader extends PacketReader {

    private static final long WORD = 0xFFFF_FFFFL;

    private final int header;
    private final int linkType;
    private final long snapLength;
    private final PcapRecords records;
    private final RecordSearch search;
    private final boolean littleEndian;
    private final boolean nanoseconds;
    private long previous = -1;

    // What the header says that is read now.
    private long captured;
    private long sent;
    private long time;

    public PcapReader(MemorySegment bytes, Layers layers, Output output) {
        super(bytes, layers, output);
        PcapHeader said = PcapHeader.of(bytes);
        at = said.first();
        littleEndian = said.littleEndian();
        header = said.recordHeader();
        linkType = said.linkType();
        snapLength = said.snapLength();
        nanoseconds = said.nanoseconds();
        records = new PcapRecords(bytes, littleEndian, header, linkType, nanoseconds, clock);
        search = new RecordSearch(bytes, records);
        if (said.lost()) {
            output.unusable(1, Unusable.Reason.DAMAGED_RECORD, Long.toString(at));
        }
        if (size < PcapHeader.LENGTH) {
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
            long from = at + header;
            long length = from <= size && usual(at) ? captured : -1;
            if (length >= 0) {
                clock.set(time);
                packet.time = time;
                packet.frame++;
            } else {
                length = from > size ? -1 : doubtful(at, captured, sent);
                if (length < 0) {
                    // The record before may be the one with the wrong length.
                    boolean sure = previous < 0 || records.whole(previous, at - previous - header);
                    // Or bytes of it are missing, and it has those of this one.
                    damaged(
                            previous < 0
                                    ? at + 1
                                    : sure ? Math.max(previous + 1, at - header) + 1 : previous + header + 1);
                    continue;
                }
                packet.frame++;
                packet.time = time(at, from + length);
            }
            packet.bytes = bytes;
            previous = at;
            at = from + length;
            layers.packet(packet, linkType, from, at);
        }
        return at < size;
    }

    /** Reads the header at a place, and says whether it is as most are: then nothing else need be looked at. */
    private boolean usual(long place) {
        long when = Bytes.i64(bytes, place, littleEndian);
        long lengths = Bytes.i64(bytes, place + 8, littleEndian);
        // Whichever stands first has the lower bits if the file is little endian.
        long seconds = littleEndian ? when & WORD : when >>> 32;
        long fraction = littleEndian ? when >>> 32 : when & WORD;
        captured = littleEndian ? lengths & WORD : lengths >>> 32;
        sent = littleEndian ? lengths >>> 32 : lengths & WORD;
        time = seconds * 1_000_000 + (nanoseconds ? fraction / 1000 : fraction);
        return captured > 0
                && captured <= Limits.RECORD
                && captured <= size - place - header
                && (captured == sent || (captured == snapLength && captured < sent && sent <= PcapRecords.LONGEST_SENT))
                && fraction < (nanoseconds ? 1_000_000_000 : 1_000_000)
                && clock.near(time);
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
        boolean possible = records.belowASecond(place);
        if (possible && clock.near(time)) {
            clock.set(time);
            return time;
        }
        boolean wrong =
                possible ? clock.astray(time, records.times(next)) : records.end(next) != RecordSearch.Shape.NONE;
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
