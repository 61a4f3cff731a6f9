package org.ringback.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Mails as Outlook saves them (MS-CFB, MS-OXMSG): short streams share sectors, long ones have their own. */
final class MsgBuilder {

    private static final int SECTOR = 512;
    private static final int UNIT = 64;
    private static final int SHORT = 4096;
    private static final int END = -2;
    private static final int NONE = -1;

    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(String name, int type, byte[] bytes, List<Entry> within) {}

    private final Entry root = new Entry("Root Entry", 5, new byte[0], new ArrayList<>());
    private final List<Integer> next = new ArrayList<>();
    private final ByteArrayOutputStream sectors = new ByteArrayOutputStream();
    private final List<Integer> nextUnit = new ArrayList<>();
    private final ByteArrayOutputStream units = new ByteArrayOutputStream();

    MsgBuilder text(String text) {
        root.within.add(new Entry("__substg1.0_1000001F", 2, text.getBytes(StandardCharsets.UTF_16LE), List.of()));
        return this;
    }

    MsgBuilder attached(String name, byte[] bytes) {
        Entry folder = new Entry(
                "__attach_version1.0_#0000000" + root.within.size(),
                1,
                new byte[0],
                List.of(
                        new Entry("__substg1.0_37010102", 2, bytes, List.of()),
                        new Entry("__substg1.0_3707001F", 2, name.getBytes(StandardCharsets.UTF_16LE), List.of())));
        root.within.add(folder);
        return this;
    }

    byte[] bytes() {
        // The first sector is the table.
        next.add(-3);
        sectors.writeBytes(new byte[SECTOR]);
        List<Entry> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).within);
        }
        List<Integer> starts = new ArrayList<>();
        for (Entry entry : all) {
            starts.add(entry.type != 2 ? 0 : put(entry.bytes));
        }
        int shortSize = units.size();
        starts.set(0, chain(units.toByteArray(), SECTOR, next, sectors));
        int shortTable = chain(numbers(nextUnit), SECTOR, next, sectors);
        var directory = new ByteArrayOutputStream();
        for (int i = 0; i < all.size(); i++) {
            directory.writeBytes(entry(all, i, starts.get(i), i == 0 ? shortSize : all.get(i).bytes.length));
        }
        int directoryStart = chain(directory.toByteArray(), SECTOR, next, sectors);
        byte[] body = sectors.toByteArray();
        byte[] table = numbers(next);
        System.arraycopy(Arrays.copyOf(table, SECTOR), 0, body, 0, SECTOR);
        Arrays.fill(body, table.length, SECTOR, (byte) 0xFF);
        ByteBuffer header = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(0, 0xE11AB1A1E011CFD0L).putShort(24, (short) 0x3E).putShort(26, (short) 3);
        header.putShort(28, (short) 0xFFFE).putShort(30, (short) 9).putShort(32, (short) 6);
        header.putInt(44, 1).putInt(48, directoryStart).putInt(56, SHORT);
        header.putInt(60, shortTable)
                .putInt(64, 1)
                .putInt(68, END)
                .putInt(72, 0)
                .putInt(76, 0);
        for (int at = 80; at < SECTOR; at += 4) {
            header.putInt(at, NONE);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(header.array());
        file.writeBytes(body);
        return file.toByteArray();
    }

    private int put(byte[] bytes) {
        return bytes.length < SHORT ? chain(bytes, UNIT, nextUnit, units) : chain(bytes, SECTOR, next, sectors);
    }

    private static int chain(byte[] bytes, int size, List<Integer> table, ByteArrayOutputStream out) {
        int first = table.size();
        int count = Math.max(1, (bytes.length + size - 1) / size);
        for (int i = 1; i < count; i++) {
            table.add(first + i);
        }
        table.add(END);
        out.writeBytes(Arrays.copyOf(bytes, count * size));
        return first;
    }

    private static byte[] numbers(List<Integer> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.size()).order(ByteOrder.LITTLE_ENDIAN);
        numbers.forEach(bytes::putInt);
        return bytes.array();
    }

    /** Brothers stand in a row: each is the right one of that before it. */
    private static byte[] entry(List<Entry> all, int at, int start, int size) {
        Entry entry = all.get(at);
        int right = NONE;
        for (Entry folder : all) {
            int place = folder.within.indexOf(entry);
            if (place >= 0 && place + 1 < folder.within.size()) {
                right = all.indexOf(folder.within.get(place + 1));
            }
        }
        int child = entry.within.isEmpty() ? NONE : all.indexOf(entry.within.getFirst());
        ByteBuffer bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_16LE);
        bytes.put(0, name)
                .putShort(64, (short) (name.length + 2))
                .put(66, (byte) entry.type)
                .put(67, (byte) 1);
        bytes.putInt(68, NONE)
                .putInt(72, right)
                .putInt(76, child)
                .putInt(116, start)
                .putInt(120, size);
        return bytes.array();
    }
}
