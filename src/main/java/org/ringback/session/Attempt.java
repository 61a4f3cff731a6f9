package org.ringback.session;

/** What came of something that took its time and might fail. */
public sealed interface Attempt<T> {

    /** It worked. */
    record Done<T>(T result) implements Attempt<T> {}

    /** It did not. */
    record Failed<T>(Throwable reason) implements Attempt<T> {}
}
