package org.ringback.media;

import java.util.Optional;
import org.ringback.capture.wire.Endpoint;

/**
 * Checks of connectivity that went from one endpoint to another (RFC 8445, 7.2): Binding requests of STUN with a user name.
 *
 * @param file index of the file in the order given
 * @param username of the first one: the fragment of the side that is asked, a colon, that of the side that asks
 * @param requests how many there were, retransmissions included
 * @param successes how often they were answered with success
 * @param refusal by which they were answered instead, the last code that came
 */
public record ConnectivityChecks(
        int file,
        Endpoint source,
        Endpoint destination,
        String username,
        long requests,
        long successes,
        Moment first,
        Moment last,
        Optional<Refusal> refusal) {

    /**
     * Error responses with one code (RFC 8489, 14.8).
     *
     * @param times how many came
     * @param first of them
     */
    public record Refusal(int code, long times, Moment first) {}
}
