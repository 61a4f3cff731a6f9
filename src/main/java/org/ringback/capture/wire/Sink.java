package org.ringback.capture.wire;

/** Takes what a capture gives, in the order of the file, on one thread. */
public interface Sink {

    void message(Captured message);

    void unusable(Unusable part);

    /**
     * When the last packet so far was captured, of whatever kind, as {@link Captured#time()}: from it on nothing is known.
     * Called now and then, after the messages up to it, and at the end of each file; never for a log.
     */
    default void reached(long time) {}

    /** How far reading has come, in bytes of all files; called now and then. */
    default void progress(long done, long total) {}

    /** Asked now and then; reading stops early when it says yes. */
    default boolean canceled() {
        return false;
    }
}
