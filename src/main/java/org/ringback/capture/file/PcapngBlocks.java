package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** What the blocks of a pcapng file look like: their byte order, their types, and that each says its length twice. */
final class PcapngBlocks implements RecordSearch.Shape {

    static final int SECTION = 0x0A0D0D0A;
    static final int INTERFACE = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;
    static final int SHORTEST = 12;

    /** Names, statistics: those that stand among packets in many files. */
    private static final int LAST_COMMON = 6;

    private static final int SHORTEST_SECTION = 28;
    private static final int LONGEST_SECTION = 1 << 16;

    /** A block that has its length at both ends, and a known type, is none by chance. */
    private static final int FRAMED = 3;

    private final MemorySegment bytes;
    private final long size;
    private boolean littleEndian = true;
    private boolean inChain = true;

    PcapngBlocks(MemorySegment bytes) {
        this.bytes = bytes;
        size = bytes.byteSize();
    }

    /** The byte order of the section that is read. */
    boolean littleEndian() {
        return littleEndian;
    }

    /** A section begins. */
    void section(long place) {
        littleEndian = orderOf(place, littleEndian);
    }

    int type(long place) {
        return type(place, littleEndian);
    }

    private int type(long place, boolean order) {
        int type = Bytes.i32(bytes, place);
        return type == SECTION || !order ? type : Integer.reverseBytes(type);
    }

    long length(long place) {
        return Bytes.u32(bytes, place + 4, littleEndian);
    }

    /** As the section says itself; where that is damaged, the order in which its length can be meant. */
    private boolean orderOf(long place, boolean before) {
        int magic = Bytes.i32(bytes, place + 8);
        if (magic == 0x4D3C2B1A || magic == 0x1A2B3C4D) {
            return magic == 0x4D3C2B1A;
        }
        long length = Bytes.u32(bytes, place + 4, !before);
        boolean other = length >= SHORTEST_SECTION && length <= LONGEST_SECTION && (length & 3) == 0;
        return other != before;
    }

    /** Whether a block may be so long. */
    boolean fits(long place, long length) {
        return length >= SHORTEST && (length & 3) == 0 && length <= size - place;
    }

    /** Whether the block at a place has the same length at both ends. */
    boolean framed(long place, long length) {
        return fits(place, length) && endsWith(place, length);
    }

    /** Whether a length stands where the block at a place ends if it is right. */
    boolean endsWith(long place, long length) {
        return length <= size - place && Bytes.u32(bytes, place + length - 4, littleEndian) == length;
    }

    /** Whether blocks of a type stand among the packets of many files. */
    static boolean common(int type) {
        return type == SECTION || (type >= INTERFACE && type <= LAST_COMMON);
    }

    @Override
    public void restart() {
        inChain = littleEndian;
    }

    @Override
    public long end(long place) {
        if (size - place < SHORTEST) {
            return NONE;
        }
        int type = type(place, inChain);
        if (type == SECTION) {
            inChain = orderOf(place, inChain);
        } else if (!common(type)) {
            return NONE;
        }
        long length = Bytes.u32(bytes, place + 4, inChain);
        if (length < SHORTEST || (length & 3) != 0) {
            return NONE;
        }
        if (length > size - place) {
            return CUT;
        }
        return Bytes.u32(bytes, place + length - 4, inChain) == length ? place + length : NONE;
    }

    @Override
    public int evidence(long place) {
        return FRAMED;
    }
}
