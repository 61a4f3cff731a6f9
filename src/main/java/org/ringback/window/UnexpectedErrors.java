package org.ringback.window;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ringback.trace.ErrorLog;

/**
 * Tells a mistake in the program over the page too: hardly anybody sees the terminal from which a window was started. Each
 * is told once, for one that comes back with every frame must not stay over the page. For any thread.
 */
final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {

    /** Of one run; by then the first ones have been told. */
    private static final int MOST = 100;

    private final Thread.UncaughtExceptionHandler first;
    private final ErrorLog log;
    private final Executor screen;
    private final Consumer<Optional<Path>> teller;
    private final Set<Integer> told = new HashSet<>();

    /**
     * Only listens.
     *
     * @param first writes it down before it is told; may be {@code null}
     * @param log the file in which it then stands
     * @param teller tells a user where more can be read, if anywhere; called by {@code screen}
     */
    UnexpectedErrors(
            Thread.UncaughtExceptionHandler first, ErrorLog log, Executor screen, Consumer<Optional<Path>> teller) {
        this.first = first;
        this.log = log;
        this.screen = screen;
        this.teller = teller;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (first != null) {
            first.uncaughtException(thread, error);
        }
        if (isNew(error)) {
            Optional<Path> file = log.file();
            screen.execute(() -> teller.accept(file));
        }
    }

    private synchronized boolean isNew(Throwable error) {
        int where =
                31 * Arrays.hashCode(error.getStackTrace()) + error.getClass().hashCode();
        return told.size() < MOST && told.add(where);
    }
}
