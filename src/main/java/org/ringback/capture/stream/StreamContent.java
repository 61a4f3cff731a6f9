package org.ringback.capture.stream;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/**
 * What one direction of a stream says: finds out whether it is SIP, SIP over WebSocket or HEP, takes the messages out of it,
 * and forgets the stream as soon as it is clearly something else. Bytes come in order; those of an unfinished message are
 * held back in own memory, all others are read where they lie.
 */
public final class StreamContent implements StreamSink {

    private enum Kind {
        UNKNOWN,
        SIP,
        HTTP,
        WEB_SOCKET,
        HEP,
        OTHER
    }

    private final AddressPair addresses;
    private final TcpStreams shared;
    private final Output output;
    private Packet view;
    private WebSocket webSocket;

    private Kind kind = Kind.UNKNOWN;
    private boolean joined;
    private boolean inStep = true;
    private boolean carriedSip;
    private boolean http;
    private boolean encrypted;
    private long unrecognized;
    private long skipped;
    private long lostBytes;
    private int binarySegments;

    private MemorySegment held;
    private long heldLength;
    private long rescanned;
    private long triedAt;
    private long wanted;

    private MemorySegment segment = MemorySegment.NULL;
    private long segmentFrom;
    private long heldBefore;
    private long time;
    private long frame;
    private long heldTime;
    private long heldFrame;

    public StreamContent(AddressPair addresses, TcpStreams shared) {
        this.addresses = addresses;
        this.shared = shared;
        this.output = shared.output;
    }

    @Override
    public boolean dropped() {
        return kind == Kind.OTHER;
    }

    /** Whether it is dropped because it is plain HTTP. */
    public boolean http() {
        return http;
    }

    /** Whether it is dropped because it is TLS. */
    boolean encrypted() {
        return encrypted;
    }

    /** Whether a loss in it is worth a report. */
    private boolean carriesSip() {
        return carriedSip || kind == Kind.SIP || kind == Kind.WEB_SOCKET || kind == Kind.HEP;
    }

    @Override
    public void begin() {
        reset();
        joined = false;
        inStep = true;
        http = false;
        encrypted = false;
        carriedSip = false;
    }

    @Override
    public void join() {
        begin();
        joined = true;
        inStep = false;
    }

    private void reset() {
        kind = Kind.UNKNOWN;
        unrecognized = 0;
        skipped = 0;
        lostBytes = 0;
        binarySegments = 0;
        release();
        forgetFrames();
    }

    /** The other direction is plain HTTP: whatever comes back is no SIP, even if it says so. */
    public void answersHttp() {
        if (!carriedSip && kind != Kind.OTHER) {
            drop();
        }
    }

    @Override
    public void data(MemorySegment bytes, long from, long to, long time, long frame) {
        if (kind == Kind.OTHER) {
            return;
        }
        this.time = time;
        this.frame = frame;
        segment = bytes;
        segmentFrom = from;
        if (heldLength == 0) {
            heldBefore = 0;
            long used = read(bytes, from, to);
            if (kind != Kind.OTHER && used < to) {
                hold(bytes, used, to);
            }
            return;
        }
        heldBefore = heldLength;
        if (!hold(bytes, from, to) || heldLength < wanted) {
            return;
        }
        if (rescanned > Limits.RESCANNED && heldLength < triedAt + triedAt / 8) {
            return;
        }
        readHeld();
    }

    private void readHeld() {
        triedAt = heldLength;
        rescanned += heldLength;
        long used = read(held, 0, heldLength);
        if (held != null && used > 0) {
            rescanned = 0;
            consume(used);
        }
        if (kind == Kind.SIP && heldLength > 0) {
            wanted = MessageFramer.wanted(held, skipLines(held, 0, heldLength), heldLength);
        }
    }

    /** What came since the last try, which was put off lest all is looked through too often. */
    private void readUntried() {
        if (heldLength > triedAt && heldLength >= wanted) {
            heldBefore = heldLength;
            readHeld();
        }
    }

    private void consume(long used) {
        if (used == heldLength) {
            release();
            return;
        }
        Bytes.copy(held, used, held, 0, heldLength - used);
        heldLength -= used;
        triedAt = 0;
        wanted = 0;
        if (used > heldBefore) {
            heldTime = time;
            heldFrame = frame;
        }
    }

    /** Adds bytes to those held back; false if that was too much and the stream has to find its next message. */
    private boolean hold(MemorySegment bytes, long from, long to) {
        long length = heldLength + to - from;
        if (length > Limits.STREAM_BYTES || shared.held + (to - from) > Limits.ALL_STREAM_BYTES) {
            output.limit(frame, length > Limits.STREAM_BYTES ? "STREAM_BYTES" : "ALL_STREAM_BYTES");
            loseStep(frame);
            return false;
        }
        if (held == null || held.byteSize() < length) {
            MemorySegment larger = shared.buffers.borrow(length);
            if (held != null) {
                Bytes.copy(held, 0, larger, 0, heldLength);
                giveBack();
            }
            held = larger;
            shared.held += larger.byteSize();
        }
        Bytes.copy(bytes, from, held, heldLength, to - from);
        heldFrame = heldLength == 0 ? frame : Math.max(heldFrame, frame);
        heldTime = heldLength == 0 ? time : Math.max(heldTime, time);
        heldLength = length;
        return true;
    }

    private void giveBack() {
        shared.held -= held.byteSize();
        shared.buffers.giveBack(held);
        held = null;
    }

    private void release() {
        if (held != null) {
            giveBack();
        }
        heldLength = 0;
        rescanned = 0;
        triedAt = 0;
        wanted = 0;
    }

    private void drop() {
        release();
        forgetFrames();
        kind = Kind.OTHER;
    }

    private void forgetFrames() {
        if (webSocket != null) {
            webSocket.end();
            webSocket = null;
        }
    }

    @Override
    public void cut(long missing, long at) {
        if (carriesSip()) {
            output.unusable(at, Unusable.Reason.CUT_PACKET, Long.toString(missing));
        }
        lost(0, at);
    }

    /** A loss in a stream that is not known to be SIP is reported when it is. */
    @Override
    public void lost(long count, long at) {
        if (kind == Kind.OTHER) {
            return;
        }
        lostBytes += count;
        readUntried();
        loseStep(at);
    }

    /** What was begun cannot be ended, and the next message must be found. */
    private void loseStep(long at) {
        unfinished(at);
        if (carriesSip()) {
            reportLost(at);
        }
        release();
        if (kind != Kind.SIP) {
            kind = Kind.UNKNOWN;
            forgetFrames();
        }
        joined = true;
        inStep = false;
    }

    private void reportLost(long at) {
        if (lostBytes > 0) {
            output.unusable(at == 0 ? frame : at, Unusable.Reason.LOST_SEGMENTS, Long.toString(lostBytes));
            lostBytes = 0;
        }
    }

    @Override
    public void end() {
        if (kind == Kind.OTHER) {
            return;
        }
        readUntried();
        unfinished(frame);
        reportSkipped();
        if (carriesSip()) {
            reportLost(frame);
        }
        boolean carried = carriedSip;
        join();
        carriedSip = carried;
    }

    /** A message of which all headers are there tells more than none. */
    private void unfinished(long at) {
        if (kind != Kind.SIP || heldLength == 0) {
            return;
        }
        long start = skipLines(held, 0, heldLength);
        if (start < heldLength && MessageFramer.startsMessage(held, start, heldLength)) {
            output.unusable(
                    at == 0 ? frame : at, Unusable.Reason.UNFINISHED_MESSAGE, Long.toString(heldLength - start));
            if (emptyLine(held, start, heldLength)) {
                long end = MessageFramer.endInDatagram(held, start, heldLength);
                output.message(held, start, end, addresses, Transport.TCP, heldTime, heldFrame);
            }
        }
    }

    private static boolean emptyLine(MemorySegment bytes, long from, long to) {
        int lineFeeds = 0;
        for (long at = from; at < to && lineFeeds < 2; at++) {
            int character = Bytes.u8(bytes, at);
            if (character == '\n') {
                lineFeeds++;
            } else if (character != '\r') {
                lineFeeds = 0;
            }
        }
        return lineFeeds == 2;
    }

    /** Takes what it can from a range and gives back where it stopped for want of more bytes. */
    private long read(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to) {
            Kind before = kind;
            long next = switch (kind) {
                case UNKNOWN -> recognize(bytes, at, to);
                case SIP -> sip(bytes, at, to);
                case HTTP -> upgrade(bytes, at, to);
                case WEB_SOCKET -> frames(bytes, at, to);
                case HEP -> hep(bytes, at, to);
                case OTHER -> to;
            };
            if (next == at && kind == before) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private long recognize(MemorySegment bytes, long from, long to) {
        long at = skipLines(bytes, from, to);
        if (at == to) {
            return at;
        }
        if (MessageFramer.startsMessage(bytes, at, to)) {
            kind = Kind.SIP;
            return at;
        }
        if (Hep.starts(bytes, at, to)) {
            kind = Kind.HEP;
            return at;
        }
        if (Tls.startsRecord(bytes, at, to)) {
            encrypted = true;
            drop();
            return to;
        }
        if (WebSocket.startsWithSip(bytes, at, to)) {
            webSocket = new WebSocket(shared);
            kind = Kind.WEB_SOCKET;
            return at;
        }
        if (startsHttp(bytes, at, to)) {
            kind = Kind.HTTP;
            return at;
        }
        if (to - at < Limits.START_LINE && MessageFramer.mayStartMessage(bytes, at, to)) {
            return at;
        }
        return search(bytes, at, to);
    }

    /** Text may still become SIP, when it is the rest of a message or junk before one; binary data will not. */
    private long search(MemorySegment bytes, long at, long to) {
        long found = MessageFramer.findStart(bytes, at, to);
        if (found >= 0) {
            kind = Kind.SIP;
            inStep = false;
            skipped += found - at;
            return found;
        }
        boolean patient = joined || carriedSip;
        if (binary(bytes, at, to) && (!patient || ++binarySegments > (carriedSip ? 64 : 1))) {
            drop();
            return to;
        }
        long keep = afterLastLine(bytes, at, to);
        skipped += keep - at;
        unrecognized += keep - at;
        if (unrecognized > (patient ? Limits.UNRECOGNIZED : Limits.UNRECOGNIZED_AT_BEGIN)) {
            drop();
            return to;
        }
        return keep;
    }

    private long sip(MemorySegment bytes, long from, long to) {
        long at = skipLines(bytes, from, to);
        if (at == to) {
            return at;
        }
        if (MessageFramer.startsMessage(bytes, at, to)) {
            long end = MessageFramer.end(bytes, at, to);
            if (end < 0) {
                return at;
            }
            if (MessageFramer.startsMessage(bytes, at, end) && !(fragment(bytes, at, end) && !inStep)) {
                reportSkipped();
                message(bytes, at, end);
                return end;
            }
            inStep = false;
            skipped += end - at;
            return end;
        }
        if (to - at < Limits.START_LINE && MessageFramer.mayStartMessage(bytes, at, to)) {
            return at;
        }
        inStep = false;
        long found = MessageFramer.findStart(bytes, at, to);
        long next = found >= 0 ? found : afterLastLine(bytes, at, to);
        skipped += next - at;
        unrecognized += next - at;
        if (found < 0 && unrecognized > Limits.UNRECOGNIZED) {
            reportSkipped();
            drop();
            return to;
        }
        return next;
    }

    /** A start line alone, as NOTIFY carries it in its body (RFC 3420): no message when it is met out of step. */
    private static boolean fragment(MemorySegment bytes, long from, long to) {
        for (long at = from; at < to; at++) {
            if (Bytes.u8(bytes, at) == '\n') {
                return skipLines(bytes, at, to) == to;
            }
        }
        return true;
    }

    private void message(MemorySegment bytes, long from, long to) {
        inStep = true;
        carriedSip = true;
        unrecognized = 0;
        binarySegments = 0;
        reportLost(frame);
        if (bytes.equals(held) && from >= heldBefore) {
            long at = segmentFrom + from - heldBefore;
            output.message(segment, at, at + to - from, addresses, Transport.TCP, time, frame);
        } else if (bytes.equals(held)) {
            output.message(
                    bytes, from, to, addresses, Transport.TCP, Math.max(heldTime, time), Math.max(heldFrame, frame));
        } else {
            output.message(bytes, from, to, addresses, Transport.TCP, time, frame);
        }
    }

    private void reportSkipped() {
        if (skipped > 0 && carriesSip()) {
            output.unusable(frame, Unusable.Reason.SKIPPED_BYTES, Long.toString(skipped));
        }
        skipped = 0;
    }

    /** HTTP is of use only if it asks for WebSocket, or grants it (RFC 6455 section 4). */
    private long upgrade(MemorySegment bytes, long from, long to) {
        long end = headersEnd(bytes, from, to);
        if (end < 0) {
            if (to - from > Limits.HTTP_HEADERS) {
                http = true;
                drop();
            }
            return from;
        }
        byte[] head = bytes.asSlice(from, end - from).toArray(JAVA_BYTE);
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean response = text.startsWith("http/");
        boolean granted = !response || text.startsWith("101", text.indexOf(' ') + 1);
        if (granted && text.contains("\nupgrade:") && text.contains("websocket")) {
            kind = Kind.WEB_SOCKET;
            webSocket = new WebSocket(shared);
            return end;
        }
        http = true;
        drop();
        return to;
    }

    private static long headersEnd(MemorySegment bytes, long from, long to) {
        int lineFeeds = 0;
        for (long at = from; at < Math.min(to, from + Limits.HTTP_HEADERS); at++) {
            int character = Bytes.u8(bytes, at);
            if (character == '\n') {
                if (++lineFeeds == 2) {
                    return at + 1;
                }
            } else if (character != '\r') {
                lineFeeds = 0;
            }
        }
        return -1;
    }

    private static boolean startsHttp(MemorySegment bytes, long from, long to) {
        if (to - from >= 5 && Bytes.i32(bytes, from) == 0x48545450 && Bytes.u8(bytes, from + 4) == '/') {
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
        long version = end - "HTTP/1.1".length();
        return line < limit
                && version > from
                && Bytes.i32(bytes, version) == 0x48545450
                && Bytes.u8(bytes, version + 4) == '/';
    }

    private long frames(MemorySegment bytes, long from, long to) {
        Packet packet = packet(bytes);
        long next = webSocket.read(packet, from, to);
        if (next == WebSocket.BROKEN) {
            loseStep(frame);
            return to;
        }
        carriedSip |= webSocket.carriedSip();
        return next;
    }

    private long hep(MemorySegment bytes, long from, long to) {
        if (!Hep.starts(bytes, from, to)) {
            if (to - from >= 6) {
                kind = Kind.UNKNOWN;
                joined = true;
            }
            return from;
        }
        int length = Hep.length(bytes, from);
        if (length < 6) {
            drop();
            return to;
        }
        if (to - from < length) {
            return from;
        }
        shared.hep.version3(packet(bytes), from, from + length);
        return from + length;
    }

    private Packet packet(MemorySegment bytes) {
        if (view == null) {
            view = new Packet();
            view.addresses.set(addresses);
        }
        view.bytes = bytes;
        view.time = time;
        view.frame = frame;
        return view;
    }

    private static boolean binary(MemorySegment bytes, long from, long to) {
        long end = Math.min(to, from + 64);
        for (long at = from; at < end; at++) {
            if (Bytes.control(Bytes.u8(bytes, at))) {
                return true;
            }
        }
        return false;
    }

    /** Where an unfinished line begins that may become a start line, or the end. */
    private static long afterLastLine(MemorySegment bytes, long from, long to) {
        long limit = Math.max(from, to - Limits.START_LINE);
        for (long at = to - 1; at >= limit; at--) {
            if (Bytes.u8(bytes, at) == '\n') {
                return at + 1;
            }
        }
        return limit == from ? from : to;
    }

    private static long skipLines(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to && (Bytes.u8(bytes, at) == '\r' || Bytes.u8(bytes, at) == '\n')) {
            at++;
        }
        return at;
    }
}
