package org.ringback.sound;

/**
 * Something that was not heard as it was spoken.
 *
 * @param from microseconds since the playout began
 * @param to where it ends, later than {@code from}
 */
public record Flaw(Kind kind, long from, long to) {

    /** What happened there. */
    public enum Kind {
        /** The packet came when its turn was over, and was dropped. */
        LATE,
        /** The packet never came. */
        LOST,
        /** Sound was made up from what was heard before; it lies within what was lost or late. */
        CONCEALED,
        /** The packet is there and cannot be decoded: its codec is not known here, or it is damaged. */
        UNREADABLE
    }
}
