package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what is logged while a window is open: neither a style warning nor an exception may be among it. */
final class LogWatch extends Handler {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    LogWatch() {
        ROOT.addHandler(this);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> wrong.add(thread.getName() + ": " + failure));
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            wrong.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
        }
    }

    /** What was wrong until now, on purpose of the test; forgotten from here on. */
    List<String> taken() {
        List<String> taken = List.copyOf(wrong);
        wrong.clear();
        return taken;
    }

    void assertNothingWrong() {
        assertThat(wrong)
                .as("warnings and exceptions while the window was open")
                .isEmpty();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
