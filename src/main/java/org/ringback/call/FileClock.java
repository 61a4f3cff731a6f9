package org.ringback.call;

import java.time.Duration;

/** What can be told of the clock of a file by the messages that another file holds too. */
public sealed interface FileClock {

    /** How many messages both files hold. */
    int messages();

    /**
     * It is known.
     *
     * @param against the index of the file whose clock is taken for right
     * @param offset what to add to the times of this file, so that both tell the same time
     * @param spread how far nine of ten messages are from that at most: the way between the two places, and how even the
     *     clocks run
     */
    record Known(int against, Duration offset, Duration spread, int messages) implements FileClock {}

    /** Too few messages are in both files to tell. */
    record TooFew(int messages) implements FileClock {}

    /** The messages contradict each other: no single offset would make it right. */
    record TooUneven(Duration spread, int messages) implements FileClock {}
}
