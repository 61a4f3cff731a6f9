package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.AddressText;

/**
 * What matters of a DNS message with one question (RFC 1035 section 4).
 *
 * @param response whether it is one, and no query
 * @param code the response code
 * @param name in lower case, without the dot at its end
 * @param records whether a record of the kind that was asked for is in the answer, or it was too long to be sent by UDP
 * @param cut whether the rest was too long to be sent by UDP, so that it is asked for by TCP (RFC 7766)
 * @param targets the hosts that SRV records name, or the addresses in A and AAAA records; of very many not all
 */
record DnsMessage(
        int id,
        boolean response,
        int code,
        String name,
        DnsLookup.Type type,
        boolean records,
        boolean cut,
        List<String> targets) {

    private static final int HEADER = 12;
    private static final int INTERNET = 1;

    /** More records than fit into what UDP mostly carries. */
    private static final int MOST_RECORDS = 128;

    /** Services with more servers than this have some that exist. */
    private static final int MOST_TARGETS = 16;

    /** Reads one; empty if it is damaged, or asks for what SIP does not need. */
    static Optional<DnsMessage> read(MemorySegment bytes, long from, long to) {
        if (to - from < HEADER + 5) {
            return Optional.empty();
        }
        int flags = Bytes.u16(bytes, from + 2);
        boolean query = (flags & 0x7800) == 0;
        if (!query || Bytes.u16(bytes, from + 4) != 1) {
            return Optional.empty();
        }
        var name = new StringBuilder();
        long at = DnsName.read(bytes, from, from + HEADER, to, name);
        if (at < 0 || to - at < 4 || Bytes.u16(bytes, at + 2) != INTERNET) {
            return Optional.empty();
        }
        boolean response = (flags & 0x8000) != 0;
        boolean cut = (flags & 0x0200) != 0;
        int answers = Bytes.u16(bytes, from + 6);
        long records = at + 4;
        return DnsLookup.Type.of(Bytes.u16(bytes, at))
                .map(type -> new DnsMessage(
                        Bytes.u16(bytes, from),
                        response,
                        flags & 0xF,
                        name.toString(),
                        type,
                        cut || holds(bytes, records, to, answers, type),
                        cut,
                        targets(bytes, from, records, to, answers, type)));
    }

    /** None if any cannot be read: nobody shall think that these are all. */
    private static List<String> targets(
            MemorySegment bytes, long message, long from, long to, int answers, DnsLookup.Type type) {
        List<String> targets = new ArrayList<>(1);
        long at = from;
        for (int record = 0; record < answers; record++) {
            at = DnsName.skip(bytes, at, to);
            if (at < 0 || to - at < 10 || record == MOST_TARGETS) {
                return List.of();
            }
            int length = Bytes.u16(bytes, at + 8);
            if (Bytes.u16(bytes, at) == type.number() && type != DnsLookup.Type.NAPTR) {
                Optional<String> target = target(bytes, message, at + 10, Math.min(to, at + 10 + length), type);
                if (target.isEmpty()) {
                    return List.of();
                }
                targets.add(target.get());
            }
            at += 10 + length;
        }
        return targets;
    }

    /** What a record leads to. */
    private static Optional<String> target(
            MemorySegment bytes, long message, long data, long end, DnsLookup.Type type) {
        if (type == DnsLookup.Type.A) {
            return end - data == 4 ? Optional.of(AddressText.of(false, 0, Bytes.u32(bytes, data))) : Optional.empty();
        }
        if (type == DnsLookup.Type.AAAA) {
            return end - data == 16
                    ? Optional.of(AddressText.of(true, Bytes.i64(bytes, data), Bytes.i64(bytes, data + 8)))
                    : Optional.empty();
        }
        var host = new StringBuilder();
        return DnsName.read(bytes, message, data + 6, end, host) < 0 ? Optional.empty() : Optional.of(host.toString());
    }

    /** Whether one of so many records is of this kind, and names a server. */
    private static boolean holds(MemorySegment bytes, long from, long to, int answers, DnsLookup.Type type) {
        long at = from;
        for (int record = 0; record < Math.min(answers, MOST_RECORDS); record++) {
            at = DnsName.skip(bytes, at, to);
            if (at < 0 || to - at < 10) {
                // What the capture has cut off may have been it.
                return true;
            }
            int kind = Bytes.u16(bytes, at);
            int length = Bytes.u16(bytes, at + 8);
            at += 10;
            if (kind == type.number() && !nowhere(bytes, type, at, to, length)) {
                return true;
            }
            at += length;
        }
        return false;
    }

    /** The target "." says that there is no such service (RFC 2782). */
    private static boolean nowhere(MemorySegment bytes, DnsLookup.Type type, long at, long to, int length) {
        return type == DnsLookup.Type.SRV && length == 7 && to - at >= 7 && Bytes.u8(bytes, at + 6) == 0;
    }
}
