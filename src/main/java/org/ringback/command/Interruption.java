package org.ringback.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long answer stop cleanly on Ctrl+C: while files are read, the system ends the program only when what was found so
 * far is printed, if that does not take long; afterwards at once. The exit code is then the system's (130 on Linux).
 */
final class Interruption implements AutoCloseable {

    /** Then the program ends all the same; the user pressed Ctrl+C to be rid of it. */
    private static final Duration MOST = Duration.ofSeconds(5);

    /** The same, where nothing is left to be stopped: long enough for an answer that was nearly whole. */
    private static final Duration REST = Duration.ofMillis(200);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::stop);
    private final Runnable cutShort;
    private volatile boolean requested;
    private volatile Duration most = MOST;

    /**
     * Watches from now on until it is closed.
     *
     * @param cutShort says that there is no whole answer; on another thread than the one that answers
     */
    Interruption(Runnable cutShort) {
        this.cutShort = cutShort;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean requested() {
        return requested;
    }

    /** All is read; what is asked for from now on no longer stops reading. */
    void answering() {
        if (!requested) {
            most = REST;
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook with it.
            requested = true;
        }
    }

    /** What the system does before it ends the program. */
    void stop() {
        requested = true;
        try {
            // Returning early would end the program in the middle of a line.
            if (!finished.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                cutShort.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
