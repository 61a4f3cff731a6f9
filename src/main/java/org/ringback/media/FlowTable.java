package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/** Counts the datagrams that are no RTP, by their addresses: a hash table with open addressing. */
final class FlowTable {

    private static final int DTLS_HEADER = 13;

    private static final class Counted {
        private final AddressPair addresses = new AddressPair();
        private final Map<MediaFlow.Kind, Integer> kinds = new EnumMap<>(MediaFlow.Kind.class);
        private long packets;
        private Moment first;
        private long lastTime;
        private long lastFrame;
    }

    private final long seed = new SplittableRandom().nextLong();
    private Counted[] table = new Counted[64];
    private int count;
    private final Beyond beyond = new Beyond();

    void add(Packet packet, MediaFlow.Kind kind, long time) {
        Counted counted = of(packet.addresses);
        if (counted == null) {
            beyond.add(time);
            return;
        }
        if (counted.packets == 0) {
            counted.first = new Moment(time, packet.frame);
        }
        counted.packets++;
        counted.kinds.merge(kind, 1, Integer::sum);
        counted.lastTime = time;
        counted.lastFrame = packet.frame;
    }

    /** What a datagram that is neither RTP nor RTCP is. */
    static MediaFlow.Kind kind(MemorySegment bytes, long from, long to) {
        int first = Bytes.u8(bytes, from);
        if (Stun.is(bytes, from, to)) {
            return MediaFlow.Kind.STUN;
        }
        boolean dtls = first >= 20 && first <= 63 && to - from >= DTLS_HEADER && Bytes.u8(bytes, from + 1) == 0xFE;
        return dtls ? MediaFlow.Kind.DTLS : MediaFlow.Kind.OTHER;
    }

    private Counted of(AddressPair addresses) {
        int slot = slot(addresses);
        if (table[slot] == null) {
            if (count >= Limits.FLOWS) {
                return null;
            }
            if (2 * (count + 1) > table.length) {
                grow();
                slot = slot(addresses);
            }
            table[slot] = new Counted();
            table[slot].addresses.set(addresses);
            count++;
        }
        return table[slot];
    }

    private int slot(AddressPair addresses) {
        int mask = table.length - 1;
        int slot = addresses.hash(seed) & mask;
        while (table[slot] != null && !table[slot].addresses.same(addresses)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        Counted[] all = table;
        table = new Counted[2 * all.length];
        for (Counted counted : all) {
            if (counted != null) {
                table[slot(counted.addresses)] = counted;
            }
        }
    }

    /** The datagrams of those for which there was no room. */
    Optional<PassedOver> passedOver(int file) {
        return beyond.told(file, PassedOver.Kind.FLOWS, Limits.FLOWS);
    }

    List<MediaFlow> counted(int file) {
        List<MediaFlow> flows = new ArrayList<>(count);
        for (Counted each : table) {
            if (each != null) {
                flows.add(new MediaFlow(
                        file,
                        StreamEnds.source(each.addresses),
                        StreamEnds.destination(each.addresses),
                        mostly(each.kinds),
                        each.packets,
                        each.first,
                        new Moment(each.lastTime, each.lastFrame)));
            }
        }
        return flows;
    }

    private static MediaFlow.Kind mostly(Map<MediaFlow.Kind, Integer> kinds) {
        return Collections.max(kinds.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
