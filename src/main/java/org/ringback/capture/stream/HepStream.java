package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Packet;

/** Packets of HEP version 3 one after the other, as agents send them over TCP. */
final class HepStream implements StreamProtocol {

    private static final int SHORTEST = 6;

    private final Direction direction;
    private final Packet packet;

    HepStream(Direction direction) {
        this.direction = direction;
        packet = direction.packet();
    }

    @Override
    public boolean ofSip() {
        return true;
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        if (to - from < SHORTEST) {
            return new Step(from, this);
        }
        if (!Hep.starts(bytes, from, to)) {
            direction.joinedHere();
            return new Step(from, new Unknown(direction));
        }
        int length = Hep.length(bytes, from);
        if (length < SHORTEST) {
            return damaged(from, to);
        }
        long end = from + length;
        if (end != to && !(end + SHORTEST <= to && Hep.starts(bytes, end, to))) {
            end = believed(bytes, from, end, to);
        }
        if (end > to) {
            return new Step(from, this);
        }
        direction.show(bytes, packet);
        direction.shared.hep.version3(packet, from, end);
        direction.carrySip();
        return new Step(end, this);
    }

    private Step damaged(long from, long to) {
        if (!direction.carriedSip()) {
            return Dropped.OTHER.from(to);
        }
        direction.skip(SHORTEST);
        direction.joinedHere();
        return new Step(from + SHORTEST, new Unknown(direction));
    }

    /** A packet that begins with a segment, or lies within another one, is no part of it: the length is wrong then. */
    private long believed(MemorySegment bytes, long from, long end, long to) {
        long begin = direction.held.segmentBegin(bytes);
        if (begin > from && begin < end && Hep.starts(bytes, begin, to)) {
            return begin;
        }
        long inside = end < to ? Hep.find(bytes, from + SHORTEST, end) : -1;
        return inside < 0 ? end : inside;
    }
}
