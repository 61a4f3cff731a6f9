package org.ringback.window.share;

import java.util.concurrent.Callable;

/** What work beside the screen can ask for and tell while it goes on. */
interface Steps {

    /** Does something on the toolkit's thread and waits for it. */
    <S> S onToolkit(Callable<S> step);

    /** Tells how far it is. */
    void done(long steps, long of);

    /** Whether the user has stopped it. */
    boolean unwanted();
}
