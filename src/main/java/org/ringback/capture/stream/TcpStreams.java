package org.ringback.capture.stream;

import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Output;

/** What all TCP streams of a file share. */
public final class TcpStreams {

    final Output output;
    final Hep hep;
    final Buffers buffers;

    /** Segments that wait for an earlier one. */
    public int waiting;

    /** Directions that are unpacked. */
    public int inflations;

    /** Bytes held back in buffers. */
    public long held;

    public TcpStreams(Output output, Hep hep, Buffers buffers) {
        this.output = output;
        this.hep = hep;
        this.buffers = buffers;
    }
}
