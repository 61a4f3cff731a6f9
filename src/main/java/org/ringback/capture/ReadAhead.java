package org.ringback.capture;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import org.ringback.capture.payload.Bytes;

/**
 * Touches the bytes of a large mapped file shortly before they are read, on another processor: whoever looks at the headers of
 * packets only would wait for the memory at each of them, and for the system at each page, longer than the looking takes.
 */
final class ReadAhead implements AutoCloseable {

    /** Of a smaller file the reading is over before it would pay. */
    private static final long SMALL = 16L << 20;

    /** What is touched and not yet read must fit into the processors' common cache, with what else is in use. */
    private static final long AHEAD = 8L << 20;

    private static final int PIECE = 1 << 16;

    private final MemorySegment bytes;
    private final Thread thread;
    private volatile long reached;
    private volatile boolean closed;

    private ReadAhead(MemorySegment bytes) {
        this.bytes = bytes;
        thread = Thread.ofPlatform().daemon().name("read-ahead").unstarted(this::run);
    }

    /** Begins at the beginning, if that is worth it. */
    static ReadAhead of(MemorySegment bytes) {
        var ahead = new ReadAhead(bytes);
        if (bytes.isMapped()
                && bytes.byteSize() >= SMALL
                && Runtime.getRuntime().availableProcessors() > 1) {
            ahead.thread.start();
        }
        return ahead;
    }

    /** So far the file was read. */
    void reached(long position) {
        reached = position;
        LockSupport.unpark(thread);
    }

    private void run() {
        // Copying is the one way to touch so much that needs no time to become fast.
        byte[] piece = new byte[PIECE];
        long size = bytes.byteSize();
        long done = 0;
        try {
            while (!closed && done < size) {
                long from = Math.max(done, reached);
                int length = (int) Math.min(PIECE, Math.min(size, reached + AHEAD) - from);
                if (length > 0) {
                    Bytes.copy(bytes, from, piece, 0, length);
                    done = from + length;
                } else {
                    LockSupport.park(this);
                }
            }
        } catch (InternalError e) {
            // The file became shorter, or its disk is gone: who reads it will find that, and say so.
        }
    }

    /** Waits for the last touch: what is mapped may be freed afterwards. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
