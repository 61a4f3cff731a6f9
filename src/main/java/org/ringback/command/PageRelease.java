package org.ringback.command;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ringback.reading.Reading;

/**
 * Gives back the pages of the files now and then, while an answer looks at messages here and there in them: else the whole
 * of a large file would soon count as memory of the program.
 */
final class PageRelease implements AutoCloseable {

    private static final long EVERY_MILLISECONDS = 1;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("page-release").factory());

    /** Begins, and goes on until it is closed; what was read is to be closed after that. */
    PageRelease(Reading reading) {
        var _ = clock.scheduleWithFixedDelay(reading::release, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Waits for the one that may be on its way: afterwards the memory must not be touched. */
    @Override
    public void close() {
        clock.close();
    }
}
