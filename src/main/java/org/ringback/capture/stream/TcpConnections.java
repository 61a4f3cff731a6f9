package org.ringback.capture.stream;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.SplittableRandom;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Leftovers;
import org.ringback.capture.wire.Limits;

/** All connections of a file by their addresses: a hash table with open addressing, so that to look up allocates nothing. */
final class TcpConnections {

    private final TcpStreams shared;
    private final Leftovers leftovers = new Leftovers();
    private final long seed = new SplittableRandom().nextLong();
    private TcpConnection[] table = new TcpConnection[64];
    private int count;

    TcpConnections(Output output, Hep hep, Buffers buffers, Witness witness) {
        shared = new TcpStreams(output, hep, buffers, witness);
    }

    /** The connection that a packet with these addresses belongs to, in whichever direction, or null. */
    TcpConnection find(AddressPair addresses) {
        return table[slot(addresses)];
    }

    TcpConnection add(AddressPair addresses, long frame) {
        if (count >= Limits.CONNECTIONS) {
            makeRoom(frame);
        }
        var connection = new TcpConnection(addresses, shared);
        put(connection);
        return connection;
    }

    private void put(TcpConnection connection) {
        if (2 * (count + 1) > table.length) {
            rehash(table, table.length * 2);
        }
        table[slot(connection.addresses)] = connection;
        count++;
    }

    private int slot(AddressPair addresses) {
        int mask = table.length - 1;
        int slot = addresses.hash(seed) & mask;
        while (table[slot] != null
                && !table[slot].addresses.same(addresses)
                && !table[slot].addresses.reverseOf(addresses)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash(TcpConnection[] kept, int size) {
        table = new TcpConnection[size];
        count = 0;
        for (TcpConnection connection : kept) {
            if (connection != null) {
                table[slot(connection.addresses)] = connection;
                count++;
            }
        }
    }

    /** Forgets the connections that carry no SIP; if these are not half of all, the oldest too. */
    private void makeRoom(long frame) {
        TcpConnection[] all = Arrays.stream(table)
                .filter(Objects::nonNull)
                .sorted(Comparator.<TcpConnection>comparingInt(connection -> connection.dropped() ? 0 : 1)
                        .thenComparingLong(connection -> connection.lastFrame))
                .toArray(TcpConnection[]::new);
        int kept = all.length / 2;
        boolean lost = false;
        for (int old = 0; old < all.length - kept; old++) {
            lost |= !all[old].dropped();
            all[old].end();
        }
        if (lost) {
            shared.output.limit(frame, "CONNECTIONS");
        }
        rehash(Arrays.copyOfRange(all, all.length - kept, all.length), table.length);
        Arrays.fill(all, null);
        leftovers.forgotten();
    }

    void end() {
        for (TcpConnection connection : table) {
            if (connection != null) {
                connection.end();
            }
        }
    }
}
