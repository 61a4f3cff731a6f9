package org.ringback.capture;

/** What all TCP streams of a file share. */
final class TcpStreams {

    final Output output;
    final Hep hep;
    final Buffers buffers;

    /** Segments that wait for an earlier one. */
    int waiting;

    /** Directions that are unpacked. */
    int inflations;

    /** Bytes held back in buffers. */
    long held;

    TcpStreams(Output output, Hep hep, Buffers buffers) {
        this.output = output;
        this.hep = hep;
        this.buffers = buffers;
    }
}
