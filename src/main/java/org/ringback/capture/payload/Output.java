package org.ringback.capture.payload;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;

/** Collects what one file gives until it is asked for, so that several files can be merged by time. */
public final class Output {

    private final int file;
    private final Sink sink;
    private final Store store;
    private final MemorySegment mapping;
    private final long offset;
    private final Endpoints endpoints = new Endpoints();
    private final Mirrors mirrors = new Mirrors();
    private final ArrayDeque<Captured> messages = new ArrayDeque<>();
    private final Map<Unusable.Reason, Integer> reports = new EnumMap<>(Unusable.Reason.class);
    private Counted counted = Counted.PACKETS;
    private MemorySegment draft = MemorySegment.NULL;
    private boolean hadMessages;
    private boolean endsEarly;

    /**
     * @param store keeps the messages when their file is closed
     * @param mapping the file's bytes, which stay as long as it is read
     * @param offset what is added to each time, in microseconds
     */
    public Output(int file, Sink sink, Store store, MemorySegment mapping, long offset) {
        this.file = file;
        this.sink = sink;
        this.store = store;
        this.mapping = mapping;
        this.offset = offset;
    }

    /** Says that frames are numbered by the lines of a text, in which packets are written down. */
    public void countLines() {
        counted = Counted.LINES;
    }

    /** Whether these are the bytes of the file, which stay while it is read, and not memory that is used again. */
    public boolean isFile(MemorySegment bytes) {
        return bytes.equals(mapping);
    }

    /** The next message, or null if reading must go on. */
    public Captured poll() {
        return messages.poll();
    }

    public Captured peek() {
        return messages.peek();
    }

    public boolean hasMessages() {
        return !messages.isEmpty();
    }

    /** Whether there is a message or was one. */
    public boolean hadMessages() {
        return hadMessages;
    }

    /** One that a reader of text has made; only its clock is set right here, and of which file it is. */
    public void message(Captured message) {
        hadMessages = true;
        long length = message.bytes().byteSize();
        store.draft(message.bytes(), 0, length);
        messages.add(new Captured(
                store.keep(length),
                shifted(message.time()),
                message.source(),
                message.destination(),
                message.transport(),
                file,
                message.frame(),
                message.counted()));
    }

    /** A whole message in a range of bytes that may change afterwards. */
    public void message(
            MemorySegment bytes,
            long from,
            long to,
            AddressPair addresses,
            Transport transport,
            long time,
            long frame) {
        draft(bytes, from, to);
        message(to - from, addresses, transport, time, frame);
    }

    /** Copies what may be a message to where it will stay if it is one; to be looked at until the next one. */
    MemorySegment draft(MemorySegment bytes, long from, long to) {
        draft = store.draft(bytes, from, to);
        return draft;
    }

    /** A whole message: the first bytes of the last draft. */
    void message(long length, AddressPair addresses, Transport transport, long time, long frame) {
        if (mirrors.seen(draft, 0, length, addresses, time)) {
            return;
        }
        hadMessages = true;
        MemorySegment message = store.keep(length);
        mirrors.remember(message, addresses, time);
        messages.add(new Captured(
                message,
                shifted(time),
                endpoints.of(addresses.ipv6, addresses.sourceHigh, addresses.sourceLow, addresses.sourcePort),
                endpoints.of(
                        addresses.ipv6, addresses.destinationHigh, addresses.destinationLow, addresses.destinationPort),
                transport,
                file,
                frame,
                counted));
    }

    private long shifted(long time) {
        return time == Captured.NO_TIME ? time : time + offset;
    }

    public void unusable(long frame, Unusable.Reason reason, String detail) {
        if (endsEarly && reason == Unusable.Reason.TRUNCATED_FILE) {
            return;
        }
        int count = reports.merge(reason, 1, Integer::sum);
        if (count <= Limits.REPORTS) {
            sink.unusable(new Unusable(file, frame, reason, detail));
        } else if (count == Limits.REPORTS + 1) {
            sink.unusable(new Unusable(file, frame, Unusable.Reason.LIMIT, "REPORTS " + reason));
        }
    }

    /** Tells that the file as a whole ends early; that its last record is cut is no news then. */
    public void endsEarly(Unusable.Reason reason, String detail) {
        unusable(0, reason, detail);
        endsEarly = true;
    }

    public void limit(long frame, String name) {
        unusable(frame, Unusable.Reason.LIMIT, name);
    }

    public boolean reportedAnything() {
        return !reports.isEmpty();
    }
}
