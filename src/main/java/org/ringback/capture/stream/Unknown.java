package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.wire.Limits;
import org.ringback.sip.MessageFramer;

/** The begin of a stream, or what comes after a loss: finds out by its bytes alone what it is. */
final class Unknown implements StreamProtocol {

    /** Binary data shows its nature within so many bytes. */
    private static final int BINARY = 64;

    /** So many zeros in a row. */
    private static final int HOLE = 32;

    private static final int HTTP = 0x48545450;
    private static final int LOWER = 0x20202000;
    private static final int SIP_VERSION = 0x7369702F;
    private static final int SIP_URI = 0x7369703A;
    private static final int HTTP_VERSION = "HTTP/1.1".length();

    private final Direction direction;

    Unknown(Direction direction) {
        this.direction = direction;
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        long at = LineEnds.skip(bytes, from, to);
        if (at == to) {
            return new Step(at, this);
        }
        if (MessageFramer.startsMessage(bytes, at, to)) {
            return new Step(at, new SipStream(direction));
        }
        if (Hep.starts(bytes, at, to)) {
            return new Step(at, new HepStream(direction));
        }
        if (Tls.startsRecord(bytes, at, to)) {
            return Dropped.ENCRYPTED.from(to);
        }
        if (WebSocket.startsWithSip(bytes, at, to)) {
            return new Step(at, new WebSocketFrames(direction));
        }
        if (startsHttp(bytes, at, to)) {
            return new Step(at, new HttpUpgrade(direction));
        }
        if (!direction.carriedSip() && FramedMedia.starts(bytes, at, to)) {
            return new Step(at, new FramedMedia(direction));
        }
        if (to - at < Limits.START_LINE && MessageFramer.mayStartMessage(bytes, at, to)) {
            return new Step(at, this);
        }
        return search(bytes, at, to);
    }

    /** A frame of SIP at the begin of the segment, or anywhere in a stream that was joined or has carried SIP; else -1. */
    private long frame(MemorySegment bytes, long from, long to) {
        long begin = direction.held.segmentBegin(bytes);
        if (begin > from && begin < to && WebSocket.startsWithSip(bytes, begin, to)) {
            return begin;
        }
        return direction.joined() || direction.carriedSip() ? WebSocket.find(bytes, from, to, to) : -1;
    }

    /** Text may still become SIP, when it is the rest of a message or junk before one; binary data will not. */
    private Step search(MemorySegment bytes, long at, long to) {
        long found = direction.findStart(bytes, at, to);
        long hep = direction.joined() ? Hep.find(bytes, at, found < 0 ? to : found) : -1;
        if (hep >= 0) {
            direction.skip(hep - at);
            return new Step(hep, new HepStream(direction));
        }
        // A message may lie in a frame that has something before it.
        long outer = found < 0 ? -1 : WebSocket.find(bytes, at, found, to);
        if (outer >= 0) {
            direction.skip(outer - at);
            return new Step(outer, new WebSocketFrames(direction));
        }
        if (found >= 0) {
            direction.outOfStep();
            direction.skip(found - at);
            return new Step(found, new SipStream(direction));
        }
        if (binary(bytes, at, to)) {
            long frame = frame(bytes, at, to);
            if (frame >= 0) {
                direction.skip(frame - at);
                return new Step(frame, new WebSocketFrames(direction));
            }
            boolean likely = Tls.onPortOfSip(direction.addresses) || Bytes.printable(Bytes.u8(bytes, at));
            if ((likely && speaksSip(bytes, at, to)) || (!direction.joined() && hole(bytes, at, to))) {
                // A message whose begin is damaged, and not a file that is sent.
                direction.joinedHere();
            } else if (!direction.joined() || direction.tooBinary()) {
                direction.skip(to - at);
                return dropped(to);
            }
        }
        long keep = LineEnds.afterLast(bytes, at, to);
        direction.skipUnrecognized(keep - at);
        return direction.unrecognized() > most() ? dropped(to) : new Step(keep, this);
    }

    /** A stream that has carried SIP is read to its end. */
    private long most() {
        if (direction.carriedSip()) {
            return Long.MAX_VALUE;
        }
        return direction.joined() ? Limits.UNRECOGNIZED : Limits.UNRECOGNIZED_AT_BEGIN;
    }

    private Step dropped(long to) {
        if (direction.carriedSip()) {
            direction.reportSkipped();
            direction.reportLost(0);
        }
        return Dropped.OTHER.from(to);
    }

    /** Whether a word stands somewhere that every message of SIP has. */
    private static boolean speaksSip(MemorySegment bytes, long from, long to) {
        for (long at = from; to - at >= 4; at++) {
            int word = Bytes.i32(bytes, at) | LOWER;
            if (word == SIP_VERSION || word == SIP_URI) {
                return true;
            }
        }
        return false;
    }

    /** Whether a start line is torn by more zeros than any protocol begins with. */
    private static boolean hole(MemorySegment bytes, long from, long to) {
        long zeros = from;
        while (zeros < to && zeros < from + BINARY && Bytes.u8(bytes, zeros) != 0) {
            zeros++;
        }
        long end = zeros;
        while (end < to && end < zeros + HOLE && Bytes.u8(bytes, end) == 0) {
            end++;
        }
        return end - zeros == HOLE && (zeros == from || MessageFramer.mayStartMessage(bytes, from, zeros));
    }

    private static boolean binary(MemorySegment bytes, long from, long to) {
        long end = Math.min(to, from + BINARY);
        for (long at = from; at < end; at++) {
            if (Bytes.control(Bytes.u8(bytes, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a status line begins here, or a whole line that ends like a request line. */
    private static boolean startsHttp(MemorySegment bytes, long from, long to) {
        if (to - from >= 5 && version(bytes, from)) {
            return true;
        }
        long limit = Math.min(to, from + Limits.START_LINE);
        long line = from;
        while (line < limit && Bytes.u8(bytes, line) != '\n') {
            if (Bytes.control(Bytes.u8(bytes, line))) {
                return false;
            }
            line++;
        }
        long end = line > from && Bytes.u8(bytes, line - 1) == '\r' ? line - 1 : line;
        return line < limit && end - HTTP_VERSION > from && version(bytes, end - HTTP_VERSION);
    }

    private static boolean version(MemorySegment bytes, long at) {
        return Bytes.i32(bytes, at) == HTTP && Bytes.u8(bytes, at + 4) == '/';
    }
}
