package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.ringback.capture.wrap.Piece;

/**
 * The lines of a text, one after the other, without copying them. A line ends with LF; CRs before it and the color codes of
 * a terminal around it do not belong to its content.
 */
final class Lines {

    /** Of a longer line only this much is looked at. */
    static final int LOOKED_AT = 4096;

    private static final long[] NUMBERED_BY_ITSELF = {};

    private static final int WINDOW = 64 * 1024;
    private static final int LF = '\n';
    private static final int CR = '\r';
    private static final int ESC = 0x1B;
    private static final int LONGEST_COLOR = 16;

    private final MemorySegment bytes;
    private final long size;
    private final byte[] window;
    private long windowBegin;
    private int windowLength;
    private long contentBegin;
    private long contentEnd;
    private long next;
    private final long[] numbers;
    private long number;
    private String text = "";

    Lines(MemorySegment bytes) {
        this(bytes, 0);
    }

    /** A part of a text that was unwrapped, whose lines have the numbers that they have in the file. */
    Lines(Piece piece) {
        this(piece.bytes(), 0, piece.numbers());
    }

    /** @param before how many lines stand before this part of the text */
    Lines(MemorySegment bytes, long before) {
        this(bytes, before, NUMBERED_BY_ITSELF);
    }

    private Lines(MemorySegment bytes, long before, long[] numbers) {
        this.bytes = bytes;
        this.number = before;
        this.numbers = numbers;
        this.size = bytes.byteSize();
        this.window = new byte[(int) Math.min(WINDOW, size)];
        this.next = startsWithByteOrderMark() ? 3 : 0;
    }

    /** Goes to the next line; false at the end. */
    boolean advance() {
        if (next >= size) {
            return false;
        }
        long begin = next;
        long end = endOfLine(begin);
        next = Math.min(size, end + 1);
        contentEnd = end;
        if (contentEnd > begin && at(contentEnd - 1) == CR) {
            contentEnd--;
        }
        contentBegin = begin < contentEnd && at(begin) == ESC ? afterColors(begin) : begin;
        number++;
        int length = (int) Math.min(LOOKED_AT, contentEnd - contentBegin);
        bringIn(contentBegin, length);
        text = new String(window, (int) (contentBegin - windowBegin), length, StandardCharsets.ISO_8859_1);
        return true;
    }

    /** Goes on with the rest of this line as if it were a line. */
    void restartAt(long offset) {
        next = offset;
        number--;
    }

    /** Goes on with the line that begins or goes on at an offset further on. */
    void skipTo(long offset) {
        for (long at = next; at < offset; at++) {
            if (at(at) == LF) {
                number++;
            }
        }
        next = offset;
    }

    /** The content, one character for each byte, at most {@link #LOOKED_AT}. */
    String text() {
        return text;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** Its number in the file, counted from 1. */
    long numberInFile() {
        return number > 0 && number <= numbers.length ? numbers[(int) number - 1] : number;
    }

    /** Where the content begins: after color codes. */
    long contentBegin() {
        return contentBegin;
    }

    long contentEnd() {
        return contentEnd;
    }

    long length() {
        return contentEnd - contentBegin;
    }

    /** Where the next line begins. */
    long next() {
        return next;
    }

    /** Whether a CR stands before the LF. */
    boolean hasCr() {
        return contentEnd < next && at(contentEnd) == CR;
    }

    int byteAt(long offset) {
        return offset < size ? at(offset) : -1;
    }

    MemorySegment bytes() {
        return bytes;
    }

    private int at(long offset) {
        bringIn(offset, 1);
        return window[(int) (offset - windowBegin)] & 0xFF;
    }

    private long endOfLine(long begin) {
        long at = begin;
        while (at < size) {
            bringIn(at, 1);
            int last = windowLength;
            for (int i = (int) (at - windowBegin); i < last; i++) {
                if (window[i] == LF) {
                    return windowBegin + i;
                }
            }
            at = windowBegin + windowLength;
        }
        return size;
    }

    /** Single bytes of an array are read much faster than those of a segment. */
    private void bringIn(long offset, int length) {
        if (offset < windowBegin || offset + length > windowBegin + windowLength) {
            windowBegin = offset;
            windowLength = (int) Math.min(window.length, size - offset);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, window, 0, windowLength);
        }
    }

    private boolean startsWithByteOrderMark() {
        return size >= 3 && at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF;
    }

    private long afterColors(long from) {
        long offset = from;
        while (offset + 1 < contentEnd && at(offset) == ESC && at(offset + 1) == '[') {
            long end = offset + 2;
            while (end < contentEnd && end - offset < LONGEST_COLOR && !isLetter(at(end))) {
                end++;
            }
            if (end >= contentEnd || !isLetter(at(end))) {
                return offset;
            }
            offset = end + 1;
        }
        return offset;
    }

    private static boolean isLetter(int value) {
        return (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    }
}
