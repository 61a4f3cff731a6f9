package org.ringback.network;

import java.util.stream.Stream;
import org.ringback.capture.wire.Sighting;

/**
 * A TCP segment with SIP that is sent again and again and never acknowledged, although the connection is open (RFC 9293,
 * section 3.8.1): it, or every acknowledgment, is lost on the way.
 *
 * @param seen the repetition that shows it
 * @param last the last one
 * @param tries how often it was sent again
 * @param size bytes of data in it
 */
public record SegmentUnacknowledged(Sighting seen, Sighting last, int tries, long size) implements NetworkEvent {
    @Override
    public Stream<Sighting> packets() {
        return Stream.of(seen, last);
    }

    @Override
    public String label() {
        return "TCP retransmission";
    }
}
