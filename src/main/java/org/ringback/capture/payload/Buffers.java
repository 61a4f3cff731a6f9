package org.ringback.capture.payload;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;

/** Lends memory that is given back: in sizes of powers of two, kept for the next one. */
public final class Buffers {

    private static final int SMALLEST = 11;
    private static final int LARGEST = 21;

    private final Arena arena;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final ArrayDeque<MemorySegment>[] free = new ArrayDeque[LARGEST + 1];

    public Buffers(Arena arena) {
        this.arena = arena;
    }

    /**
     * At least so many bytes, up to 2 MiB, with anything in them.
     */
    public MemorySegment borrow(long bytes) {
        int power = Math.max(SMALLEST, 64 - Long.numberOfLeadingZeros(Math.max(1, bytes - 1)));
        ArrayDeque<MemorySegment> kept = free[power];
        MemorySegment buffer = kept == null ? null : kept.poll();
        return buffer == null ? arena.allocate(1L << power) : buffer;
    }

    public void giveBack(MemorySegment buffer) {
        int power = Long.numberOfTrailingZeros(buffer.byteSize());
        if (free[power] == null) {
            free[power] = new ArrayDeque<>();
        }
        free[power].push(buffer);
    }
}
