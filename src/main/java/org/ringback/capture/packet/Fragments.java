package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.SipDatagram;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;

/**
 * Puts fragmented IP packets together (RFC 791 section 3.2, RFC 8200 section 4.5). Of bytes that come twice the first are
 * taken. Bounded in number, bytes and age by {@link Limits}; what is given up and may hold SIP is reported. Where enough
 * headers of a message came to say to what it belongs, and no copy of it came whole, it is read as far as its lines go.
 */
public final class Fragments {

    private static final int LARGEST = 65_535;

    private record Key(
            boolean ipv6,
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow,
            int identification,
            int protocol) {}

    private final Layers layers;
    private final Buffers buffers;
    private final SipDatagram sip;
    private final WholeMessages whole = new WholeMessages();
    private final Map<Key, Datagram> waiting = new LinkedHashMap<>();
    private long held;

    Fragments(Layers layers, Buffers buffers, SipDatagram sip) {
        this.layers = layers;
        this.buffers = buffers;
        this.sip = sip;
    }

    /**
     * One fragment, whose payload lies in a range of the packet.
     *
     * @param offset of the payload in the whole packet's
     * @param more whether it is not the last
     */
    void add(Packet packet, int protocol, int identification, int offset, boolean more, long from, long to) {
        // What the capture has cut off is missing; a fragment in the middle that is no multiple of 8 bytes is one such.
        int length = (int) (to - from);
        if (length <= 0 || offset + length > LARGEST) {
            return;
        }
        dropOld(packet.time);
        AddressPair addresses = packet.addresses;
        var key = new Key(
                addresses.ipv6,
                addresses.sourceHigh,
                addresses.sourceLow,
                addresses.destinationHigh,
                addresses.destinationLow,
                identification,
                addresses.ipv6 ? -1 : protocol);
        Datagram datagram = waiting.get(key);
        if (datagram == null) {
            makeRoom(packet.frame);
            datagram = new Datagram(buffers, packet);
            waiting.put(key, datagram);
            held += datagram.size();
        }
        held -= datagram.size();
        datagram.add(packet.bytes, from, offset, length, !more && packet.missing == 0);
        if (offset == 0) {
            datagram.protocol = protocol;
        }
        held += datagram.size();
        if (datagram.complete()) {
            waiting.remove(key);
            held -= datagram.size();
            pass(packet, datagram);
            datagram.release();
        } else {
            shrink(packet.frame);
        }
    }

    private void pass(Packet packet, Datagram datagram) {
        if (datagram.mayHoldSip()) {
            whole.add(datagram.likeness());
        }
        MemorySegment outer = packet.bytes;
        packet.bytes = datagram.bytes();
        packet.missing = 0;
        layers.reassembled(packet, datagram.protocol, datagram.length());
        packet.bytes = outer;
    }

    private void dropOld(long time) {
        Iterator<Datagram> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            Datagram datagram = oldest.next();
            if (time == Captured.NO_TIME
                    || datagram.time == Captured.NO_TIME
                    || Math.abs(time - datagram.time) <= Limits.DATAGRAM_AGE) {
                return;
            }
            begin(datagram);
            giveUp(datagram);
            oldest.remove();
        }
    }

    private void makeRoom(long frame) {
        Iterator<Datagram> oldest = waiting.values().iterator();
        while (waiting.size() >= Limits.DATAGRAMS) {
            giveUp(oldest.next());
            oldest.remove();
            layers.output.limit(frame, "DATAGRAMS");
        }
    }

    private void shrink(long frame) {
        Iterator<Datagram> oldest = waiting.values().iterator();
        while (held > Limits.DATAGRAM_BYTES) {
            giveUp(oldest.next());
            oldest.remove();
            layers.output.limit(frame, "DATAGRAM_BYTES");
        }
    }

    private void giveUp(Datagram datagram) {
        if (datagram.mayHoldSip()) {
            layers.output.unusable(datagram.frame, Unusable.Reason.MISSING_FRAGMENTS, datagram.known());
        }
        held -= datagram.size();
        datagram.release();
    }

    /** What came of a message of which nothing more comes. */
    private void begin(Datagram datagram) {
        int end = datagram.mayHoldSip() ? datagram.readableEnd() : 0;
        if (end > 0 && !whole.has(datagram.likeness())) {
            sip.read(datagram.begin(), Transport.UDP, Datagram.UDP_HEADER, end);
        }
    }

    void end() {
        for (Datagram datagram : waiting.values()) {
            begin(datagram);
            giveUp(datagram);
        }
        waiting.clear();
    }
}
