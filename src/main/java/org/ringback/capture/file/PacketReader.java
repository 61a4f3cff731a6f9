package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;

/**
 * Reads the packets of a file one after the other: where it is, what the packet is that it has at hand, and how it finds the
 * next one behind damage, step by step, for a hole may be large.
 */
abstract class PacketReader implements RecordReader {

    final MemorySegment bytes;
    final long size;
    final Layers layers;
    final Output output;
    final Packet packet = new Packet();
    final RecordClock clock = new RecordClock();
    /** Where the next record begins; maybe behind the end of a file that was cut. */
    long at;

    /** Where the damage begins behind which a record is looked for from {@link #at} on, or -1. */
    private long damage = -1;

    private long found = -1;

    PacketReader(MemorySegment bytes, Layers layers, Output output) {
        this.bytes = bytes;
        this.layers = layers;
        this.output = output;
        size = bytes.byteSize();
        packet.bytes = bytes;
    }

    /** Nothing here can be believed: the next record is looked for from a place on, which may be an earlier one. */
    final void damaged(long from) {
        damage = at;
        at = from;
    }

    /** Whether a record is looked for. */
    final boolean searching() {
        return damage >= 0;
    }

    /** Looks for it up to an offset of the file, and goes there; at the end of the file there is none. */
    final boolean found(RecordSearch search, long until) {
        long place = search.next(damage, at, until);
        if (place < 0 && until < size) {
            at = until;
            return false;
        }
        boolean cut = place < 0 && cut(damage);
        long passed = place < 0 ? size - damage : Math.max(0, place - damage);
        output.unusable(
                packet.frame + 1,
                cut ? Unusable.Reason.TRUNCATED_FILE : Unusable.Reason.DAMAGED_RECORD,
                Long.toString(passed));
        damage = -1;
        found = place;
        at = place < 0 ? size : place;
        return place >= 0;
    }

    /** Whether a record was found here behind damage: nothing more needs to speak for it. */
    final boolean foundHere(long place) {
        return place == found;
    }

    /** Whether the end of the file has cut a record that begins here. */
    abstract boolean cut(long place);

    /** Whether anything but zeros is left of the file. */
    final boolean remains(long place) {
        for (long rest = place; rest < size; rest++) {
            if (Bytes.u8(bytes, rest) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes a time that is unusual; if it is wrong that is told, and the packet has none. */
    final long timed(long time, boolean wrong) {
        if (wrong) {
            output.unusable(packet.frame, Unusable.Reason.DAMAGED_TIME, "");
            return Captured.NO_TIME;
        }
        if (time != Captured.NO_TIME) {
            clock.set(time);
        }
        return time;
    }

    @Override
    public final long time() {
        return clock.last();
    }

    @Override
    public final long position() {
        return Math.min(at, size);
    }

    @Override
    public final long packets() {
        return packet.frame;
    }
}
