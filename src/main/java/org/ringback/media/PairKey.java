package org.ringback.media;

import org.ringback.capture.payload.AddressPair;

/** From one endpoint to another. One that is filled again and again looks up without allocating. */
final class PairKey {

    final AddressPair ends = new AddressPair();

    /** Lest somebody chooses addresses whose hashes are equal. */
    private final long seed;

    PairKey(long seed) {
        this.seed = seed;
    }

    PairKey with(AddressPair addresses) {
        ends.set(addresses);
        return this;
    }

    /** The way back. */
    PairKey reversed(AddressPair addresses) {
        ends.set(addresses);
        ends.sourceHigh = addresses.destinationHigh;
        ends.sourceLow = addresses.destinationLow;
        ends.sourcePort = addresses.destinationPort;
        ends.destinationHigh = addresses.sourceHigh;
        ends.destinationLow = addresses.sourceLow;
        ends.destinationPort = addresses.sourcePort;
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairKey key && ends.same(key.ends);
    }

    @Override
    public int hashCode() {
        return ends.hash(seed);
    }
}
