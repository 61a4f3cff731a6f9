package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;

/** Reads the packets of a file one after the other: where it is, and what the packet is that it has at hand. */
abstract class PacketReader implements RecordReader {

    final MemorySegment bytes;
    final long size;
    final Layers layers;
    final Output output;
    final Packet packet = new Packet();
    /** Where the next record begins; maybe behind the end of a file that was cut. */
    long at;

    PacketReader(MemorySegment bytes, Layers layers, Output output) {
        this.bytes = bytes;
        this.layers = layers;
        this.output = output;
        size = bytes.byteSize();
        packet.bytes = bytes;
    }

    @Override
    public final long time() {
        return packet.time;
    }

    @Override
    public final long position() {
        return Math.min(at, size);
    }

    @Override
    public final long packets() {
        return packet.frame;
    }
}
