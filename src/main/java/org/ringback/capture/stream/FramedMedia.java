package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.sip.MessageFramer;

/**
 * Packets of RTP and RTCP one after the other, each behind its length (RFC 4571). Is believed when several in a row are of one
 * source, or one looks for a way as ICE does; until then they are kept, and what proves to be something else has been read by nobody. Behind a loss the next packet
 * is known by its source.
 */
final class FramedMedia implements StreamProtocol {

    /** So many in a row. */
    private static final int BELIEVED = 3;

    /** And not many more before that. */
    private static final int MOST_KEPT = 8;

    /** So far one number may lie behind the one before it: more are not lost at once before anything is believed. */
    private static final int AHEAD = 16;

    /** After so many segments in which no packet begins the stream is something else. */
    private static final int MOST_ASTRAY = 64;

    private final Direction direction;
    private final Packet packet;
    private final List<Kept> kept = new ArrayList<>(BELIEVED);
    private boolean begun;
    private int source;
    private int sequence;
    private int inRow;
    private boolean believed;
    private boolean searching;
    private int astray;

    /** A packet that came before the stream was believed. */
    private record Kept(MemorySegment bytes, long time, long frame, long missing) {}

    FramedMedia(Direction direction) {
        this.direction = direction;
        packet = direction.packet();
        packet.transport = Transport.TCP;
    }

    /** Whether a stream may begin here with packets of media: the first one, and the next one if it is there too. */
    static boolean starts(MemorySegment bytes, long from, long to) {
        if (to - from < MediaFrame.HEAD || !MediaFrame.possible(bytes, from, to)) {
            return false;
        }
        MediaFrame first = MediaFrame.of(bytes, from, to);
        if (first == MediaFrame.NONE || first == MediaFrame.SECRET) {
            return false;
        }
        long next = end(bytes, from);
        return next >= to || MediaFrame.possible(bytes, next, to);
    }

    private static long end(MemorySegment bytes, long from) {
        return from + MediaFrame.LENGTH + MediaFrame.length(bytes, from);
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        if (searching) {
            return search(bytes, from, to);
        }
        long begin = direction.held.segmentBegin(bytes);
        if (!believed && from < begin && startsSip(bytes, begin, to)) {
            // What looked like a length was damaged.
            direction.skip(begin - from);
            direction.joinedHere();
            return new Step(begin, new Unknown(direction));
        }
        if (!MediaFrame.possible(bytes, from, to)) {
            return foreign(bytes, from, to);
        }
        if (to - from < MediaFrame.LENGTH || to < Math.min(end(bytes, from), from + MediaFrame.HEAD)) {
            return new Step(from, this);
        }
        MediaFrame frame = MediaFrame.of(bytes, from, to);
        if (frame == MediaFrame.NONE || (!believed && frame == MediaFrame.SECRET && to >= end(bytes, from))) {
            return foreign(bytes, from, to);
        }
        if (to < end(bytes, from)) {
            return new Step(from, this);
        }
        direction.show(bytes, packet);
        take(frame, from, end(bytes, from), 0);
        return kept.size() > MOST_KEPT ? foreign(bytes, end(bytes, from), to) : new Step(end(bytes, from), this);
    }

    private static boolean startsSip(MemorySegment bytes, long from, long to) {
        return MessageFramer.startsMessage(bytes, from, to) || WebSocket.startsWithSip(bytes, from, to);
    }

    /** What is no packet of media ends a stream that was not believed; in another one the next packet is looked for. */
    private Step foreign(MemorySegment bytes, long from, long to) {
        if (!believed) {
            return otherwise(from, to);
        }
        searching = true;
        return from < to ? search(bytes, from, to) : new Step(from, this);
    }

    /** What it is if not this: a stream that began with binary data is nothing of use, unless it goes on in the same segment. */
    private Step otherwise(long from, long to) {
        boolean same = kept.isEmpty() || kept.getFirst().frame == direction.held.segmentFrame();
        return direction.joined() || same ? new Step(from, new Unknown(direction)) : Dropped.OTHER.from(to);
    }

    private Step search(MemorySegment bytes, long from, long to) {
        for (long at = from; to - at >= MediaFrame.HEAD; at++) {
            if (known(bytes, at, to)) {
                searching = false;
                astray = 0;
                return next(bytes, at, to);
            }
            if (!believed) {
                break;
            }
        }
        astray++;
        if (!believed || MessageFramer.startsMessage(bytes, from, to)) {
            return new Step(from, new Unknown(direction));
        }
        return astray > MOST_ASTRAY ? Dropped.OTHER.from(to) : new Step(to, this);
    }

    /** Whether a packet of the same source begins there. */
    private boolean known(MemorySegment bytes, long at, long to) {
        MediaFrame frame = MediaFrame.of(bytes, at, to);
        return (frame == MediaFrame.RTP || frame == MediaFrame.RTCP) && frame.source(bytes, at) == source;
    }

    private void take(MediaFrame frame, long from, long to, long missing) {
        if (frame == MediaFrame.RTP || frame == MediaFrame.RTCP) {
            follow(frame, from);
        }
        if (believed) {
            tell(from + MediaFrame.LENGTH, to, missing);
            return;
        }
        keep(from + MediaFrame.LENGTH, to, missing);
        believed = inRow >= BELIEVED || frame == MediaFrame.STUN;
        if (believed) {
            tellKept();
        }
    }

    /** One more in a row, or the first of another source. */
    private void follow(MediaFrame frame, long from) {
        boolean media = frame == MediaFrame.RTP;
        int number = media ? MediaFrame.sequence(packet.bytes, from) : sequence;
        int ahead = (number - sequence) & 0xFFFF;
        boolean follows = begun
                && frame.source(packet.bytes, from) == source
                && (!media || inRow == 0 || (ahead > 0 && ahead <= AHEAD));
        begun = true;
        source = frame.source(packet.bytes, from);
        sequence = number;
        inRow = follows ? inRow + 1 : 1;
    }

    /** Of very many streams at once the first packets of some are not kept. */
    private void keep(long from, long to, long missing) {
        int length = (int) (to - from);
        if (direction.shared.held + length <= Limits.ALL_STREAM_BYTES) {
            direction.shared.held += length;
            var bytes = new byte[length];
            Bytes.copy(packet.bytes, from, bytes, 0, length);
            kept.add(new Kept(MemorySegment.ofArray(bytes), packet.time, packet.frame, missing));
        }
    }

    @Override
    public void leave() {
        kept.forEach(each -> direction.shared.held -= each.bytes.byteSize());
        kept.clear();
    }

    private void tellKept() {
        MemorySegment shown = packet.bytes;
        long time = packet.time;
        long frame = packet.frame;
        for (Kept each : kept) {
            packet.bytes = each.bytes;
            packet.time = each.time;
            packet.frame = each.frame;
            tell(0, each.bytes.byteSize(), each.missing);
        }
        leave();
        packet.bytes = shown;
        packet.time = time;
        packet.frame = frame;
    }

    private void tell(long from, long to, long missing) {
        packet.missing = missing;
        packet.dscp = direction.dscp;
        direction.shared.witness.datagram(packet, from, to);
    }

    /** The begin of a packet whose end is lost or was not kept by the capture: who sent it is known all the same. */
    @Override
    public void unfinished(HeldBytes held, long frame) {
        if (searching || held.length() < MediaFrame.HEAD || held.length() >= end(held.bytes(), 0)) {
            return;
        }
        MediaFrame kind = MediaFrame.of(held.bytes(), 0, held.length());
        if (kind == MediaFrame.RTP) {
            packet.bytes = held.bytes();
            packet.time = held.time();
            packet.frame = held.frame();
            take(kind, 0, held.length(), end(held.bytes(), 0) - held.length());
        }
    }

    @Override
    public StreamProtocol behindLoss(Direction of) {
        searching = begun;
        return begun ? this : new Unknown(of);
    }

    /** More is looked at only when a whole packet is there, if it is sure that it is one. */
    @Override
    public long wanted(HeldBytes held) {
        boolean known = believed && held.length() >= MediaFrame.HEAD && !searching;
        return known && MediaFrame.possible(held.bytes(), 0, held.length()) ? end(held.bytes(), 0) : 0;
    }
}
