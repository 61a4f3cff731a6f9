package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.payload.Bytes;

/**
 * Finds key presses in a stream (RFC 4733, section 2.3). Which payload type carries them is agreed elsewhere: what has their form
 * and a type that is assigned to no codec is taken for one, and whoever knows the agreement may know better.
 */
final class KeyMeter {

    static final int LENGTH = 4;

    private static final int FIRST_DYNAMIC = 96;
    private static final int FLASH = 16;

    /** Nobody presses more in a call; a hostile stream is not remembered whole. */
    private static final int MOST = 256;

    private final List<KeyPress> pressed = new ArrayList<>(0);
    private int event = -1;
    private int timestamp;
    private int payloadType;
    private Moment begin;
    private long ticks;
    private int packets;
    private boolean ended;

    /** Whether a payload may be one. */
    static boolean is(int payloadType, MemorySegment bytes, long from, long to) {
        return payloadType >= FIRST_DYNAMIC
                && to - from == LENGTH
                && Bytes.u8(bytes, from) <= FLASH
                && (Bytes.u8(bytes, from + 1) & 0x40) == 0;
    }

    void add(int type, int stamp, MemorySegment bytes, long from, long time, long frame) {
        int told = Bytes.u8(bytes, from);
        if (event < 0 || stamp != timestamp || told != event) {
            flush();
            event = told;
            timestamp = stamp;
            payloadType = type;
            begin = new Moment(time, frame);
            ticks = 0;
            packets = 0;
            ended = false;
        }
        packets++;
        ticks = Math.max(ticks, Bytes.u16(bytes, from + 2));
        ended |= Bytes.u8(bytes, from + 1) >= 0x80;
    }

    private void flush() {
        if (event >= 0 && pressed.size() < MOST) {
            pressed.add(new KeyPress(event, begin, ticks, packets, ended, payloadType));
        }
    }

    /** In order of time. */
    List<KeyPress> pressed() {
        flush();
        event = -1;
        return List.copyOf(pressed);
    }
}
