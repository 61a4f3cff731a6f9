package org.ringback.ladder;

/** One line of a ladder, with an arrow between two columns: a message, or what the network did. */
public sealed interface Line permits Row, NetworkMark {

    /** As {@link org.ringback.capture.wire.Captured#time()}. */
    long time();

    /** Which of the legs it belongs to, from 0. */
    int leg();

    /** Index of the sender's column. */
    int from();

    /** Index of the receiver's column; the same as {@link #from} for what a host sends to itself. */
    int to();

    /** What stands at the arrow, in the words of protocols. */
    String label();

    /** Whether it is sent from a host to itself. */
    default boolean toItself() {
        return from() == to();
    }
}
