package org.ringback.capture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The block before each file of a tar file (POSIX.1-2017, pax, ustar Interchange Format).
 *
 * @param size bytes of the file that follows
 * @param type what it is: {@code 0} a file, {@code L} and {@code x} a longer name of the next one
 */
record TarHeader(String name, long size, char type) {

    /** Its bytes; files are padded to a multiple. */
    static final int BLOCK = 512;

    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;

    /** Nothing if it is none, as at the end: the sum of its bytes must be right. */
    static Optional<TarHeader> of(byte[] block) {
        if (block.length < BLOCK || block[0] == 0 || number(block, CHECKSUM, 8) != sum(block)) {
            return Optional.empty();
        }
        String name = text(block, 0, 100);
        String prefix = text(block, MAGIC, 6).equals("ustar") ? text(block, PREFIX, 155) : "";
        long size = (block[SIZE] & 0x80) == 0 ? number(block, SIZE, 12) : binary(block);
        return size < 0
                ? Optional.empty()
                : Optional.of(new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, size, (char) block[TYPE]));
    }

    /** The name among records such as {@code 30 path=logs/a.log}. */
    static Optional<String> path(String records) {
        return records.lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("path="))
                .map(line -> line.substring("path=".length()))
                .findFirst();
    }

    private static String text(byte[] block, int from, int length) {
        int to = from;
        while (to < from + length && block[to] != 0) {
            to++;
        }
        return new String(block, from, to - from, StandardCharsets.UTF_8);
    }

    /** In octal digits; -1 if it is none. */
    private static long number(byte[] block, int from, int length) {
        String digits = text(block, from, length).strip();
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            number = number << 3 | digit;
        }
        return digits.isEmpty() ? -1 : number;
    }

    /** What is too large for octal digits is written as a number. */
    private static long binary(byte[] block) {
        long number = 0;
        for (int i = SIZE + 4; i < SIZE + 12; i++) {
            number = number << 8 | (block[i] & 0xFF);
        }
        return number;
    }

    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }
}
