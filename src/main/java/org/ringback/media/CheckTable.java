package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/** Counts the checks of ICE by their addresses, with the answers that come back over the same way (RFC 8445, 7.2.5.2.1). */
final class CheckTable {

    private static final class Counted {
        private final String username;
        private final Moment first;
        private Moment last;
        private long requests;
        private long successes;
        private int code;
        private long refused;
        private Moment refusal;

        private Counted(String username, Moment first) {
            this.username = username;
            this.first = first;
        }
    }

    private final long seed = new SplittableRandom().nextLong();
    private final PairKey asked = new PairKey(seed);
    private final Map<PairKey, Counted> table = new HashMap<>();
    private final Beyond beyond = new Beyond();

    /** A datagram that is STUN. */
    void add(Packet packet, long from, long to, long time) {
        MemorySegment bytes = packet.bytes;
        switch (Stun.type(bytes, from)) {
            case Stun.REQUEST -> request(packet, Stun.username(bytes, from, to), time);
            case Stun.SUCCESS -> {
                Counted counted = table.get(asked.reversed(packet.addresses));
                if (counted != null) {
                    counted.successes++;
                }
            }
            case Stun.ERROR -> {
                Counted counted = table.get(asked.reversed(packet.addresses));
                int code = Stun.error(bytes, from, to);
                if (counted != null && code != 0) {
                    refused(counted, code, new Moment(time, packet.frame));
                }
            }
            default -> {
                // Keep-alives, and what a relay is asked for, check nothing.
            }
        }
    }

    private void request(Packet packet, String username, long time) {
        Counted counted = table.get(asked.with(packet.addresses));
        if (counted == null) {
            if (username.isEmpty()) {
                return;
            }
            if (table.size() >= Limits.FLOWS) {
                beyond.add(time);
                return;
            }
            counted = new Counted(username, new Moment(time, packet.frame));
            table.put(new PairKey(seed).with(packet.addresses), counted);
        }
        counted.requests++;
        counted.last = new Moment(time, packet.frame);
    }

    private static void refused(Counted counted, int code, Moment when) {
        if (counted.code != code) {
            counted.code = code;
            counted.refused = 0;
            counted.refusal = when;
        }
        counted.refused++;
    }

    /** The requests of those for which there was no room. */
    Optional<PassedOver> passedOver(int file) {
        return beyond.told(file, PassedOver.Kind.CHECKS, Limits.FLOWS);
    }

    List<ConnectivityChecks> counted(int file) {
        List<ConnectivityChecks> all = new ArrayList<>(table.size());
        table.forEach((key, counted) -> all.add(new ConnectivityChecks(
                file,
                StreamEnds.source(key.ends),
                StreamEnds.destination(key.ends),
                counted.username,
                counted.requests,
                counted.successes,
                counted.first,
                counted.last,
                counted.code == 0
                        ? Optional.empty()
                        : Optional.of(
                                new ConnectivityChecks.Refusal(counted.code, counted.refused, counted.refusal)))));
        return all;
    }
}
