package org.ringback.sound;

import org.ringback.sound.codec.Codec;

/**
 * A packet in its place.
 *
 * @param begin in {@link Ticks} since the playout began
 * @param length in ticks
 * @param order the sequence number, with how often it began anew
 * @param concealed for how many ticks after its end sound has to be made up
 */
record Slot(Kind kind, long begin, long length, long order, RtpPacket packet, Codec codec, long concealed) {

    enum Kind {
        VOICE,
        /** Comfort noise: until the next packet. */
        NOISE,
        /** It came too late; nothing is heard of it. */
        LATE,
        UNREADABLE
    }

    long end() {
        return begin + length;
    }

    Slot lasting(long ticks) {
        return new Slot(kind, begin, ticks, order, packet, codec, concealed);
    }

    Slot concealing(long ticks) {
        return new Slot(kind, begin, length, order, packet, codec, ticks);
    }
}
