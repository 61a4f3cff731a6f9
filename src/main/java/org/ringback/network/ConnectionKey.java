package org.ringback.network;

import org.ringback.capture.payload.AddressPair;

/** The two ends of a connection, equal in both directions. One that is filled again and again looks up without allocating. */
final class ConnectionKey {

    final AddressPair ends = new AddressPair();

    /** Lest somebody chooses addresses whose hashes are equal. */
    private final long seed;

    ConnectionKey(long seed) {
        this.seed = seed;
    }

    ConnectionKey with(AddressPair addresses) {
        ends.set(addresses);
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionKey key && (ends.same(key.ends) || ends.reverseOf(key.ends));
    }

    @Override
    public int hashCode() {
        return ends.hash(seed);
    }
}
