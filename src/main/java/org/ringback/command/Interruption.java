package org.ringback.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long answer stop cleanly on Ctrl+C: the system ends the program only when what was found so far is printed. The
 * exit code is then the system's (130 on Linux).
 */
final class Interruption implements AutoCloseable {

    /** Then the program ends all the same; the user pressed Ctrl+C to be rid of it. */
    private static final Duration MOST = Duration.ofSeconds(20);

    /** The same, where nothing is left to be stopped: an answer that is longer is what the user wants to be rid of. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::stop);
    private volatile boolean requested;
    private volatile Duration most = MOST;

    /** Watches from now on until it is closed. */
    Interruption() {
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
            boolean printed = finished.await(most.toMillis(), TimeUnit.MILLISECONDS);
            requested = printed || requested;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
