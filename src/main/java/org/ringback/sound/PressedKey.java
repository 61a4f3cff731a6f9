package org.ringback.sound;

import java.util.Optional;

/**
 * A key that somebody pressed, put together from all packets that tell of it.
 *
 * @param event as {@link TelephoneEvent#event} says it
 * @param begin when the first of its packets arrived, in microseconds on the clock of the arrivals
 * @param duration for how long it was pressed as far as the packets say, in milliseconds
 * @param packets how many told of it
 * @param endSeen whether one of them said that it was let go; if not, all of those were lost or never sent
 */
public record PressedKey(int event, long begin, long duration, int packets, boolean endSeen) {

    /** The key, as it is written on a telephone; empty if the event is none. */
    public Optional<Character> key() {
        return TelephoneEvent.key(event);
    }
}
