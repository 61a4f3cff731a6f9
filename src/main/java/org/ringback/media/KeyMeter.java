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

    private final List<Press> pressed = new ArrayList<>(0);

    /** One press, however many packets and segments tell of it. */
    private static final class Press {
        private final int event;
        private final int payloadType;
        private final Moment begin;
        private final int timestamp;
        private int segment;
        private long ticks;
        private int packets;
        private boolean ended;

        private Press(int event, int payloadType, int timestamp, Moment begin) {
            this.event = event;
            this.payloadType = payloadType;
            this.timestamp = timestamp;
            this.begin = begin;
            segment = timestamp;
        }

        /**
         * Whether a packet tells of it too. A press that lasts longer than its duration can say goes on under a new timestamp,
         * where the last segment ends (RFC 4733, section 2.5.1.3), and some senders write a new one into each packet.
         */
        private boolean takes(int told, int stamp) {
            int after = stamp - timestamp;
            return told == event && (stamp == segment || (!ended && after > 0 && after <= ticks));
        }

        private void add(int stamp, int duration, boolean end) {
            if (stamp - segment > 0) {
                segment = stamp;
            }
            ticks = Math.max(ticks, (long) (stamp - timestamp) + duration);
            ended |= end;
            packets++;
        }
    }

    /** Whether a payload may be one. */
    static boolean is(int payloadType, MemorySegment bytes, long from, long to) {
        return payloadType >= FIRST_DYNAMIC
                && to - from == LENGTH
                && Bytes.u8(bytes, from) <= FLASH
                && (Bytes.u8(bytes, from + 1) & 0x40) == 0;
    }

    /** A packet that did not come before. */
    void add(int type, int stamp, MemorySegment bytes, long from, long time, long frame) {
        int told = Bytes.u8(bytes, from);
        Press press = of(told, stamp);
        if (press == null) {
            if (pressed.size() == MOST) {
                return;
            }
            press = new Press(told, type, stamp, new Moment(time, frame));
            pressed.add(press);
        }
        press.add(stamp, Bytes.u16(bytes, from + 2), Bytes.u8(bytes, from + 1) >= 0x80);
    }

    /** The last one, or the one before it if the packet comes late; null if none of them. */
    private Press of(int event, int stamp) {
        for (int i = pressed.size() - 1; i >= Math.max(0, pressed.size() - 2); i--) {
            if (pressed.get(i).takes(event, stamp)) {
                return pressed.get(i);
            }
        }
        return null;
    }

    /** In order of time. */
    List<KeyPress> pressed() {
        return pressed.stream()
                .map(press -> new KeyPress(
                        press.event, press.begin, press.ticks, press.packets, press.ended, press.payloadType))
                .toList();
    }
}
