package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.ringback.capture.packet.WholePacket;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Limits;

/**
 * Knows captures whose header is damaged by what follows it: records with whole packets in them that lead from one to the
 * next.
 */
public final class LostHeader {

    /** What damage at the begin of a file has left is looked for so far. */
    private static final long SEARCHED = 1L << 18;

    /** So many whole packets in a row are no chance; fewer if the file ends with them. */
    private static final int ENOUGH = 3;

    /** So many are asked with which link type they are whole. */
    private static final int ASKED = 8;

    private static final int NANOSECONDS = 1_000_000_000;
    private static final int MICROSECONDS = 1_000_000;

    private LostHeader() {}

    /** Whether a file of which nobody knows what it is is a pcap. */
    public static boolean pcap(MemorySegment bytes) {
        return found(bytes).isPresent();
    }

    /** Whether it is a pcapng. */
    public static boolean pcapng(MemorySegment bytes) {
        long to = Math.min(bytes.byteSize(), SEARCHED);
        return new RecordSearch(bytes, new PcapngBlocks(bytes)).next(0, 0, to) >= 0;
    }

    /** What the records say where a header is damaged; nothing if they do not contradict it. */
    static Optional<PcapHeader> of(MemorySegment bytes, PcapHeader said) {
        if (said.lost()) {
            return found(bytes);
        }
        var chain = new Chain(bytes, said.littleEndian(), said.recordHeader());
        if (chain.whole(said.first(), said.linkType()) > 0) {
            return Optional.empty();
        }
        // The first records may be damaged with it.
        long place = chain.next(said.first());
        if (place < 0 || chain.whole(place, said.linkType()) > 0) {
            return Optional.empty();
        }
        int linkType = chain.linkType(place);
        return linkType < 0 || linkType == said.linkType()
                ? Optional.empty()
                : Optional.of(new PcapHeader(
                        said.littleEndian(),
                        said.nanoseconds(),
                        said.recordHeader(),
                        linkType,
                        said.snapLength(),
                        said.first(),
                        /* lost= */ true));
    }

    private static Optional<PcapHeader> found(MemorySegment bytes) {
        var little = new Chain(bytes, /* littleEndian= */ true, PcapHeader.RECORD_HEADER);
        var big = new Chain(bytes, /* littleEndian= */ false, PcapHeader.RECORD_HEADER);
        long first = little.next(0);
        long other = big.next(0);
        boolean isLittle = first >= 0 && (other < 0 || first <= other);
        Chain chain = isLittle ? little : big;
        long place = isLittle ? first : other;
        return place < 0
                ? Optional.empty()
                : Optional.of(new PcapHeader(
                        chain.littleEndian,
                        chain.nanoseconds(place),
                        PcapHeader.RECORD_HEADER,
                        chain.linkType(place),
                        Limits.RECORD,
                        place,
                        /* lost= */ true));
    }

    /** Records that lead from one to the next, in one byte order. */
    private static final class Chain {

        private final MemorySegment bytes;
        private final boolean littleEndian;
        private final int header;

        Chain(MemorySegment bytes, boolean littleEndian, int header) {
            this.bytes = bytes;
            this.littleEndian = littleEndian;
            this.header = header;
        }

        private long word(long place) {
            return Bytes.u32(bytes, place, littleEndian);
        }

        /** The first place from which whole packets lead on, or -1. */
        long next(long from) {
            long to = Math.min(bytes.byteSize() - header, from + SEARCHED);
            for (long place = from; place < to; place++) {
                if (end(place) > 0 && records(place) >= ENOUGH && linkType(place) >= 0) {
                    return place;
                }
            }
            return -1;
        }

        /** Where the record at a place ends, or -1 if there is none. */
        long end(long place) {
            if (bytes.byteSize() - place < header) {
                return -1;
            }
            long captured = word(place + 8);
            long end = place + header + captured;
            boolean possible = captured > 0
                    && captured <= Limits.RECORD
                    && end <= bytes.byteSize()
                    && word(place + 12) >= captured
                    && word(place + 12) <= PcapRecords.LONGEST_SENT
                    && word(place + 4) < NANOSECONDS;
            return possible ? end : -1;
        }

        /** How many follow, as far as they are asked; those at the end of the file count twice. */
        int records(long first) {
            int records = 0;
            long place = first;
            while (place > 0 && place < bytes.byteSize() && records < ASKED) {
                place = end(place);
                records += place > 0 ? 1 : 0;
            }
            return place == bytes.byteSize() ? 2 * records : records;
        }

        /** How many of them are whole packets of a link type. */
        int whole(long first, int linkType) {
            int whole = 0;
            long place = first;
            for (int asked = 0; asked < ASKED && end(place) > 0; asked++) {
                whole += WholePacket.is(bytes, linkType, place + header, word(place + 8), word(place + 12)) ? 1 : 0;
                place = end(place);
            }
            return whole;
        }

        /** The link type with which the first of them is whole, and most of the others; -1 if there is none. */
        int linkType(long first) {
            int linkType = WholePacket.linkType(bytes, first + header, word(first + 8), word(first + 12));
            if (linkType < 0) {
                return -1;
            }
            int asked = 0;
            for (long place = first; asked < ASKED && end(place) > 0; place = end(place)) {
                asked++;
            }
            return 2 * whole(first, linkType) > asked ? linkType : -1;
        }

        /** Whether a time among them has more than a million parts of a second. */
        boolean nanoseconds(long first) {
            boolean nanoseconds = false;
            long place = first;
            for (int asked = 0; asked < ASKED && end(place) > 0; asked++) {
                nanoseconds |= word(place + 4) >= MICROSECONDS;
                place = end(place);
            }
            return nanoseconds;
        }
    }
}
