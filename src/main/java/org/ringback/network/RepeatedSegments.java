package org.ringback.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;

/** Segments that are sent again, until the other side acknowledges them. */
final class RepeatedSegments {

    /** Fewer may be a moment's loss: by the fourth, seconds have passed. */
    private static final int PROOF = 3;

    /** Nobody sends again sooner (RFC 6298, 2.4 wants a second, systems take 200 ms); what comes sooner was captured twice. */
    private static final long SOONEST = 150_000;

    private final Gathered gathered;
    private final long seed = new SplittableRandom().nextLong();
    private final ConnectionKey asked = new ConnectionKey(seed);
    private final Map<ConnectionKey, Repeated> open = new LinkedHashMap<>();

    RepeatedSegments(Gathered gathered) {
        this.gathered = gathered;
    }

    private static final class Repeated {
        private final AddressPair sender = new AddressPair();
        private final int end;
        private final long size;
        private int tries;
        private long time = Captured.NO_TIME;
        private Sighting proof;
        private Sighting last;

        Repeated(Packet packet, int end, long size) {
            sender.set(packet.addresses);
            this.end = end;
            this.size = size;
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void add(Packet packet, int end, long size) {
        Repeated repeated = open.get(asked.with(packet.addresses));
        if (repeated == null || !repeated.sender.same(packet.addresses) || end - repeated.end < 0) {
            if (repeated == null && open.size() >= Limits.WATCHED_CONNECTIONS) {
                return;
            }
            repeated = new Repeated(packet, end, size);
            open.put(new ConnectionKey(seed).with(packet.addresses), repeated);
        }
        boolean again = end == repeated.end
                && packet.time != Captured.NO_TIME
                && (repeated.time == Captured.NO_TIME || packet.time - repeated.time >= SOONEST);
        if (again) {
            repeated.tries++;
            repeated.time = packet.time;
            repeated.last = gathered.seen(packet, Sighting.Kind.TCP);
            if (repeated.tries == PROOF) {
                repeated.proof = repeated.last;
            }
        }
    }

    /** Somebody acknowledges what comes before a number. */
    void acknowledged(Packet packet, int number) {
        Repeated repeated = open.get(asked.with(packet.addresses));
        if (repeated != null && repeated.sender.reverseOf(packet.addresses) && number - repeated.end >= 0) {
            open.remove(asked);
        }
    }

    void end() {
        for (Repeated repeated : open.values()) {
            if (repeated.tries >= PROOF) {
                gathered.add(new SegmentUnacknowledged(repeated.proof, repeated.last, repeated.tries, repeated.size));
            }
        }
        open.clear();
    }
}
