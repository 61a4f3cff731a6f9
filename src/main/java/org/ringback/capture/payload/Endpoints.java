package org.ringback.capture.payload;

import java.util.SplittableRandom;
import org.ringback.capture.wire.AddressText;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** Gives out one {@link Endpoint} for each address and port, however many messages have it. */
public final class Endpoints {

    /** Lest somebody chooses addresses whose hashes are equal. */
    private final long seed = new SplittableRandom().nextLong();

    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private Endpoint[] known = new Endpoint[64];
    private boolean[] ipv6s = new boolean[64];
    private int count;

    public Endpoint of(boolean ipv6, long high, long low, int port) {
        int slot = slot(ipv6, high, low, port);
        Endpoint found = known[slot];
        if (found != null) {
            return found;
        }
        var endpoint = new Endpoint(AddressText.of(ipv6, high, low), port);
        if (count < Limits.ENDPOINTS) {
            put(slot, ipv6, high, low, endpoint);
            if (++count * 2 > known.length) {
                grow();
            }
        }
        return endpoint;
    }

    private int slot(boolean ipv6, long high, long low, int port) {
        int mask = known.length - 1;
        int slot = (int) AddressPair.mix(AddressPair.mix(AddressPair.mix(seed ^ high) ^ low) + port) & mask;
        while (known[slot] != null
                && (known[slot].port() != port || lows[slot] != low || highs[slot] != high || ipv6s[slot] != ipv6)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, boolean ipv6, long high, long low, Endpoint endpoint) {
        highs[slot] = high;
        lows[slot] = low;
        ipv6s[slot] = ipv6;
        known[slot] = endpoint;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        boolean[] oldIpv6s = ipv6s;
        Endpoint[] old = known;
        highs = new long[old.length * 2];
        lows = new long[old.length * 2];
        ipv6s = new boolean[old.length * 2];
        known = new Endpoint[old.length * 2];
        for (int from = 0; from < old.length; from++) {
            if (old[from] != null) {
                int slot = slot(oldIpv6s[from], oldHighs[from], oldLows[from], old[from].port());
                put(slot, oldIpv6s[from], oldHighs[from], oldLows[from], old[from]);
            }
        }
    }
}
