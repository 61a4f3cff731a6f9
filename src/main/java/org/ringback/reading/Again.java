package org.ringback.reading;

import java.util.function.BooleanSupplier;
import org.ringback.capture.Capture;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** Reads files once more, for who wants to see packets that nobody kept. */
public final class Again {

    private Again() {}

    /**
     * Lets witnesses see all packets of files; what has become unreadable meanwhile shows them nothing. Times are those of the
     * packets, with clock offsets applied.
     *
     * @param canceled asked often; reading stops early when it says yes
     */
    public static void read(CaptureSource source, Witness.Bench bench, BooleanSupplier canceled) {
        try (SourceFiles files = SourceFiles.of(source, canceled);
                Capture capture = Capture.ofSources(files.files(), files.clockOffsets(), bench)) {
            capture.read(new Nobody(canceled));
        }
    }

    /** Messages are known already. */
    private record Nobody(BooleanSupplier stop) implements Sink {

        @Override
        public void message(Captured message) {}

        @Override
        public void unusable(Unusable part) {}

        @Override
        public boolean canceled() {
            return stop.getAsBoolean();
        }
    }
}
