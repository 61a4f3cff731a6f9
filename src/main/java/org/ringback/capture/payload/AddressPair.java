package org.ringback.capture.payload;

import org.ringback.capture.wire.AddressText;

/** From where to where a packet goes, as numbers: nothing is allocated for packets that carry no SIP. */
public final class AddressPair {

    public boolean ipv6;
    public long sourceHigh;
    public long sourceLow;
    public int sourcePort;
    public long destinationHigh;
    public long destinationLow;
    public int destinationPort;

    /** The tunnels around the packet, outermost first, four bits each: the same message by another way differs in it. */
    public long tunnels;

    public void set(AddressPair other) {
        ipv6 = other.ipv6;
        sourceHigh = other.sourceHigh;
        sourceLow = other.sourceLow;
        sourcePort = other.sourcePort;
        destinationHigh = other.destinationHigh;
        destinationLow = other.destinationLow;
        destinationPort = other.destinationPort;
        tunnels = other.tunnels;
    }

    /** Both ends as people write them: {@code 192.0.2.1:40000 192.0.2.2:5061}. */
    public String text() {
        return end(sourceHigh, sourceLow, sourcePort) + " " + end(destinationHigh, destinationLow, destinationPort);
    }

    private String end(long high, long low, int port) {
        String host = AddressText.of(ipv6, high, low);
        return (ipv6 ? "[" + host + "]" : host) + ":" + port;
    }

    public boolean same(AddressPair other) {
        return sourceLow == other.sourceLow
                && destinationLow == other.destinationLow
                && sourcePort == other.sourcePort
                && destinationPort == other.destinationPort
                && sourceHigh == other.sourceHigh
                && destinationHigh == other.destinationHigh
                && ipv6 == other.ipv6;
    }

    public boolean reverseOf(AddressPair other) {
        return sourceLow == other.destinationLow
                && destinationLow == other.sourceLow
                && sourcePort == other.destinationPort
                && destinationPort == other.sourcePort
                && sourceHigh == other.destinationHigh
                && destinationHigh == other.sourceHigh
                && ipv6 == other.ipv6;
    }

    /**
     * Equal for both directions of a connection. Mixed once more at the end, or the ports of one host would follow each
     * other, and a table in which several hosts try all ports would be searched through its whole length.
     *
     * @param seed a secret, lest somebody chooses addresses whose hashes are equal
     */
    public int hash(long seed) {
        boolean ordered = sourceHigh != destinationHigh
                ? sourceHigh < destinationHigh
                : sourceLow != destinationLow ? sourceLow < destinationLow : sourcePort <= destinationPort;
        long hash = ordered ? source(seed) : destination(seed);
        hash = mix(ordered ? destination(hash) : source(hash));
        return (int) (hash ^ (hash >>> 32));
    }

    /**
     * Of one direction, and of something else that is told apart.
     *
     * @param seed as above
     */
    public int hash(long seed, int other) {
        long ends =
                ipv6 ? source(mix(seed ^ destinationHigh) ^ destinationLow) : seed ^ sourceLow << 32 ^ destinationLow;
        long hash = mix(mix(ends) ^ ((long) other << 32 | (long) sourcePort << 16 | destinationPort));
        return (int) (hash ^ (hash >>> 32));
    }

    private long source(long hash) {
        return mix(mix(hash ^ sourceHigh) ^ sourceLow) + sourcePort;
    }

    private long destination(long hash) {
        return mix(mix(hash ^ destinationHigh) ^ destinationLow) + destinationPort;
    }

    /** Each bit of the value changes about half of the bits of what it gives. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }
}
