package org.ringback.session;

import java.io.IOException;
import java.util.function.Consumer;

/** What came of something that took its time and might fail. */
public sealed interface JobResult<T> {

    /** It worked. */
    record Done<T>(T result) implements JobResult<T> {}

    /** It was ready, but the place where it should go did not take it. */
    record Unwritten<T>(IOException reason) implements JobResult<T> {}

    /** It could not be made. */
    record Failed<T>(Throwable reason) implements JobResult<T> {}

    /** Uses the result if it worked; else everything stays as it is. */
    default void ifDone(Consumer<? super T> use) {
        if (this instanceof Done<T>(T result)) {
            use.accept(result);
        }
    }
}
