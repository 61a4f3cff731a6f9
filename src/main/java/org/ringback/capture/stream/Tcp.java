package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/** RFC 9293: finds the connection and the direction of each segment. */
public final class Tcp {

    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    private static final int ACK = 16;
    private static final int HEADER = 20;
    /** One byte that came before asks whether the other side is still there. */
    private static final int KEEP_ALIVE = 1;

    private final TcpConnections connections;
    private final Output output;
    private final Witness witness;

    public Tcp(Output output, Hep hep, Buffers buffers, Witness witness) {
        this.output = output;
        this.witness = witness;
        connections = new TcpConnections(output, hep, buffers, witness);
    }

    public void read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < HEADER) {
            return;
        }
        int flags = Bytes.u8(bytes, from + 13);
        long data = TcpOptions.end(bytes, from, to);
        packet.addresses.sourcePort = Bytes.u16(bytes, from);
        packet.addresses.destinationPort = Bytes.u16(bytes, from + 2);
        witness.segment(packet, from, data, to);
        TcpConnection connection = connections.find(packet.addresses);
        if (connection == null) {
            if (data == to && (flags & SYN) == 0) {
                return;
            }
            connection = connections.add(packet.addresses, packet.frame);
        }
        connection.lastFrame = packet.frame;
        boolean forward = connection.addresses.same(packet.addresses);
        TcpStream stream = forward ? connection.forward : connection.backward;
        TcpStream other = forward ? connection.backward : connection.forward;
        if ((flags & ACK) != 0) {
            other.acknowledged(Bytes.i32(bytes, from + 8), packet.time, packet.frame);
        }
        if (data < to || (flags & (SYN | FIN | RST)) != 0) {
            StreamContent content = forward ? connection.forwardContent : connection.backwardContent;
            StreamContent answers = forward ? connection.backwardContent : connection.forwardContent;
            int number = Bytes.i32(bytes, from + 4);
            boolean astray = content.barelyHeard() && !answers.http() && stream.elsewhere(number);
            if (content.deaf() && goesOn(content, answers, astray, bytes, data, to)) {
                content.revive();
            }
            content.marked(packet.dscp);
            int size = (int) (to - data);
            if (size > KEEP_ALIVE && content.carriedSip() && stream.repeats(number, number + size)) {
                witness.repeated(packet, number + size, size);
            }
            boolean known = content.encrypted() || answers.encrypted();
            stream.segment(packet, flags, number, data, to);
            if (!known && content.encrypted() && Tls.onPortOfSip(packet.addresses)) {
                output.unusable(packet.frame, Unusable.Reason.ENCRYPTED, packet.addresses.text());
            }
            if (content.http()) {
                answers.answersHttp();
            }
        }
    }

    /**
     * Whether what was taken for no SIP is SIP.
     *
     * @param astray whether the little that was heard of it does not stand before this segment
     */
    private static boolean goesOn(
            StreamContent content, StreamContent answers, boolean astray, MemorySegment bytes, long from, long to) {
        return WebSocket.startsWithSip(bytes, from, to)
                || (content.dropped() && answers.carriedSip())
                || (astray && MessageFramer.startsUsual(bytes, from, to));
    }

    public void end() {
        connections.end();
    }
}
