package org.ringback.session;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Does what takes long on other threads, tells what came of it on the screen's thread, and counts what is not done yet.
 * For the screen's thread.
 */
final class Background {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    private final Executor screen;
    private final Executor threads;
    private final ReadOnlyIntegerWrapper working = new ReadOnlyIntegerWrapper(this, "working");

    /**
     * Does nothing yet.
     *
     * @param screen runs what changes the state
     * @param threads run what takes long
     */
    Background(Executor screen, Executor threads) {
        this.screen = screen;
        this.threads = threads;
    }

    /**
     * Begins at once.
     *
     * @param told takes what came of it on the screen's thread, whatever happens
     */
    <T> void run(Callable<T> work, Consumer<JobResult<T>> told) {
        working.set(working.get() + 1);
        threads.execute(() -> {
            JobResult<T> result = result(work);
            screen.execute(() -> {
                working.set(working.get() - 1);
                told.accept(result);
            });
        });
    }

    private static <T> JobResult<T> result(Callable<T> work) {
        try {
            return new JobResult.Done<>(work.call());
        } catch (IOException e) {
            return new JobResult.Unwritten<>(e);
        } catch (Exception | OutOfMemoryError | StackOverflowError | InternalError e) {
            // Too many calls for the memory, or a capture that was made shorter while it is shown.
            LOG.log(Level.WARNING, "Work in the background failed", e);
            return new JobResult.Failed<>(e);
        }
    }

    /** A platform thread: reading waits for pages of mapped files, and a virtual one would hold up its carrier. */
    static void onThreadOfItsOwn(Runnable task) {
        Thread.ofPlatform().daemon().name("calls").start(task);
    }

    /** How many things go on. */
    ReadOnlyIntegerProperty workingProperty() {
        return working.getReadOnlyProperty();
    }
}
