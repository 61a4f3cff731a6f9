package org.ringback.session;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Something that is done again and again in the background, of which only the latest result is of use: an earlier one that
 * comes later is not told. For the screen's thread.
 */
final class Latest<T> {

    private final Background background;
    /** Which one is wanted: whatever began with a lower number is of no use. */
    private int wanted;
    /** Whether one goes on that {@link #next} began, wanted or not. */
    private boolean busy;

    private Runnable waiting;

    Latest(Background background) {
        this.background = background;
    }

    /** Begins at once, beside earlier ones, which nobody waits for any more. */
    void now(Callable<T> work, Consumer<JobResult<T>> told) {
        int turn = ++wanted;
        background.run(work, result -> tell(turn, result, told));
    }

    /** Begins when the one before has been told; of several that wait meanwhile only the last one is done. */
    void next(Callable<T> work, Consumer<JobResult<T>> told) {
        if (busy) {
            waiting = () -> next(work, told);
            return;
        }
        busy = true;
        int turn = wanted;
        background.run(work, result -> {
            try {
                tell(turn, result, told);
            } finally {
                busy = false;
                goOn();
            }
        });
    }

    private void goOn() {
        if (waiting != null) {
            Runnable then = waiting;
            waiting = null;
            then.run();
        }
    }

    /** Wants nothing any more of all that was asked for so far. */
    void drop() {
        wanted++;
        waiting = null;
    }

    private void tell(int turn, JobResult<T> result, Consumer<JobResult<T>> told) {
        if (turn == wanted) {
            told.accept(result);
        }
    }
}
