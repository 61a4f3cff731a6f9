package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.stream.Tcp;
import org.ringback.capture.stream.TcpStream;
import org.ringback.capture.stream.TcpStreams;

/** Segments of one stream as one reads them, one microsecond and one frame apart, and what becomes of them. */
final class Segments {

    static final int NONE = 0;

    final Fuzzed file = new Fuzzed(Sip.bytes("0123456789abcdefghijklmnopqrstuvwxyz"));
    final TcpStreams streams =
            new TcpStreams(file.output, new Hep(file.output, file.buffers), file.buffers, Witness.BLIND);
    final ToldStream content = new ToldStream();
    final TcpStream stream = new TcpStream(content, streams);
    final Packet packet = new Packet();
    int first;

    Segments() {
        packet.time = 0;
    }

    /** A segment of the file's bytes, one microsecond and one frame after the one before. */
    Segments segment(int flags, int from, int to) {
        packet.bytes = file.bytes;
        packet.frame++;
        packet.time++;
        stream.segment(packet, flags, first + from, from, to);
        return this;
    }

    Segments segment(int from, int to) {
        return segment(NONE, from, to);
    }

    /** The begin of a connection, whose first byte is that of the file. */
    Segments begun() {
        return segment(Tcp.SYN, -1, -1);
    }

    Segments acknowledged(int position) {
        packet.frame++;
        packet.time++;
        stream.acknowledged(first + position, packet.time, packet.frame);
        return this;
    }

    Segments later(long micros) {
        packet.time += micros - 1;
        return this;
    }

    Segments tells(String... expected) {
        assertThat(content.told).containsExactly(expected);
        content.told.clear();
        return this;
    }

    /** One byte, at whatever place of the stream. */
    void waits(int position) {
        stream.segment(packet, NONE, first + position, 0, 1);
    }

    /** The stream has ended, and nothing of it waits any more. */
    void end() {
        stream.end();
        assertThat(streams.waiting).isZero();
        file.close();
    }
}
