package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/** Follows handshakes of DTLS by their addresses until they are encrypted (RFC 6347, sections 4.1 and 4.2). */
final class DtlsTable {

    private static final int RECORD_HEADER = 13;
    private static final int MESSAGE_HEADER = 12;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int CERTIFICATE = 11;
    private static final int FATAL = 2;

    /** That a record is encrypted, which no type of one in the clear says. */
    private static final int SECRET = 256;

    private static final int MOST_RECORDS = 16;

    /** Longer than what telephones and browsers show, which have to fit into a few datagrams. */
    private static final int LONGEST = 1 << 13;

    private static final class Followed {
        private final Moment first;
        private Moment last;
        private long hellos;
        private boolean answered;
        private DtlsHandshake.Alert alert;
        private boolean begunAgain;
        private boolean clientIsSecret;
        private boolean serverIsSecret;
        private final List<DtlsHandshake.Shown> shown = new ArrayList<>(2);
        private final Gathered ofClient = new Gathered();
        private final Gathered ofServer = new Gathered();

        private Followed(Moment first) {
            this.first = first;
            last = first;
        }
    }

    /** The certificate of one side, whose fragments come in several datagrams. */
    private static final class Gathered {
        private byte[] body = {};
        private int whole;
        private boolean told;
    }

    private final long seed = new SplittableRandom().nextLong();
    private final PairKey asked = new PairKey(seed);
    private final Map<PairKey, Followed> table = new HashMap<>();
    private final Beyond beyond = new Beyond();

    /**
     * Whether a datagram begins with an encrypted record of DTLS 1.3, whose header has no version (RFC 9147, 4): by its first bits,
     * and because the two that talk have begun a handshake that the server answered.
     */
    boolean secret(Packet packet, long from, long to) {
        if (table.isEmpty() || to - from < RECORD_HEADER || (Bytes.u8(packet.bytes, from) & 0xE0) != 0x20) {
            return false;
        }
        Followed begun = table.get(asked.with(packet.addresses));
        if (begun == null) {
            begun = table.get(asked.reversed(packet.addresses));
        }
        return begun != null && begun.answered;
    }

    /** A datagram that is DTLS: several records may follow each other in it. */
    void add(Packet packet, long from, long to, long time) {
        MemorySegment bytes = packet.bytes;
        long at = from;
        for (int i = 0; i < MOST_RECORDS && to - at >= RECORD_HEADER; i++) {
            long body = at + RECORD_HEADER;
            long end = body + Bytes.u16(bytes, at + 11);
            // Those of DTLS 1.3 that are encrypted have another header.
            boolean readable = Bytes.u8(bytes, at + 1) == 0xFE && Bytes.u16(bytes, at + 3) == 0 && end <= to;
            int type = readable ? Bytes.u8(bytes, at) : secret(bytes, at) ? SECRET : 0;
            record(packet, type, body, readable ? end : to, time);
            if (!readable) {
                return;
            }
            at = end;
        }
    }

    /** Whether a record is encrypted: in a later epoch, or of DTLS 1.3 (RFC 9147, 4). */
    private static boolean secret(MemorySegment bytes, long at) {
        int first = Bytes.u8(bytes, at);
        return (first & 0xE0) == 0x20 || (Bytes.u8(bytes, at + 1) == 0xFE && Bytes.u16(bytes, at + 3) != 0);
    }

    private void record(Packet packet, int type, long from, long to, long time) {
        var now = new Moment(time, packet.frame);
        if (type == HANDSHAKE && to - from >= MESSAGE_HEADER && Bytes.u8(packet.bytes, from) == CLIENT_HELLO) {
            hello(packet, now);
            return;
        }
        Followed begun = table.get(asked.reversed(packet.addresses));
        boolean client = begun == null;
        if (client) {
            begun = table.get(asked.with(packet.addresses));
        }
        if (begun == null) {
            return;
        }
        begun.answered |= !client;
        begun.clientIsSecret |= client && type == SECRET;
        begun.serverIsSecret |= !client && type == SECRET;
        if (begun.begunAgain && !client && type == HANDSHAKE) {
            // The server goes on with what the client began after the alert.
            begun.alert = null;
            begun.begunAgain = false;
        }
        if (type == HANDSHAKE) {
            messages(begun, client, packet.bytes, from, to, now);
        } else if (type == ALERT
                && to - from == 2
                && Bytes.u8(packet.bytes, from) == FATAL
                && begun.alert == null
                && !(begun.clientIsSecret && begun.serverIsSecret)) {
            begun.alert = new DtlsHandshake.Alert(client, now, Bytes.u8(packet.bytes, from + 1));
        }
    }

    private void hello(Packet packet, Moment now) {
        Followed begun = table.get(asked.with(packet.addresses));
        if (begun == null) {
            if (table.size() >= Limits.DTLS_HANDSHAKES) {
                beyond.add(now.time());
                return;
            }
            begun = new Followed(now);
            table.put(new PairKey(seed).with(packet.addresses), begun);
        }
        begun.begunAgain |= begun.alert != null;
        begun.hellos++;
        begun.last = now;
    }

    private static void messages(Followed begun, boolean client, MemorySegment bytes, long from, long to, Moment now) {
        for (long at = from; to - at >= MESSAGE_HEADER; ) {
            int length = (Bytes.u8(bytes, at + 9) << 16) + Bytes.u16(bytes, at + 10);
            long body = at + MESSAGE_HEADER;
            if (to - body < length) {
                return;
            }
            if (Bytes.u8(bytes, at) == CERTIFICATE) {
                certificate(begun, client, bytes, at, length, now);
            }
            at = body + length;
        }
    }

    /** Fragments come in order, and those that do not come again. */
    private static void certificate(
            Followed begun, boolean client, MemorySegment bytes, long at, int length, Moment now) {
        Gathered side = client ? begun.ofClient : begun.ofServer;
        int whole = (Bytes.u8(bytes, at + 1) << 16) + Bytes.u16(bytes, at + 2);
        int offset = (Bytes.u8(bytes, at + 6) << 16) + Bytes.u16(bytes, at + 7);
        if (side.told || whole > LONGEST || offset > side.body.length || whole - offset < length) {
            return;
        }
        if (side.whole != whole) {
            if (offset != 0) {
                return;
            }
            side.whole = whole;
            side.body = new byte[0];
        }
        // It grows with what comes: whoever only says that it is long takes no memory.
        side.body = Arrays.copyOf(side.body, Math.max(side.body.length, offset + length));
        Bytes.copy(bytes, at + MESSAGE_HEADER, side.body, offset, length);
        if (side.body.length == whole) {
            side.told = true;
            first(side.body)
                    .ifPresent(range -> begun.shown.add(
                            new DtlsHandshake.Shown(client, now, Fingerprints.of(side.body, range.from, range.to))));
            side.body = new byte[0];
        }
    }

    private record Range(int from, int to) {}

    /** The sender's own certificate comes first (RFC 5246, 7.4.2): the length of the list, its own, and itself. */
    private static Optional<Range> first(byte[] body) {
        if (body.length < 6) {
            return Optional.empty();
        }
        int length = (body[3] & 0xFF) << 16 | (body[4] & 0xFF) << 8 | (body[5] & 0xFF);
        return length > 0 && length <= body.length - 6 ? Optional.of(new Range(6, 6 + length)) : Optional.empty();
    }

    /** The beginnings of those for which there was no room. */
    Optional<PassedOver> passedOver(int file) {
        return beyond.told(file, PassedOver.Kind.HANDSHAKES, Limits.DTLS_HANDSHAKES);
    }

    List<DtlsHandshake> followed(int file) {
        List<DtlsHandshake> all = new ArrayList<>(table.size());
        table.forEach((key, begun) -> all.add(new DtlsHandshake(
                file,
                StreamEnds.source(key.ends),
                StreamEnds.destination(key.ends),
                begun.hellos,
                begun.first,
                begun.last,
                begun.answered,
                begun.clientIsSecret && begun.serverIsSecret,
                Optional.ofNullable(begun.alert),
                begun.shown)));
        return all;
    }
}
