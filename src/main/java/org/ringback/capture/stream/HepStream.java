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
            return Dropped.OTHER.from(to);
        }
        if (to - from < length) {
            return new Step(from, this);
        }
        direction.show(bytes, packet);
        direction.shared.hep.version3(packet, from, from + length);
        return new Step(from + length, this);
    }
}
