package org.ringback.media;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Leftovers;
import org.ringback.capture.wire.Limits;

/**
 * The streams of a file by their addresses and sources: a hash table with open addressing, so that to look up allocates nothing.
 * A hostile file may have a source of its own in each packet: what did not become a stream makes room.
 */
final class StreamTable {

    /** After so many it is worth a look at how much memory was left behind. */
    private static final int MANY = Limits.STREAMS / 8;

    private final Leftovers leftovers = new Leftovers();
    private final long seed = new SplittableRandom().nextLong();
    private StreamMeter[] table = new StreamMeter[64];
    private int count;
    private final Beyond beyond = new Beyond();
    private boolean full;

    /** The stream of a packet, or null if there are too many. */
    StreamMeter of(Packet packet, int ssrc, long time) {
        int slot = slot(packet.addresses, ssrc);
        if (table[slot] != null) {
            return table[slot];
        }
        if (count >= Limits.STREAMS) {
            if (!full) {
                forget();
                // To look through all of them again and again would take longer than what is read.
                full = count >= Limits.STREAMS / 2;
            }
            if (count >= Limits.STREAMS) {
                beyond.add(time);
                return null;
            }
            slot = slot(packet.addresses, ssrc);
        }
        if (2 * (count + 1) > table.length) {
            rehash(table, 2 * table.length);
            slot = slot(packet.addresses, ssrc);
        }
        table[slot] = new StreamMeter(packet, ssrc, time);
        count++;
        return table[slot];
    }

    private int slot(AddressPair addresses, int ssrc) {
        int mask = table.length - 1;
        int slot = addresses.hash(seed, ssrc) & mask;
        while (table[slot] != null && (table[slot].ssrc != ssrc || !table[slot].addresses.same(addresses))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void forget() {
        StreamMeter[] all = table;
        for (int slot = 0; slot < all.length; slot++) {
            if (all[slot] != null && !all[slot].believed()) {
                all[slot] = null;
            }
        }
        rehash(all, all.length);
        leftovers.forgotten();
    }

    private void rehash(StreamMeter[] kept, int size) {
        table = new StreamMeter[size];
        count = 0;
        for (StreamMeter meter : kept) {
            if (meter != null) {
                table[slot(meter.addresses, meter.ssrc)] = meter;
                count++;
            }
        }
    }

    /** The packets of those for which there was no room. */
    Optional<PassedOver> passedOver(int file) {
        return beyond.told(file, PassedOver.Kind.STREAMS, Limits.STREAMS);
    }

    void forEach(Consumer<StreamMeter> each) {
        for (StreamMeter meter : table) {
            if (meter != null) {
                each.accept(meter);
            }
        }
    }

    /** The same for the last time: each is let go of at once, so that not all are in memory beside what is made of them. */
    void lastOfEach(Consumer<StreamMeter> each) {
        StreamMeter[] all = table;
        table = new StreamMeter[64];
        count = 0;
        int gone = 0;
        for (int slot = 0; slot < all.length; slot++) {
            StreamMeter meter = all[slot];
            all[slot] = null;
            if (meter != null) {
                each.accept(meter);
                gone++;
                if (gone % MANY == 0) {
                    leftovers.forgotten();
                }
            }
        }
    }
}
