package org.ringback.capture.payload;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.ringback.capture.wire.Limits;

/**
 * Finds the message that another layer has carried already: the same bytes between the same addresses, once by itself and
 * once in a tunnel (a mirrored port, a HEP agent beside the wire). Each copy answers for one message only, so that a
 * retransmission, which comes the same way again, stays a message of its own.
 */
final class Mirrors {

    /** How many bytes are compared: in most messages start line, branch and tags. */
    private static final int HEAD = 320;

    private final long[] hashes = new long[Limits.MIRRORED];
    private final long[] addressHashes = new long[Limits.MIRRORED];
    private final long[] times = new long[Limits.MIRRORED];
    private final long[] tunnels = new long[Limits.MIRRORED];
    private final MemorySegment[] unhashed = new MemorySegment[Limits.MIRRORED];
    private boolean several;
    private long asked;
    private long first = -1;
    private int next;
    private int filled;

    /** Whether this message was there by another way already. */
    boolean seen(MemorySegment bytes, long from, long to, AddressPair addresses, long time) {
        if (first < 0) {
            first = addresses.tunnels;
        } else if (first != addresses.tunnels && !several) {
            several = true;
            hashAll();
        }
        if (several) {
            asked = hash(bytes, from, to, addressHash(addresses));
            for (int slot = 0; slot < filled; slot++) {
                if (hashes[slot] == asked
                        && tunnels[slot] != addresses.tunnels
                        && Math.abs(time - times[slot]) <= Limits.MIRROR_AGE) {
                    hashes[slot] = 0;
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Remembers the message that was asked for last, because it was not seen.
     *
     * @param message its bytes, which do not change
     * @param time as it was asked for
     */
    void remember(MemorySegment message, AddressPair addresses, long time) {
        times[next] = time;
        tunnels[next] = addresses.tunnels;
        if (several) {
            hashes[next] = asked;
        } else {
            unhashed[next] = message;
            addressHashes[next] = addressHash(addresses);
        }
        next = (next + 1) % hashes.length;
        filled = Math.max(filled, next == 0 ? hashes.length : next);
    }

    /** Where all messages come by one way, as in most captures, no hash is worked out at all. */
    private void hashAll() {
        for (int slot = 0; slot < filled; slot++) {
            hashes[slot] = hash(unhashed[slot], 0, unhashed[slot].byteSize(), addressHashes[slot]);
        }
        Arrays.fill(unhashed, null);
    }

    private static long addressHash(AddressPair addresses) {
        long hash = addresses.sourceLow * 31 + addresses.destinationLow * 0x9E3779B97F4A7C15L;
        hash += addresses.sourceHigh * 7 + addresses.destinationHigh * 13;
        return hash + addresses.sourcePort * 65_537L + addresses.destinationPort;
    }

    /** The head has what tells messages apart, and the length much of the rest. */
    private static long hash(MemorySegment bytes, long from, long to, long addressHash) {
        long hash = (addressHash + (to - from)) * 0xD6E8FEB86659FD93L;
        long end = Math.min(to, from + HEAD);
        for (long at = from; at + 8 <= end; at += 8) {
            hash = (hash ^ Bytes.i64(bytes, at)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
