package org.ringback.media;

import java.util.Optional;
import org.ringback.capture.wire.Captured;

/** Counts the packets for which a table has no room. */
final class Beyond {

    private long packets;
    private long since = Captured.NO_TIME;

    void add(long time) {
        if (packets == 0) {
            since = time;
        }
        packets++;
    }

    /** What was passed over, if anything was. */
    Optional<PassedOver> told(int file, PassedOver.Kind kind, int limit) {
        return packets == 0 ? Optional.empty() : Optional.of(new PassedOver(file, kind, limit, packets, since));
    }
}
