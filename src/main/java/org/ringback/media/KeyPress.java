package org.ringback.media;

/**
 * A key that was pressed, as a stream told it (RFC 4733).
 *
 * @param event 0 to 9, 10 for the star, 11 for the pound sign, 12 to 15 for A to D, 16 for a flash
 * @param begin its first packet
 * @param ticks how long it lasted, by the clock of the stream
 * @param packets how many told of it, repeated ends included
 * @param ended whether one of them told that it has ended
 * @param payloadType by which it came
 */
public record KeyPress(int event, Moment begin, long ticks, int packets, boolean ended, int payloadType) {

    private static final String KEYS = "0123456789*#ABCD";

    /** The key as it stands on a telephone; empty for a flash and what is none. */
    public String key() {
        return event < KEYS.length() ? KEYS.substring(event, event + 1) : "";
    }
}
