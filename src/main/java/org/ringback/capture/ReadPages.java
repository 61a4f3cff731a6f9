package org.ringback.capture;

import java.lang.foreign.MemorySegment;

/** Gives back the memory of what was read of a mapped file: a page counts as memory of the process from its first use. */
final class ReadPages {

    private final long step;
    private long released;

    /** @param step so many bytes are given back at once */
    ReadPages(long step) {
        this.step = step;
    }

    /** What lies before this offset is not needed now; the system's cache keeps it anyway. */
    void releaseUpTo(MemorySegment bytes, long position) {
        if (position - released >= step && bytes.isMapped()) {
            bytes.asSlice(released, position - released).unload();
            released = position;
        }
    }
}
