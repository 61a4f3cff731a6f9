package org.ringback.network;

import java.util.stream.Stream;
import org.ringback.capture.wire.Sighting;

/**
 * A connection that was asked for and neither accepted nor refused (RFC 9293 section 3.10.7.3).
 *
 * @param seen the last SYN
 * @param opening the first one
 * @param tries how many there were
 */
public record SynUnanswered(Sighting seen, Sighting opening, int tries) implements NetworkEvent {
    @Override
    public Stream<Sighting> packets() {
        return Stream.of(seen, opening);
    }

    @Override
    public String label() {
        return "TCP SYN";
    }
}
