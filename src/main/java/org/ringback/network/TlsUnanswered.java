package org.ringback.network;

import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * A connection on which a client began TLS and the server said nothing of TLS.
 *
 * @param hello with what it began
 * @param ending what came instead
 * @param end the packet that shows this; empty for silence
 */
public record TlsUnanswered(ClientHello hello, Ending ending, Optional<Sighting> end) implements NetworkEvent {

    /** What the server did. */
    public enum Ending {
        SILENCE,
        /** It does not even acknowledge what the client sends again and again: that gets lost. */
        NOT_ACKNOWLEDGED,
        CLOSED,
        RESET,
        /** It sent something that is no TLS. */
        NO_TLS
    }

    @Override
    public Stream<Sighting> packets() {
        return Stream.concat(Stream.of(hello.seen()), end.stream());
    }

    @Override
    public String label() {
        return switch (ending) {
            case SILENCE, NOT_ACKNOWLEDGED -> "TLS ClientHello";
            case CLOSED -> "TCP FIN";
            case RESET -> "TCP RST";
            case NO_TLS -> "TCP";
        };
    }

    @Override
    public Sighting seen() {
        return end.orElse(hello.seen());
    }

    @Override
    public Endpoint from() {
        return hello.seen().source();
    }

    @Override
    public Endpoint to() {
        return hello.seen().destination();
    }
}
