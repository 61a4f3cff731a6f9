package org.ringback.capture;

import java.lang.foreign.MemorySegment;

/** Gives back the memory of what was read of a mapped file: a page counts as memory of the process from its first use. */
final class ReadPages {

    /** So many steps are not given back yet: who takes the messages is still looking at them. */
    private static final int IN_USE = 4;

    private final long step;
    private long released;

    /** @param step so many bytes are given back at once */
    ReadPages(long step) {
        this.step = step;
    }

    /** What lies well before this offset is not needed now; the system's cache keeps it anyway. */
    void releaseUpTo(MemorySegment bytes, long reached) {
        long position = reached - IN_USE * step;
        if (position - released >= step && bytes.isMapped()) {
            bytes.asSlice(released, position - released).unload();
            released = position;
        }
    }
}
