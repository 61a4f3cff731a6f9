package org.ringback.sound;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What one packet of {@code telephone-event} says (RFC 4733, section 2.3).
 *
 * @param event 0 to 9 for digits, 10 for *, 11 for #, 12 to 15 for A to D, 16 for a flash, others for what is no key
 * @param end whether the key has been let go
 * @param volume how much quieter than the loudest, in decibels, 0 to 63
 * @param duration for how long it has been pressed, in ticks of the RTP clock, 0 to 65,535
 */
public record TelephoneEvent(int event, boolean end, int volume, int duration) {

    private static final int LENGTH = 4;

    /** Reads a payload; empty if it is too short. What stands behind the first event is not looked at. */
    public static Optional<TelephoneEvent> of(byte[] payload) {
        if (payload.length < LENGTH) {
            return Optional.empty();
        }
        int duration = ByteBuffer.wrap(payload).getShort(2) & 0xFFFF;
        return Optional.of(
                new TelephoneEvent(payload[0] & 0xFF, (payload[1] & 0x80) != 0, payload[1] & 0x3F, duration));
    }

    /** The key, as it is written on a telephone; empty if the event is none. */
    public static Optional<Character> key(int event) {
        String keys = "0123456789*#ABCD";
        return event >= 0 && event < keys.length() ? Optional.of(keys.charAt(event)) : Optional.empty();
    }
}
