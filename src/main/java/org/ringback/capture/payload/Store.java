package org.ringback.capture.payload;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory for messages that do not lie in one piece in their file; freed with the arena. */
public final class Store {

    private static final long SLAB = 1 << 20;

    private final Arena arena;
    private MemorySegment slab = MemorySegment.NULL;
    private long used;

    public Store(Arena arena) {
        this.arena = arena;
    }

    MemorySegment copy(MemorySegment bytes, long from, long to) {
        long length = to - from;
        if (slab.byteSize() - used < length) {
            if (length > SLAB / 4) {
                MemorySegment own = arena.allocate(length);
                Bytes.copy(bytes, from, own, 0, length);
                return own.asReadOnly();
            }
            slab = arena.allocate(SLAB);
            used = 0;
        }
        MemorySegment copy = slab.asSlice(used, length);
        Bytes.copy(bytes, from, copy, 0, length);
        used += length;
        return copy.asReadOnly();
    }
}
