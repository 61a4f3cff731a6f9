package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/**
 * What is known of one direction of a stream whatever it is at the moment: whom it connects, what is held back, how it began,
 * whether SIP was in it, and what of it is missing or of no use.
 */
final class Direction {

    /** Segments of binary data that are borne in a stream that was joined: it may have been joined in a binary body. */
    private static final int BINARY_WHEN_JOINED = 1;

    /** The same if SIP was in it: masked frames of a WebSocket are binary data until one begins with a segment. */
    private static final int BINARY_AFTER_SIP = 64;

    final AddressPair addresses;
    final TcpStreams shared;
    final HeldBytes held;

    /** As {@link Packet#dscp}, of its latest packet. */
    int dscp;

    private boolean joined;
    private boolean inStep = true;
    private boolean carriedSip;
    private int binarySegments;
    private long unrecognized;
    private long skipped;
    private long lost;

    Direction(AddressPair addresses, TcpStreams shared) {
        this.addresses = addresses;
        this.shared = shared;
        held = new HeldBytes(shared);
    }

    /** A connection begins. */
    void begin() {
        held.release();
        joined = false;
        inStep = true;
        carriedSip = false;
        binarySegments = 0;
        unrecognized = 0;
        skipped = 0;
        lost = 0;
    }

    /** What comes next may be the middle of anything, in a stream of which it is still known whether SIP was in it. */
    void rejoin() {
        boolean carried = carriedSip;
        begin();
        carriedSip = carried;
        loseStep();
    }

    /** Bytes are missing, or cannot be understood: what comes next may be the middle of anything. */
    void loseStep() {
        joined = true;
        inStep = false;
    }

    /** What came before did not end where the next message begins. */
    void outOfStep() {
        inStep = false;
    }

    /** What comes next was begun by somebody else. */
    void joinedHere() {
        joined = true;
    }

    /** Whether a message begins where the one before it ended. */
    boolean inStep() {
        return inStep;
    }

    /** Whether SIP was in it since its connection began. */
    boolean carriedSip() {
        return carriedSip;
    }

    /** SIP is in it. */
    void carrySip() {
        carriedSip = true;
    }

    /** Whether it was joined: SIP may still begin after what is no SIP. */
    boolean joined() {
        return joined;
    }

    /** One more segment of binary data; whether that is one too many. */
    boolean tooBinary() {
        binarySegments++;
        return binarySegments > (carriedSip ? BINARY_AFTER_SIP : BINARY_WHEN_JOINED);
    }

    /** How many bytes nobody knows at the begin, or since the last message. */
    long unrecognized() {
        return unrecognized;
    }

    /** So many bytes are of no use, though they look like those of a message. */
    void skip(long count) {
        skipped += count;
    }

    /** So many bytes are of no use, whatever they are. */
    void skipUnrecognized(long count) {
        skipped += count;
        unrecognized += count;
    }

    /** So many bytes are missing; that is told when it is sure that they were SIP. */
    void lose(long count) {
        lost += count;
    }

    /** Where the next message begins, or -1: with the segment, whatever stands before it, or somewhere. */
    long findStart(MemorySegment bytes, long from, long to) {
        long found = MessageFramer.findStart(bytes, from, to);
        long begin = held.segmentBegin(bytes);
        boolean sooner = from < begin && (found < 0 || begin < found);
        return sooner && MessageFramer.startsUsual(bytes, begin, to) ? begin : found;
    }

    /** A whole message. */
    void message(MemorySegment bytes, long from, long to) {
        reportSkipped();
        reportLost(held.segmentFrame());
        inStep = true;
        carriedSip = true;
        unrecognized = 0;
        held.deliver(bytes, from, to, addresses);
    }

    /** Tells what was of no use in a stream of SIP. */
    void reportSkipped() {
        if (skipped > 0) {
            unusable(0, Unusable.Reason.SKIPPED_BYTES, skipped);
            skipped = 0;
        }
    }

    /**
     * Tells what is missing in a stream of SIP.
     *
     * @param frame by which that became known, or 0 for that of the last segment
     */
    void reportLost(long frame) {
        if (lost > 0) {
            unusable(frame, Unusable.Reason.LOST_SEGMENTS, lost);
            lost = 0;
        }
    }

    /** Reports so many bytes, in a frame or in that of the last segment. */
    void unusable(long frame, Unusable.Reason reason, long count) {
        shared.output.unusable(frame == 0 ? held.segmentFrame() : frame, reason, Long.toString(count));
    }

    /** The bytes of the stream as a packet, for who reads packets. */
    Packet packet() {
        var packet = new Packet();
        packet.addresses.set(addresses);
        return packet;
    }

    /** Brings such a packet to the bytes that are read now. */
    void show(MemorySegment bytes, Packet packet) {
        packet.bytes = bytes;
        packet.time = held.segmentTime();
        packet.frame = held.segmentFrame();
    }
}
