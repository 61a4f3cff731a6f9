package org.ringback.capture;

import java.util.function.BooleanSupplier;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** Takes what is found in a log for the output of its file, which knows the file's clock and number. */
record LogOutput(Output output, BooleanSupplier stopped) implements Sink {

    @Override
    public void message(Captured message) {
        output.message(message);
    }

    @Override
    public void unusable(Unusable part) {
        output.unusable(part.frame(), part.reason(), part.detail());
    }

    @Override
    public boolean canceled() {
        return stopped.getAsBoolean();
    }
}
