package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.zip.Inflater;

/** The bytes of a packed file one after the other, from any place of it, until somebody wants no more. */
final class PackedInput implements AutoCloseable {

    private static final int CHUNK = 1 << 18;

    private final FileChannel channel;
    private final BooleanSupplier canceled;
    private final byte[] bytes = new byte[CHUNK];
    private int at;
    private int end;
    /** Where the chunk ends in the file. */
    private long read;

    PackedInput(Path file, BooleanSupplier canceled) throws IOException {
        this.canceled = canceled;
        channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Where the next byte stands. */
    long position() {
        return read - end + at;
    }

    void goTo(long position) {
        long back = read - position;
        if (back >= 0 && back <= end) {
            at = end - (int) back;
        } else {
            at = 0;
            end = 0;
            read = position;
        }
    }

    /** The next byte, or -1 if there is none. */
    int next() throws IOException {
        return there() ? bytes[at++] & 0xFF : -1;
    }

    /** The next byte. */
    int needed() throws IOException {
        int next = next();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** A number of so many bytes, the least significant first. */
    long number(int count) throws IOException {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number |= (long) needed() << (8 * i);
        }
        return number;
    }

    /** Gives what is there to be unpacked. */
    void feed(Inflater inflater) throws IOException {
        if (!there()) {
            throw new EOFException();
        }
        inflater.setInput(bytes, at, end - at);
    }

    /** Takes back what was not unpacked of what was given. */
    void takeBack(Inflater inflater) {
        at = end - inflater.getRemaining();
    }

    private boolean there() throws IOException {
        if (at == end) {
            at = 0;
            end = canceled.getAsBoolean() ? 0 : Math.max(0, channel.read(ByteBuffer.wrap(bytes), read));
            read += end;
        }
        return at < end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
