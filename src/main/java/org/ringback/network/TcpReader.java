package org.ringback.network;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;
import org.ringback.network.Connection.State;

/**
 * How connections begin and end. Only those are looked up of which something may be told: a segment that carries data over an
 * open connection costs a glance at its flags.
 */
final class TcpReader {

    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    private final Gathered gathered;
    private final long seed = new SplittableRandom().nextLong();
    private final ConnectionKey asked = new ConnectionKey(seed);
    private final Map<ConnectionKey, Connection> known = new LinkedHashMap<>();
    private final Set<Connection> opening = new LinkedHashSet<>();
    private final Set<Connection> shaking = new LinkedHashSet<>();

    private final RepeatedSegments repeated;

    /** When the last packet came, by the file's own clock. */
    private long last = Captured.NO_TIME;

    TcpReader(Gathered gathered) {
        this.gathered = gathered;
        repeated = new RepeatedSegments(gathered);
    }

    void repeated(Packet packet, int end, long size) {
        repeated.add(packet, end, size);
    }

    /** Something else was captured, so that who waits goes on waiting. */
    void passes(long time) {
        last = time == Captured.NO_TIME ? last : time;
    }

    void read(Packet packet, long from, long data, long to) {
        passes(packet.time);
        int flags = Bytes.u8(packet.bytes, from + 13);
        if (!repeated.isEmpty() && (flags & ACK) != 0) {
            repeated.acknowledged(packet, Bytes.i32(packet.bytes, from + 8));
        }
        boolean tells = (flags & (SYN | FIN | RST)) != 0 || TlsRecords.begins(packet.bytes, data, to);
        if (!tells && opening.isEmpty() && shaking.isEmpty()) {
            return;
        }
        Connection connection = known.get(asked.with(packet.addresses));
        if (connection != null && connection.state == State.OPENING) {
            connection = opened(connection, packet, flags);
        }
        if (connection != null && connection.state == State.HANDSHAKE) {
            connection.handshake.segment(packet, flags, from, data, to);
        }
        if ((flags & RST) != 0) {
            reset(connection, packet);
        } else if ((flags & SYN) != 0) {
            if ((flags & ACK) == 0) {
                open(connection, packet);
            }
        } else {
            if (tells && data < to && (connection == null || connection.state == State.OPENING)) {
                connection = begin(packet, from, data, to);
            }
            if ((flags & FIN) != 0) {
                close(connection, packet);
            }
        }
        if (connection != null && connection.state == State.HANDSHAKE && connection.handshake.over()) {
            ended(connection);
            known.remove(connection.key);
        }
    }

    private void open(Connection connection, Packet packet) {
        Sighting seen = gathered.seen(packet, Sighting.Kind.TCP);
        giveUp(seen.time());
        if (connection != null && (connection.state != State.OPENING || !connection.fromClient(packet.addresses))) {
            forget(connection);
            connection = null;
        }
        if (connection == null) {
            connection = remember(packet.addresses, State.OPENING);
            connection.opening = seen;
            opening.add(connection);
        }
        boolean again = connection.tries == 0 || Handshake.sentAgain(connection.lastOpening.time(), seen.time());
        connection.tries += again ? 1 : 0;
        connection.lastOpening = seen;
    }

    /** Any acknowledgment of either side shows that the connection was accepted, also where only one side was captured. */
    private Connection opened(Connection connection, Packet packet, int flags) {
        boolean refused = (flags & RST) != 0 && !connection.fromClient(packet.addresses);
        if (refused) {
            opening.remove(connection);
            connection.state = State.ENDED;
            gathered.add(new ConnectionRefused(gathered.seen(packet, Sighting.Kind.TCP), connection.lastOpening));
            return connection;
        }
        if ((flags & ACK) != 0 && (flags & RST) == 0) {
            forget(connection);
            return null;
        }
        return connection;
    }

    private void reset(Connection connection, Packet packet) {
        if (connection == null) {
            gathered.add(new ConnectionReset(gathered.seen(packet, Sighting.Kind.TCP)));
            remember(packet.addresses, State.ENDED);
        } else if (connection.state == State.HANDSHAKE) {
            connection.handshake.ended(TlsUnanswered.Ending.RESET, packet);
            gathered.add(new ConnectionReset(gathered.seen(packet, Sighting.Kind.TCP)));
            ended(connection);
        } else if (connection.state == State.OPENING) {
            // Who asked for it wants it no more.
            forget(connection);
        }
    }

    private void close(Connection connection, Packet packet) {
        if (connection == null) {
            gathered.add(new ConnectionClosed(gathered.seen(packet, Sighting.Kind.TCP)));
            remember(packet.addresses, State.ENDED);
        } else if (connection.state == State.HANDSHAKE) {
            connection.handshake.ended(TlsUnanswered.Ending.CLOSED, packet);
            gathered.add(new ConnectionClosed(gathered.seen(packet, Sighting.Kind.TCP)));
            ended(connection);
        }
    }

    /** A record of TLS on a connection of which no handshake is read: one may begin, or an alert answer something else. */
    private Connection begin(Packet packet, long from, long data, long to) {
        if (TlsRecords.alert(packet.bytes, data, to)) {
            int level = Bytes.u8(packet.bytes, data + TlsRecords.HEADER);
            int description = Bytes.u8(packet.bytes, data + TlsRecords.HEADER + 1);
            gathered.add(new TlsAlert(gathered.seen(packet, Sighting.Kind.TLS), level, description, Optional.empty()));
            return null;
        }
        if (!TlsRecords.clientHello(packet.bytes, data, to)) {
            return null;
        }
        if (shaking.size() >= Limits.HANDSHAKES) {
            Connection oldest = shaking.iterator().next();
            forget(oldest);
        }
        Connection connection = remember(packet.addresses, State.HANDSHAKE);
        connection.handshake = new Handshake(gathered, packet, from);
        shaking.add(connection);
        connection.handshake.segment(packet, ACK, from, data, to);
        return connection;
    }

    private Connection remember(AddressPair addresses, State state) {
        if (known.size() >= Limits.WATCHED_CONNECTIONS) {
            forget(known.values().iterator().next());
        }
        var connection = new Connection(new ConnectionKey(seed).with(addresses));
        connection.state = state;
        known.put(connection.key, connection);
        return connection;
    }

    private void ended(Connection connection) {
        shaking.remove(connection);
        connection.state = State.ENDED;
        connection.handshake = null;
    }

    private void forget(Connection connection) {
        known.remove(connection.key);
        opening.remove(connection);
        shaking.remove(connection);
    }

    /** Nobody waits longer for the oldest connections. */
    private void giveUp(long time) {
        Iterator<Connection> oldest = opening.iterator();
        while (oldest.hasNext()) {
            Connection next = oldest.next();
            if (!next.waitedLongerThan(Limits.OPENING, time)) {
                return;
            }
            oldest.remove();
            known.remove(next.key);
            unanswered(next);
        }
    }

    private void unanswered(Connection connection) {
        gathered.add(new SynUnanswered(connection.lastOpening, connection.opening, connection.tries));
    }

    void end() {
        repeated.end();
        opening.forEach(this::unanswered);
        shaking.forEach(connection -> connection.handshake.giveUp(last));
        opening.clear();
        shaking.clear();
        known.clear();
    }
}
