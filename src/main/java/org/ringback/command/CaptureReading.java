package org.ringback.command;

import java.util.List;
import org.ringback.call.CallAssembler;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.UnusableParts;

/** Turns what a capture gives into calls, shows how far it is, and stops when the user wants it to. */
final class CaptureReading implements Sink, AutoCloseable {

    /** A hostile file may have a fault in every packet; who has read so many does not need the rest. */
    private static final int MOST_UNUSABLE = 100_000;

    private final Gathering gathering = new Gathering();
    private final UnusableParts unusable = new UnusableParts(MOST_UNUSABLE);
    private final Interruption interruption;
    private final ProgressBar progress;

    CaptureReading(Interruption interruption, ProgressBar progress) {
        this.interruption = interruption;
        this.progress = progress;
    }

    @Override
    public void message(Captured message) {
        gathering.add(message);
    }

    @Override
    public void reached(long time) {
        gathering.reached(time);
    }

    @Override
    public void unusable(Unusable part) {
        unusable.add(part);
    }

    @Override
    public void progress(long done, long total) {
        gathering.handOver();
        progress.show(done, total);
    }

    @Override
    public boolean canceled() {
        return interruption.requested();
    }

    CallAssembler calls() {
        return gathering.calls();
    }

    @Override
    public void close() {
        gathering.close();
    }

    /** What could not be used; the last one says how many more there were. */
    List<Unusable> unusable() {
        return unusable.all();
    }
}
