package org.ringback.capture;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file system within a file, as mail programs and older offices save what they hold (MS-CFB): streams in sectors, which
 * tables lead through. Whatever leads out of the file or round in a circle ends there.
 *
 * <p>Bounds: {@value #LARGEST} bytes of a stream, {@value #MOST_ENTRIES} streams and folders.
 */
final class CompoundFile {

    private static final long MAGIC = 0xE11AB1A1E011CFD0L;
    private static final int LARGEST = 256 * 1024 * 1024;
    private static final int MOST_ENTRIES = 10_000;
    private static final int HEADER = 512;
    private static final int TABLES_IN_HEADER = 109;
    private static final int ENTRY = 128;
    private static final int STREAM = 2;

    /** What stands behind is no sector but a sign: the end of a chain, or nothing. */
    private static final long LAST_SECTOR = 0xFFFFFFFAL;

    private final MemorySegment bytes;
    private final int sector;
    private final int[] next;
    private final byte[] entries;
    private final byte[] small;
    private final byte[] nextSmall;
    private final Map<String, Integer> streams = new LinkedHashMap<>();

    /** @param bytes a file for which {@link #is} holds */
    CompoundFile(MemorySegment bytes) {
        this.bytes = bytes;
        sector = 1 << (number(30) & 0xFFFF);
        next = table();
        entries = chain(unsigned(48), LARGEST);
        nextSmall = chain(unsigned(60), LARGEST);
        small = entries.length < ENTRY ? new byte[0] : chain(start(0), LARGEST);
        walk();
    }

    /** Whether it is one, with sectors of a size that there is. */
    static boolean is(MemorySegment bytes) {
        if (bytes.byteSize() < HEADER || bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, 0) != MAGIC) {
            return false;
        }
        int shift = bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED, 30);
        return shift == 9 || shift == 12;
    }

    private int number(long at) {
        return at + 4 <= bytes.byteSize() ? bytes.get(ValueLayout.JAVA_INT_UNALIGNED, at) : -1;
    }

    private long unsigned(long at) {
        return Integer.toUnsignedLong(number(at));
    }

    private static int number(byte[] bytes, int at) {
        return at + 4 <= bytes.length ? MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED, at) : -1;
    }

    /** Of each sector which one comes next; the sectors that hold this are named in the header, and then in a chain. */
    private int[] table() {
        int most = (int) Math.min(LARGEST / 4, bytes.byteSize() / sector + 1);
        int[] table = new int[most];
        int filled = 0;
        long named = 76;
        long end = named + 4L * TABLES_IN_HEADER;
        long further = unsigned(68);
        for (int read = 0; read < most && filled < most; read++) {
            if (named == end) {
                if (further >= LAST_SECTOR) {
                    break;
                }
                named = place(further);
                end = named + sector - 4;
                further = unsigned(end);
            }
            long place = place(unsigned(named));
            named += 4;
            for (int at = 0; at < sector && filled < most && place + sector <= bytes.byteSize(); at += 4) {
                table[filled++] = number(place + at);
            }
        }
        return table;
    }

    private long place(long number) {
        return (number + 1) * sector;
    }

    /** The bytes of sectors that lead from one to the next. */
    private byte[] chain(long first, long size) {
        var all = new ByteArrayOutputStream();
        long at = first;
        for (int count = 0; at < next.length && count < next.length && all.size() < size; count++) {
            long place = place(at);
            if (place >= bytes.byteSize()) {
                break;
            }
            long length = Math.min(sector, bytes.byteSize() - place);
            all.writeBytes(bytes.asSlice(place, length).toArray(ValueLayout.JAVA_BYTE));
            at = Integer.toUnsignedLong(next[(int) at]);
        }
        return all.toByteArray();
    }

    private byte[] smallChain(long first, int size) {
        int unit = 1 << (number(32) & 0xF);
        var all = new ByteArrayOutputStream();
        long at = first;
        int most = small.length / unit + 1;
        for (int count = 0; at * unit < small.length && count < most && all.size() < size; count++) {
            all.write(small, (int) at * unit, Math.min(unit, small.length - (int) at * unit));
            at = Integer.toUnsignedLong(number(nextSmall, (int) at * 4));
        }
        return all.toByteArray();
    }

    private long start(int entry) {
        return Integer.toUnsignedLong(number(entries, entry * ENTRY + 116));
    }

    private record Place(int entry, String folder) {}

    /** Names all streams by their folders, from the root on; brothers hang on each other as in a tree. */
    private void walk() {
        int count = Math.min(MOST_ENTRIES, entries.length / ENTRY);
        boolean[] seen = new boolean[count];
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(0, ""));
        while (!open.isEmpty()) {
            Place place = open.poll();
            int entry = place.entry;
            if (entry < 0 || entry >= count || seen[entry]) {
                continue;
            }
            seen[entry] = true;
            int at = entry * ENTRY;
            String name = entry == 0 ? "" : place.folder + name(at);
            open.add(new Place(number(entries, at + 68), place.folder));
            open.add(new Place(number(entries, at + 72), place.folder));
            open.add(new Place(number(entries, at + 76), entry == 0 ? "" : name + "/"));
            if (entries[at + 66] == STREAM) {
                streams.put(name, entry);
            }
        }
    }

    private String name(int at) {
        int length = Math.clamp((entries[at + 64] & 0xFF) - 2, 0, 62);
        return new String(entries, at, length, StandardCharsets.UTF_16LE);
    }

    /** The streams by their folders and names, as {@code folder/name}. */
    Iterable<String> names() {
        return streams.keySet();
    }

    /** The bytes of a stream, empty if there is none. */
    byte[] stream(String name) {
        Integer entry = streams.get(name);
        if (entry == null) {
            return new byte[0];
        }
        int size = Math.clamp(Integer.toUnsignedLong(number(entries, entry * ENTRY + 120)), 0, LARGEST);
        byte[] all = size < unsigned(56) ? smallChain(start(entry), size) : chain(start(entry), size);
        return all.length > size ? Arrays.copyOf(all, size) : all;
    }
}
