package org.ringback.capture.text;

import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * What a log says about a message in the line before it.
 *
 * @param time as in {@link Captured}
 * @param bytes length of what was sent or received, or -1
 * @param dotted whether the log prints a dot for a carriage return
 */
record Frame(long time, Endpoint source, Endpoint destination, Transport transport, long bytes, boolean dotted) {

    static final Frame UNKNOWN = between(Captured.NO_TIME, Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN);

    static Frame between(long time, Endpoint source, Endpoint destination, Transport transport) {
        return new Frame(time, source, destination, transport, -1, false);
    }

    /** A log that names only the other side, or not even that. */
    static Frame with(long time, boolean received, Endpoint peer, Transport transport) {
        return received
                ? between(time, peer, Endpoint.LOG_WRITER, transport)
                : between(time, Endpoint.LOG_WRITER, peer, transport);
    }

    /** Whether it names an address. */
    boolean tellsPlaces() {
        return !source.host().isEmpty() || !destination.host().isEmpty();
    }

    /** What this one does not say, as the other one says it. */
    Frame filledFrom(Frame other) {
        boolean places = !source.equals(Endpoint.UNKNOWN) || !destination.equals(Endpoint.UNKNOWN);
        return new Frame(
                time == Captured.NO_TIME ? other.time : time,
                places ? source : other.source,
                places ? destination : other.destination,
                transport == Transport.UNKNOWN ? other.transport : transport,
                bytes,
                dotted);
    }

    Frame at(long otherTime) {
        return new Frame(otherTime, source, destination, transport, bytes, dotted);
    }

    /** With the endpoints of another one, and its transport where this one has none. */
    Frame between(Frame other) {
        return new Frame(
                time,
                other.source,
                other.destination,
                transport == Transport.UNKNOWN ? other.transport : transport,
                bytes,
                dotted);
    }

    Frame ofBytes(long count) {
        return new Frame(time, source, destination, transport, count, dotted);
    }

    Frame withDots() {
        return new Frame(time, source, destination, transport, bytes, true);
    }

    /** Whether the log prints what was read from a stream, as it came: a part of a message, or several. */
    boolean partOfStream() {
        return bytes >= 0 && !wholeMessage();
    }

    /** Whether one frame is one message: not on a stream, where a read may give any part. */
    boolean wholeMessage() {
        return bytes >= 0 && (transport == Transport.UDP || transport == Transport.UNKNOWN);
    }
}
