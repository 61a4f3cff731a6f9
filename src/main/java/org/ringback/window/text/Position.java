package org.ringback.window.text;

import java.util.Comparator;

/**
 * A place between two letters of what is read.
 *
 * @param line the number of its paragraph or line, from 0
 * @param offset how many letters of that stand before it
 */
record Position(int line, int offset) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::offset);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
