package org.ringback.capture.stream;

import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Witness;

/** What all TCP streams of a file share. */
public final class TcpStreams {

    final Output output;
    final Hep hep;
    final Buffers buffers;
    final Witness witness;

    /** Segments that wait for an earlier one. */
    public int waiting;

    /** Directions that are unpacked. */
    public int inflations;

    /** Bytes held back in buffers. */
    public long held;

    /** @param witness sees packets of media that a stream carries */
    public TcpStreams(Output output, Hep hep, Buffers buffers, Witness witness) {
        this.output = output;
        this.hep = hep;
        this.buffers = buffers;
        this.witness = witness;
    }
}
