package org.ringback.capture.stream;

/** Sequence numbers of a stream, from the first to the one behind the last, for which nobody waits any more. */
record GivenUp(int from, int to) {

    /** Numbers wrap, so they are compared by their difference. */
    boolean holds(int number) {
        return number - from >= 0 && number - to < 0;
    }
}
