package org.ringback.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes text to a print stream in large pieces: by itself that writes every line on its own. The stream is left open; one
 * that goes away early is no error, as with any print stream.
 */
final class LineWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Writer writer;

    LineWriter(PrintStream out) {
        writer = writer(out);
    }

    static Writer writer(PrintStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, out.charset()), BUFFER);
    }

    void print(CharSequence text) {
        try {
            writer.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands on what is still in the buffer. */
    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
