package org.ringback.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Notices when an answer could not be written, for example because the disk is full. */
public final class WriteWatch {

    private Optional<IOException> failure = Optional.empty();

    /** The same stream, watched. */
    OutputStream over(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    failure = Optional.of(e);
                    throw e;
                }
            }
        };
    }

    /**
     * Why the answer is not whole. A reader that went away early ({@code | head}) has what it wanted: that is no
     * failure.
     */
    public Optional<String> failure() {
        return failure.map(IOException::getMessage).filter(message -> !readerLeft(message));
    }

    private static boolean readerLeft(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return words.contains("broken pipe")
                || words.contains("pipe is being closed")
                || words.contains("pipe has been ended");
    }
}
