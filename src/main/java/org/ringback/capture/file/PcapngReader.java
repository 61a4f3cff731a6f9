package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.packet.WholePacket;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;

/**
 * The capture file of Wireshark (draft-ietf-opsawg-pcapng): any number of sections of either byte order, each with
 * interfaces of any link type and clock. Blocks and options that are not needed are skipped.
 */
public final class PcapngReader extends PacketReader {

    /** Where a length is looked for that was damaged at the begin of a block: those of interfaces are shorter. */
    private static final int LONGEST_REPAIRED = 512;

    /** So many packets of an interface are asked whether they are what it says, among so many blocks. */
    private static final int ASKED = 8;

    private static final int LOOKED_AT = 32;

    /** So many that say otherwise are right. */
    private static final int ENOUGH = 3;

    private final PcapngBlocks blocks;
    private final RecordSearch search;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private boolean crowded;

    /** Whether something of this section is missing: its interfaces, perhaps. */
    private boolean incomplete;

    public PcapngReader(MemorySegment bytes, Layers layers, Output output) {
        super(bytes, layers, output);
        blocks = new PcapngBlocks(bytes);
        search = new RecordSearch(bytes, blocks);
    }

    @Override
    public boolean read(long until) {
        long end = Math.min(until, size);
        while (at < end) {
            if (searching() && !found(search, end)) {
                continue;
            }
            long length = -1;
            int type = 0;
            if (size - at >= PcapngBlocks.SHORTEST) {
                type = blocks.type(at);
                if (type == PcapngBlocks.SECTION) {
                    blocks.section(at);
                }
                length = blocks.length(at);
            }
            if (!blocks.framed(at, length)) {
                length = repaired(type, length);
            }
            if (length < 0) {
                incomplete = true;
                damaged(at + 1);
                continue;
            }
            long from = at;
            at += length;
            block(type, from, at - 4);
        }
        return at < size;
    }

    /** How long a block is of whose two lengths one is wrong: a block follows it. Else -1. */
    private long repaired(int type, long length) {
        if (!PcapngBlocks.common(type)) {
            return -1;
        }
        for (long other = PcapngBlocks.SHORTEST; other <= LONGEST_REPAIRED; other += 4) {
            if (blocks.endsWith(at, other) && search.follows(at + other)) {
                return other;
            }
        }
        return blocks.fits(at, length) && search.follows(at + length) ? length : -1;
    }

    private void block(int type, long from, long to) {
        switch (type) {
            case PcapngBlocks.SECTION -> {
                interfaces.clear();
                incomplete = false;
            }
            case PcapngBlocks.INTERFACE -> {
                if (interfaces.size() < Limits.INTERFACES) {
                    interfaces.add(seen(PcapngInterface.of(bytes, from, to, blocks.littleEndian()), to + 4));
                } else if (!crowded) {
                    crowded = true;
                    output.limit(packet.frame, "INTERFACES");
                }
            }
            case PcapngBlocks.ENHANCED_PACKET -> {
                if (to - from >= 28) {
                    timed((int) Bytes.u32(bytes, from + 8, blocks.littleEndian()), from, to);
                } else {
                    damagedPacket(to + 4 - from);
                }
            }
            case PcapngBlocks.OBSOLETE_PACKET -> {
                if (to - from >= 28) {
                    timed(Bytes.u16(bytes, from + 8, blocks.littleEndian()), from, to);
                } else {
                    damagedPacket(to + 4 - from);
                }
            }
            case PcapngBlocks.SIMPLE_PACKET -> simple(from, to);
            default -> {}
        }
    }

    /** As its packets show it to be, if they contradict what it says of them. */
    private PcapngInterface seen(PcapngInterface said, long next) {
        int number = interfaces.size();
        int whole = 0;
        int other = -1;
        int asked = 0;
        long place = next;
        for (int looked = 0; looked < LOOKED_AT && asked < ASKED && place < size && blocks.end(place) > 0; looked++) {
            long block = place;
            place = blocks.end(block);
            boolean packet = blocks.type(block) == PcapngBlocks.ENHANCED_PACKET && place - block >= 32;
            if (packet && Bytes.u32(bytes, block + 8, blocks.littleEndian()) == number) {
                long captured = Bytes.u32(bytes, block + 20, blocks.littleEndian());
                long sent = Bytes.u32(bytes, block + 24, blocks.littleEndian());
                captured = Math.min(captured, place - block - 32);
                asked++;
                if (WholePacket.is(bytes, said.linkType(), block + 28, captured, sent)) {
                    return said;
                }
                int linkType = WholePacket.linkType(bytes, block + 28, captured, sent);
                whole += linkType >= 0 && (other < 0 || linkType == other) ? 1 : 0;
                other = linkType < 0 ? other : linkType;
            }
        }
        if (whole < ENOUGH || 2 * whole < asked) {
            return said;
        }
        output.unusable(packet.frame + 1, Unusable.Reason.DAMAGED_RECORD, "0");
        return new PcapngInterface(other, said.snapLength(), said.resolution(), said.offset());
    }

    /** Both blocks with a time have it, and the lengths, at the same place. */
    private void timed(int number, long from, long to) {
        boolean order = blocks.littleEndian();
        long captured = Bytes.u32(bytes, from + 20, order);
        long sent = Bytes.u32(bytes, from + 24, order);
        long most = to - from - 28;
        if (captured > most && sent <= most) {
            captured = sent;
        }
        PcapngInterface source = captured > most ? null : source(number, from, captured, sent);
        if (source == null) {
            damagedPacket(to + 4 - from);
            return;
        }
        packet.frame++;
        packet.bytes = bytes;
        packet.time = time(source.time(ticks(from)), to + 4);
        layers.packet(packet, source.linkType(), from + 28, from + 28 + captured);
    }

    private long ticks(long from) {
        boolean order = blocks.littleEndian();
        return Bytes.u32(bytes, from + 12, order) << 32 | Bytes.u32(bytes, from + 16, order);
    }

    /** The interface of a packet; one that its bytes show if that was lost, and null if nothing does. */
    private PcapngInterface source(int number, long from, long captured, long sent) {
        PcapngInterface known = number >= 0 && number < interfaces.size() ? interfaces.get(number) : null;
        boolean sure = known != null && !incomplete;
        if (sure || (known != null && WholePacket.is(bytes, known.linkType(), from + 28, captured, sent))) {
            return known;
        }
        int linkType = WholePacket.linkType(bytes, from + 28, captured, sent);
        if (linkType < 0) {
            return known;
        }
        if (!incomplete) {
            incomplete = true;
            output.unusable(packet.frame + 1, Unusable.Reason.DAMAGED_RECORD, "0");
        }
        return PcapngInterface.lost(linkType, ticks(from));
    }

    /** It says neither when nor on which interface: the first. */
    private void simple(long from, long to) {
        long sent = to - from < 12 ? 0 : Bytes.u32(bytes, from + 8, blocks.littleEndian());
        long captured = Math.min(sent, to - from - 12);
        if (captured > 0 && interfaces.isEmpty() && incomplete) {
            int linkType = WholePacket.linkType(bytes, from + 12, captured, sent);
            if (linkType >= 0) {
                interfaces.add(PcapngInterface.lost(linkType, 0));
            }
        }
        if (captured < 0 || interfaces.isEmpty()) {
            damagedPacket(to + 4 - from);
            return;
        }
        PcapngInterface source = interfaces.getFirst();
        if (source.snapLength() > 0) {
            captured = Math.min(captured, source.snapLength());
        }
        packet.frame++;
        packet.bytes = bytes;
        packet.time = Captured.NO_TIME;
        layers.packet(packet, source.linkType(), from + 12, from + 12 + captured);
    }

    private void damagedPacket(long length) {
        packet.frame++;
        output.unusable(packet.frame, Unusable.Reason.DAMAGED_RECORD, Long.toString(length));
    }

    /** A time as an interface says it, unless the blocks that follow show it to be wrong. */
    private long time(long time, long next) {
        if (time == Captured.NO_TIME || clock.near(time)) {
            return timed(time, false);
        }
        return timed(time, clock.astray(time, times(next)));
    }

    private LongSupplier times(long from) {
        return new LongSupplier() {
            private long place = from;

            @Override
            public long getAsLong() {
                while (place < size && blocks.end(place) > 0) {
                    long block = place;
                    place = blocks.end(block);
                    if (blocks.type(block) == PcapngBlocks.ENHANCED_PACKET && place - block >= 32) {
                        long number = Bytes.u32(bytes, block + 8, blocks.littleEndian());
                        if (number < interfaces.size()) {
                            return interfaces.get((int) number).time(ticks(block));
                        }
                    }
                }
                return Captured.NO_TIME;
            }
        };
    }

    @Override
    boolean cut(long place) {
        if (size - place >= PcapngBlocks.SHORTEST) {
            blocks.restart();
            return blocks.end(place) == RecordSearch.Shape.CUT;
        }
        return remains(place);
    }
}
