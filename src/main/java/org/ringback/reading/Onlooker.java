package org.ringback.reading;

/** Looks on while something is read, on the thread that reads, and may stop it. */
public interface Onlooker {

    /** Called often: how far reading has come, in bytes of all files. */
    default void progress(long done, long total) {}

    /** Asked often; reading stops early when it says yes, and what was read until then counts. */
    default boolean canceled() {
        return false;
    }
}
