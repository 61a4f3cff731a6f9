package org.ringback.capture;

/** Takes what a capture gives, in the order of the file, on one thread. */
public interface Sink {

    void message(Captured message);

    void unusable(Unusable part);

    /** How far reading has come, in bytes of all files; called now and then. */
    default void progress(long done, long total) {}

    /** Asked now and then; reading stops early when it says yes. */
    default boolean canceled() {
        return false;
    }
}
