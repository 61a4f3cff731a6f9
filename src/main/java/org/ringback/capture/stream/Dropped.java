package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;

/** A stream in which nothing is of use, and what it is instead of SIP. */
enum Dropped implements StreamProtocol {
    /** Nothing that is known here. */
    OTHER,
    /** HTTP that does not become WebSocket. */
    HTTP,
    /** TLS, which may be SIP that nobody can read. */
    ENCRYPTED;

    /** All of a range is passed over, and all that follows. */
    Step from(long to) {
        return new Step(to, this);
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        return from(to);
    }
}
