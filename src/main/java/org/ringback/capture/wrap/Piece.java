package org.ringback.capture.wrap;

import java.lang.foreign.MemorySegment;

/**
 * A part of a text without what stood around its lines.
 *
 * @param bytes whole lines
 * @param numbers of these lines in the file, counted from 1
 * @param end how far of the file this part goes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Piece(MemorySegment bytes, long[] numbers, long end) {}
