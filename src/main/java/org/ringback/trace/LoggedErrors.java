package org.ringback.trace;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Takes the errors out of what is logged. What is said of them there is left out: it may name somebody's call. */
final class LoggedErrors extends Handler {

    private final ErrorLog log;

    LoggedErrors(ErrorLog log) {
        this.log = log;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() != null) {
            log.add(entry.getLoggerName(), entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // Every entry is written at once.
    }

    @Override
    public void close() {
        // The file is open only while an entry is written.
    }
}
