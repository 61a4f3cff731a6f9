package org.ringback.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.CallAssembler;
import org.ringback.capture.Capture;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.UnusableParts;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.flow.Surroundings;
import org.ringback.scratch.LeftOvers;
import org.ringback.scratch.ScratchFile;

/**
 * Reads files into calls: finds messages on the thread that calls it, and gathers them into calls on another one beside it.
 * What there is so far can be asked for at any time by the thread that reads, through its {@link Onlooker}.
 */
public final class Reading implements AutoCloseable {

    /** A hostile file may have a fault in every packet; who has read so many does not need the rest. */
    private static final int MOST_UNUSABLE = 100_000;

    /** Between two words to the onlooker, in messages. */
    private static final int OFTEN = 256;

    private final SourceFiles files;
    private final Capture capture;
    private final Diagnosis diagnosis;
    private final Onlooker onlooker;
    private final Optional<Witnesses> witnesses;
    private final Gathering gathering = new Gathering();
    private final UnusableParts unusable = new UnusableParts(MOST_UNUSABLE);
    private long messages;
    private long done;
    private long total;

    private Reading(SourceFiles files, Diagnosis diagnosis, Onlooker onlooker, Optional<Witnesses> witnesses) {
        this.files = files;
        files.faults().forEach(unusable::add);
        this.witnesses = witnesses;
        capture = Capture.ofSources(
                files.files(),
                files.clockOffsets(),
                witnesses.<Witness.Bench>map(all -> all).orElse(Witness.Bench.EMPTY));
        this.diagnosis = diagnosis;
        this.onlooker = onlooker;
    }

    /**
     * To be read by {@link #read}; messages can be looked at as long as anybody holds them. Files that cannot be read are among
     * what is {@linkplain Examined#unusable unusable}, and so is what is in no file and cannot be put into one.
     */
    public static Reading open(CaptureSource source, Diagnosis diagnosis, Onlooker onlooker) {
        return open(source, diagnosis, onlooker, Optional.of(new Witnesses()));
    }

    /** The same, for who asks for messages and calls only: media and what the network did are passed over. */
    public static Reading messagesOnly(CaptureSource source, Diagnosis diagnosis, Onlooker onlooker) {
        return open(source, diagnosis, onlooker, Optional.empty());
    }

    private static Reading open(
            CaptureSource source, Diagnosis diagnosis, Onlooker onlooker, Optional<Witnesses> witnesses) {
        LeftOvers.clear(ScratchFile.folder());
        return new Reading(SourceFiles.of(source, onlooker::canceled), diagnosis, onlooker, witnesses);
    }

    /** What is read, with the files of an archive in its place; by these places files are told. */
    public CaptureSource source() {
        return files.source();
    }

    /** Reads everything, or until the onlooker stops it. Call it once. */
    public void read() {
        capture.read(new Intake());
    }

    /** What was read, with its calls as they are now. */
    public Examined examined() {
        CallAssembler assembler = gathering.calls();
        Surroundings surroundings = witnesses.map(Witnesses::seen).orElse(Surroundings.NOTHING);
        List<Unusable> parts = new ArrayList<>(unusable());
        witnesses.map(all -> all.floods(surroundings)).ifPresent(parts::addAll);
        return new Examined(
                assembler.calls(), assembler.tally(), parts, assembler.captureEnd(), surroundings, diagnosis);
    }

    /** What could not be used so far; the last one says how many more there were. */
    public List<Unusable> unusable() {
        return unusable.all();
    }

    /** The calls so far, in order of their start; for the thread that reads. */
    public List<Call> calls() {
        return gathering.calls().calls();
    }

    /** SIP messages read so far, retransmissions included; for the thread that reads. */
    public long messages() {
        return messages;
    }

    /** What has become of the files since they were read, see {@link Capture#changes}. Any thread, also when this is closed. */
    public List<Unusable> changes() {
        return capture.changes();
    }

    /** Gives memory back while messages are looked at here and there, see {@link Capture#release}. Any thread. */
    public void release() {
        capture.release();
    }

    /** Closes the files, and deletes what was put into one. */
    @Override
    public void close() {
        try (files;
                capture) {
            // Before the others, the other way round than they are named.
            gathering.close();
        }
    }

    private final class Intake implements Sink {

        @Override
        public void message(Captured message) {
            gathering.add(message);
            messages++;
            if (messages % OFTEN == 0) {
                onlooker.progress(done, total);
            }
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
        public void progress(long doneNow, long totalNow) {
            done = doneNow;
            total = totalNow;
            gathering.handOver();
            onlooker.progress(done, total);
        }

        @Override
        public boolean canceled() {
            return onlooker.canceled();
        }
    }
}
