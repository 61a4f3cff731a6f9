package org.ringback.capture.wire;

import java.util.function.LongSupplier;

/**
 * Has memory collected after much was forgotten. Java itself lets the heap grow to a quarter of the machine's memory before
 * it looks at what is old, so that a flood of connections or streams, of which few are remembered at once, would take as much
 * as if all were.
 */
public final class Leftovers {

    /** Bytes by which the heap may grow until it is worth a collection, which takes a tenth of a second. */
    static final long WORTH = 32L << 20;

    private final LongSupplier used;
    private final Runnable collector;
    private long left;

    public Leftovers() {
        this(() -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), System::gc);
    }

    Leftovers(LongSupplier used, Runnable collector) {
        this.used = used;
        this.collector = collector;
    }

    /** Many things were forgotten. The more there is to keep, the longer a collection takes, and the fewer there are. */
    public void forgotten() {
        if (used.getAsLong() - left >= Math.max(WORTH, left / 2)) {
            collector.run();
            left = used.getAsLong();
        }
    }
}
