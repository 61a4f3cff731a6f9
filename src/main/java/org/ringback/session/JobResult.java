package org.ringback.session;

/** What came of something that took its time and might fail. */
public sealed interface JobResult<T> {

    /** It worked. */
    record Done<T>(T result) implements JobResult<T> {}

    /** It did not. */
    record Failed<T>(Throwable reason) implements JobResult<T> {}
}
