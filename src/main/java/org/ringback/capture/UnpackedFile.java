package org.ringback.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.NoScratchException;
import org.ringback.scratch.ScratchFile;

/** What a packed file holds, in a temporary one that can be mapped like any other, and how far it could be unpacked. */
final class UnpackedFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UnpackedFile.class.getName());

    /** A disk with less free space is full. */
    private static final long LITTLE = 1L << 20;

    /** What is packed in itself more often is meant to fill disks. */
    private static final int MOST_TIMES = 4;

    private final ScratchFile scratch = ScratchFile.create();
    /** Nothing where unpacking broke off: what came before is there. */
    private Optional<Gunzip.Outcome> outcome = Optional.empty();

    private UnpackedFile() throws NoScratchException {}

    /** Unpacks at most so many bytes, and what comes out once more if it is packed itself. */
    static UnpackedFile of(Path packed, long most, Sink sink) throws IOException {
        UnpackedFile unpacked = new UnpackedFile();
        unpacked.fill(packed, most, sink);
        for (int times = 1; times < MOST_TIMES && unpacked.packed(); times++) {
            try (var before = unpacked) {
                unpacked = new UnpackedFile();
                unpacked.fill(before.scratch.path(), most, sink);
                if (!before.whole()) {
                    unpacked.outcome = before.outcome;
                }
            }
        }
        return unpacked;
    }

    private void fill(Path packed, long most, Sink sink) {
        try {
            outcome = Optional.of(Gunzip.unpack(packed, scratch.path(), most, sink));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Unpacking broke off", e);
        }
    }

    private boolean packed() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return FileKind.of(scratch.map(arena)) == FileKind.GZIP;
        }
    }

    /** Whether nothing of it is missing. */
    boolean whole() {
        return outcome.equals(Optional.of(Gunzip.Outcome.WHOLE));
    }

    /** All that could be unpacked. The name of the temporary file is gone then, where the system can do without. */
    MemorySegment map(Arena arena) throws IOException {
        MemorySegment bytes = scratch.map(arena);
        scratch.unname();
        return bytes;
    }

    /** Says why not all could be unpacked, if so. */
    void tell(Output output) {
        switch (outcome.orElse(null)) {
            case null -> brokenOff(output);
            case CUT -> output.endsEarly(Unusable.Reason.TRUNCATED_FILE, "gzip");
            case DAMAGED -> output.endsEarly(Unusable.Reason.DAMAGED_FILE, "gzip");
            case LIMIT -> output.limit(0, "UNPACKED");
            case CANCELED, WHOLE -> {}
        }
    }

    private static void brokenOff(Output output) {
        boolean full = ScratchFile.folder().toFile().getUsableSpace() < LITTLE;
        output.endsEarly(
                full ? Unusable.Reason.FULL_DISK : Unusable.Reason.TRUNCATED_FILE,
                full ? ScratchFile.folder().toString() : "gzip");
    }

    @Override
    public void close() {
        scratch.close();
    }
}
