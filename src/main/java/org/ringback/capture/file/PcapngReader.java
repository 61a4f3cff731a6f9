package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.packet.Layers;
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

    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int SHORTEST_BLOCK = 12;

    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private boolean littleEndian;
    private boolean crowded;

    public PcapngReader(MemorySegment bytes, Layers layers, Output output) {
        super(bytes, layers, output);
    }

    @Override
    public boolean read(long until) {
        long end = Math.min(until, size);
        while (at < end) {
            if (size - at < SHORTEST_BLOCK) {
                truncated();
                return false;
            }
            int type = type(at);
            if (type == SECTION) {
                byteOrder(at);
            }
            long length = Bytes.u32(bytes, at + 4, littleEndian);
            if (!believable(at, length)) {
                if (!damaged(length)) {
                    return false;
                }
                continue;
            }
            long from = at;
            at += length;
            block(type, from, at - 4);
        }
        return at < size;
    }

    private int type(long place) {
        int type = Bytes.i32(bytes, place);
        return type == SECTION ? type : (int) Bytes.u32(bytes, place, littleEndian);
    }

    private void byteOrder(long place) {
        littleEndian = Bytes.i32(bytes, place + 8) == 0x4D3C2B1A;
    }

    private boolean believable(long place, long length) {
        return length >= SHORTEST_BLOCK
                && (length & 3) == 0
                && length <= size - place
                && Bytes.u32(bytes, place + length - 4, littleEndian) == length;
    }

    private void block(int type, long from, long to) {
        switch (type) {
            case SECTION -> interfaces.clear();
            case INTERFACE -> {
                if (interfaces.size() < Limits.INTERFACES) {
                    interfaces.add(PcapngInterface.of(bytes, from, to, littleEndian));
                } else if (!crowded) {
                    crowded = true;
                    output.limit(packet.frame, "INTERFACES");
                }
            }
            case ENHANCED_PACKET -> {
                if (to - from >= 28) {
                    timed((int) Bytes.u32(bytes, from + 8, littleEndian), from, to);
                } else {
                    damagedPacket();
                }
            }
            case OBSOLETE_PACKET -> {
                if (to - from >= 28) {
                    timed(Bytes.u16(bytes, from + 8, littleEndian), from, to);
                } else {
                    damagedPacket();
                }
            }
            case SIMPLE_PACKET -> simple(from, to);
            default -> {}
        }
    }

    /** Both blocks with a time have it, and the lengths, at the same place. */
    private void timed(int number, long from, long to) {
        long captured = Bytes.u32(bytes, from + 20, littleEndian);
        if (number < 0 || number >= interfaces.size() || captured > to - from - 28) {
            damagedPacket();
            return;
        }
        PcapngInterface source = interfaces.get(number);
        long ticks = Bytes.u32(bytes, from + 12, littleEndian) << 32 | Bytes.u32(bytes, from + 16, littleEndian);
        packet.frame++;
        packet.bytes = bytes;
        packet.time = source.time(ticks);
        layers.packet(packet, source.linkType(), from + 28, from + 28 + captured);
    }

    /** It says neither when nor on which interface: the first. */
    private void simple(long from, long to) {
        if (interfaces.isEmpty() || to - from < 12) {
            damagedPacket();
            return;
        }
        PcapngInterface source = interfaces.getFirst();
        long captured = Math.min(Bytes.u32(bytes, from + 8, littleEndian), to - from - 12);
        if (source.snapLength() > 0) {
            captured = Math.min(captured, source.snapLength());
        }
        packet.frame++;
        packet.bytes = bytes;
        packet.time = Captured.NO_TIME;
        layers.packet(packet, source.linkType(), from + 12, from + 12 + captured);
    }

    private void damagedPacket() {
        packet.frame++;
        output.unusable(packet.frame, Unusable.Reason.DAMAGED_RECORD, "");
    }

    private void truncated() {
        output.unusable(packet.frame + 1, Unusable.Reason.TRUNCATED_FILE, Long.toString(size - at));
        at = size;
    }

    /** Goes to the next block that can be believed; false if there is none, so that this is the end. */
    private boolean damaged(long length) {
        long limit = Math.min(size - SHORTEST_BLOCK, at + Limits.RESYNCHRONIZATION);
        boolean order = littleEndian;
        for (long place = at + 4; place <= limit; place += 4) {
            int type = type(place);
            if (type == SECTION) {
                byteOrder(place);
            }
            boolean known = type == SECTION || type == INTERFACE || type == SIMPLE_PACKET || type == ENHANCED_PACKET;
            if (known && believable(place, Bytes.u32(bytes, place + 4, littleEndian))) {
                output.unusable(packet.frame + 1, Unusable.Reason.DAMAGED_RECORD, Long.toString(place - at));
                at = place;
                return true;
            }
            littleEndian = order;
        }
        if (length >= SHORTEST_BLOCK && length > size - at) {
            truncated();
        } else {
            output.unusable(packet.frame + 1, Unusable.Reason.DAMAGED_RECORD, Long.toString(size - at));
            at = size;
        }
        return false;
    }
}
