package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.SipDatagram;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;

/**
 * Finds SIP in SCTP DATA and I-DATA chunks (RFC 9260 section 3.3.1, RFC 8260 section 2.1; SIP over SCTP is RFC 4168). A
 * direction of an association is known by its verification tag, because a chunk may be sent again to another address.
 */
final class Sctp {

    private static final int HEADER = 12;
    private static final int DATA = 0;
    private static final int I_DATA = 64;
    private static final int END = 1;
    private static final int BEGIN = 2;

    private record Key(int tag, int sourcePort, int destinationPort) {}

    private final SipDatagram sip;
    private final Output output;
    private final Buffers buffers;
    private final Map<Key, SctpDirection> directions = new LinkedHashMap<>(16, 0.75f, true);
    private final SctpDirection.Budget budget = new SctpDirection.Budget();

    Sctp(SipDatagram sip, Output output, Buffers buffers) {
        this.sip = sip;
        this.output = output;
        this.buffers = buffers;
    }

    void read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < HEADER) {
            return;
        }
        packet.addresses.sourcePort = Bytes.u16(bytes, from);
        packet.addresses.destinationPort = Bytes.u16(bytes, from + 2);
        long cut = packet.missing;
        SctpDirection direction = null;
        long at = from + HEADER;
        while (to - at >= 4) {
            int type = Bytes.u8(bytes, at);
            int length = Bytes.u16(bytes, at + 2);
            if (length < 4) {
                return;
            }
            int header = type == DATA ? 16 : type == I_DATA ? 20 : 0;
            if (header > 0 && length > header && to - at > header) {
                if (direction == null) {
                    direction = direction(Bytes.i32(bytes, from + 4), packet.addresses, packet.frame);
                }
                packet.missing = Math.max(0, at + length - to);
                chunk(
                        packet,
                        direction,
                        Bytes.u8(bytes, at + 1),
                        Bytes.i32(bytes, at + 4),
                        at + header,
                        Math.min(to, at + length));
            }
            at += (length + 3L) & ~3L;
        }
        packet.missing = cut;
    }

    private void chunk(Packet packet, SctpDirection direction, int flags, int number, long from, long to) {
        if (!direction.first(number)) {
            return;
        }
        if ((flags & (BEGIN | END)) == (BEGIN | END)) {
            sip.read(packet, Transport.SCTP, from, to);
            return;
        }
        if (packet.missing > 0) {
            return;
        }
        makeRoom(packet.frame, to - from);
        direction.hold(packet, number, (flags & BEGIN) != 0, (flags & END) != 0, from, to);
        long length = direction.complete(number);
        if (length > 0 && length <= Limits.STREAM_BYTES) {
            MemorySegment outer = packet.bytes;
            MemorySegment whole = buffers.borrow(length);
            direction.take(number, whole);
            packet.bytes = whole;
            sip.read(packet, Transport.SCTP, 0, length);
            packet.bytes = outer;
            buffers.giveBack(whole);
        }
    }

    /** The pieces of the directions that are silent for longest are given up first. */
    private void makeRoom(long frame, long bytes) {
        for (SctpDirection oldest : directions.values()) {
            String exceeded = budget.exceededBy(bytes);
            if (exceeded.isEmpty()) {
                return;
            }
            if (oldest.forget()) {
                output.limit(frame, exceeded);
            }
        }
    }

    private SctpDirection direction(int tag, AddressPair addresses, long frame) {
        var key = new Key(tag, addresses.sourcePort, addresses.destinationPort);
        SctpDirection direction = directions.get(key);
        if (direction == null) {
            if (directions.size() >= Limits.ASSOCIATIONS) {
                var oldest = directions.entrySet().iterator();
                if (oldest.next().getValue().forget()) {
                    output.limit(frame, "ASSOCIATIONS");
                }
                oldest.remove();
            }
            direction = new SctpDirection(budget);
            directions.put(key, direction);
        }
        return direction;
    }

    /** Messages of which a fragment never came. */
    void end() {
        for (SctpDirection direction : directions.values()) {
            direction.reportUnfinished(output);
        }
        directions.clear();
    }
}
