package org.ringback.media;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Gives the packets of chosen streams of one file to whoever wants them, whole, in the order of the file. */
public final class PacketsOf implements Witness {

    /** Takes what is asked for. */
    public interface Taker {

        /**
         * A packet of a stream.
         *
         * @param time as {@link Captured#time()}
         * @param bytes from the first of the RTP header to the last of the datagram; a copy
         */
        void packet(MediaStream stream, long time, byte[] bytes);
    }

    private final long offset;
    private final Map<Key, MediaStream> wanted = new HashMap<>();
    private final Taker taker;

    private record Key(Endpoint source, Endpoint destination, long ssrc) {}

    /**
     * For one file.
     *
     * @param file its index in the order given; streams of others are not looked for
     */
    public PacketsOf(int file, long offset, Set<MediaStream> streams, Taker taker) {
        this.offset = offset;
        this.taker = taker;
        for (MediaStream stream : streams) {
            if (stream.file() == file) {
                wanted.put(new Key(stream.source(), stream.destination(), stream.ssrc()), stream);
            }
        }
    }

    @Override
    public void datagram(Packet packet, long from, long to) {
        if (packet.missing > 0
                || wanted.isEmpty()
                || !Rtp.is(packet.bytes, Rtp.head(packet.bytes, from, to), from, to, 0)) {
            return;
        }
        AddressPair addresses = packet.addresses;
        long ssrc = Rtp.ssrc(packet.bytes, from) & 0xFFFF_FFFFL;
        if (wanted.keySet().stream().noneMatch(key -> key.ssrc == ssrc)) {
            return;
        }
        MediaStream stream = wanted.get(new Key(StreamEnds.source(addresses), StreamEnds.destination(addresses), ssrc));
        if (stream != null) {
            byte[] bytes = new byte[(int) (to - from)];
            Bytes.copy(packet.bytes, from, bytes, 0, bytes.length);
            long time = packet.time == Captured.NO_TIME ? packet.time : Captured.told(packet.time + offset);
            taker.packet(stream, time, bytes);
        }
    }
}
