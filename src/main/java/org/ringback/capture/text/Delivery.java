package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;

/** Passes what was found in one file on to the sink, and remembers whether there was anything. */
final class Delivery {

    private static final int LINES_BETWEEN_REPORTS = 8192;

    private final int file;
    private final Sink sink;
    private final long total;
    private final ZoneId here;
    private long messages;
    private long lines;
    private boolean stopped;
    private boolean unclearZone;

    /** @param here the zone of times whose zone is not written */
    Delivery(int file, Sink sink, long total, ZoneId here) {
        this.here = here;
        this.file = file;
        this.sink = sink;
        this.total = total;
    }

    /** A clock that reads the times of a text of this file. */
    LogClock clockOf(MemorySegment text) {
        return LogClock.of(text, here);
    }

    void message(MemorySegment bytes, Frame frame, long line) {
        messages++;
        sink.message(new Captured(
                bytes.asReadOnly(),
                frame.time(),
                frame.source(),
                frame.destination(),
                frame.transport(),
                file,
                line,
                Counted.LINES));
    }

    /**
     * Tells once for a file that the times of its messages have the name of a zone that means several.
     *
     * @param name empty if they have none
     */
    void zone(String name, long line) {
        if (!name.isEmpty() && !unclearZone) {
            unclearZone = true;
            unusable(line, Reason.UNCLEAR_ZONE, name);
        }
    }

    void unusable(long line, Reason reason, String detail) {
        sink.unusable(new Unusable(file, line, reason, detail));
    }

    /** Called for every line; true if reading shall stop. */
    boolean stopAt(long offset) {
        if (!stopped && lines++ % LINES_BETWEEN_REPORTS == 0) {
            sink.progress(offset, total);
            stopped = sink.canceled();
        }
        return stopped;
    }

    /** As {@link #stopAt}, once for each piece of a text. */
    boolean stopAtPiece(long offset) {
        sink.progress(offset, total);
        stopped |= sink.canceled();
        return stopped;
    }

    boolean stopped() {
        return stopped;
    }

    boolean nothingGiven() {
        return messages == 0;
    }
}
