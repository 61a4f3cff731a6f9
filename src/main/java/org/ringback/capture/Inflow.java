package org.ringback.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What comes through a pipe, read on a thread of its own: opening one waits for somebody who writes, and no word from outside
 * ends that wait. Who does not want it any more leaves, and the thread ends when somebody writes, or with the program.
 */
final class Inflow implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final int MOST_WAITING = 16;
    private static final int LOOK_UP_MILLIS = 50;

    private final Path path;
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread reader = Thread.ofPlatform().daemon().name("pipe").unstarted(this::read);
    private volatile boolean opened;

    /**
     * What came, or how it ended.
     *
     * @param failure why nothing more can be read, or {@code null}
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(byte[] bytes, IOException failure) {}

    /** Begins to read. */
    Inflow(Path path) {
        this.path = path;
        reader.start();
    }

    private void read() {
        try {
            parts.put(last());
        } catch (InterruptedException e) {
            // Nobody waits for it any more.
            Thread.currentThread().interrupt();
        }
    }

    private Part last() throws InterruptedException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            opened = true;
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (channel.read(buffer) >= 0) {
                byte[] bytes = new byte[buffer.flip().remaining()];
                buffer.get(bytes).clear();
                parts.put(new Part(bytes, null));
            }
            return new Part(new byte[0], null);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            return new Part(new byte[0], e);
        }
    }

    /**
     * The next bytes, empty at the end; {@code null} if somebody does not want to wait for them any more.
     *
     * @param canceled asked often
     * @throws IOException if it cannot be opened or read
     */
    byte[] next(BooleanSupplier canceled) throws IOException {
        try {
            Part part = parts.poll();
            while (part == null) {
                if (canceled.getAsBoolean()) {
                    return null;
                }
                part = parts.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (part.failure() != null) {
                throw part.failure();
            }
            return part.bytes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Reads no further. */
    @Override
    public void close() {
        reader.interrupt();
        if (!opened && reader.isAlive()) {
            letGo();
        }
    }

    /** Who waits for a writer goes on when there is one, if only for a moment; to be one and a reader too needs no wait. */
    private void letGo() {
        try (FileChannel _ = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            reader.join(LOOK_UP_MILLIS);
        } catch (IOException e) {
            // A pipe that may only be read: the thread waits on, and costs nothing.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
