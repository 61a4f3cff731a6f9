package org.ringback.command;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Shows on a terminal how far a long answer is: from the first second on, ten times a second at most. */
final class ProgressBar {

    private static final long FIRST_AFTER = 1_000_000_000;
    private static final long AGAIN_AFTER = 100_000_000;
    private static final int WIDTH = 40;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long start;
    private long last;

    /**
     * @param terminal whether anyone sees it
     * @param nanos a clock such as {@link System#nanoTime}
     */
    ProgressBar(PrintStream err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** Whether standard error is a terminal, as far as Java and the system say so. */
    static boolean onTerminal() {
        return TerminalOutput.leadsToTerminal(2);
    }

    void show(long done, long total) {
        long now = nanos.getAsLong();
        boolean due = last == 0 ? now - start >= FIRST_AFTER : now - last >= AGAIN_AFTER;
        if (!terminal || !due || total <= 0) {
            return;
        }
        last = now;
        double part = Math.clamp((double) done / total, 0, 1);
        int full = (int) (part * WIDTH);
        err.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + (int) (part * 100) + " %");
        err.flush();
    }

    /** Leaves an empty line to whoever prints next. */
    void clear() {
        if (last != 0) {
            err.print("\r" + " ".repeat(WIDTH + 10) + "\r");
            err.flush();
            last = 0;
        }
    }
}
