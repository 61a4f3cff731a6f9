package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.trace.ErrorLog;

/** A mistake in the program is told over the page, once, with the file that holds its trace. */
class UnexpectedErrorsTest {

    @TempDir
    private Path folder;

    private final List<Object> happened = new ArrayList<>();

    private UnexpectedErrors errors(Thread.UncaughtExceptionHandler first) {
        return new UnexpectedErrors(first, log(), Runnable::run, happened::add);
    }

    private ErrorLog log() {
        return new ErrorLog(folder.resolve("ringback.log"));
    }

    @Test
    void isToldWithItsFileAfterItWasWrittenDown() {
        var errors = errors((_, error) -> {
            happened.add(error.getClass());
            log().add("Test", error);
        });

        errors.uncaughtException(Thread.currentThread(), new IllegalStateException());

        assertThat(happened).containsExactly(IllegalStateException.class, Optional.of(folder.resolve("ringback.log")));
    }

    @Test
    void isToldWithoutAFileWhereThereIsNone() {
        errors(null).uncaughtException(Thread.currentThread(), new IllegalStateException());

        assertThat(happened).containsExactly(Optional.empty());
    }

    @Test
    void isToldOnceHoweverOftenItComesBack() {
        var errors = errors(null);
        for (int i = 0; i < 100; i++) {
            errors.uncaughtException(Thread.currentThread(), new IllegalStateException("number " + i));
        }
        errors.uncaughtException(Thread.currentThread(), new IllegalArgumentException());

        assertThat(happened).hasSize(2);
    }
}
