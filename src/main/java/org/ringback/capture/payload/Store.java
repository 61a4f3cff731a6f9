package org.ringback.capture.payload;

import java.lang.foreign.MemorySegment;

/**
 * Keeps messages for good, in memory of its own: their file may change or go away as soon as it was read. A message is
 * drafted first, so that its end can be looked for where the bytes will stay, and kept up to there. For one thread.
 */
public final class Store {

    /** A capture of few messages needs little; the next piece of memory is twice as large. */
    private static final int FIRST_SLAB = 1 << 14;

    private static final int LARGEST_SLAB = 1 << 18;

    private final long most;
    private final Overflow overflow;
    private byte[] slab = new byte[0];
    private MemorySegment memory = MemorySegment.ofArray(slab);
    private int used;
    private long kept;
    private MemorySegment draft = memory;
    /** Where the draft stands. */
    private byte[] array = slab;

    private int begin;
    private boolean inSlab;

    /** Where messages are kept for which there is no room in memory. */
    @FunctionalInterface
    public interface Overflow {

        /** Copies so many bytes from the begin of an array; what cannot be kept there comes back as a copy in memory. */
        MemorySegment keep(byte[] bytes, int from, int length);
    }

    /**
     * Keeps nothing yet.
     *
     * @param most bytes that are kept in memory, a share of what the program has
     * @param overflow takes what is more
     */
    public Store(long most, Overflow overflow) {
        this.most = most;
        this.overflow = overflow;
    }

    /** Copies bytes to where they can be looked at until the next draft; the copy is an array's. */
    MemorySegment draft(MemorySegment bytes, long from, long to) {
        int length = (int) (to - from);
        if (slab.length - used < length) {
            if (length > LARGEST_SLAB / 4) {
                inSlab = false;
                array = new byte[length];
                begin = 0;
                draft = MemorySegment.ofArray(array);
                Bytes.copy(bytes, from, array, 0, length);
                return draft;
            }
            slab = new byte[Math.max(length, Math.clamp(2L * slab.length, FIRST_SLAB, LARGEST_SLAB))];
            memory = MemorySegment.ofArray(slab);
            used = 0;
        }
        inSlab = true;
        array = slab;
        begin = used;
        Bytes.copy(bytes, from, slab, used, length);
        draft = memory.asSlice(used, length);
        return draft;
    }

    /** Keeps the first bytes of the last draft. */
    MemorySegment keep(long length) {
        if (kept + length > most) {
            return overflow.keep(array, begin, (int) length);
        }
        kept += length;
        if (inSlab) {
            used += (int) length;
        }
        return length == draft.byteSize() ? draft : draft.asSlice(0, length);
    }
}
