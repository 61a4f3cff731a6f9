package org.ringback.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** Takes a compound packet of RTCP apart (RFC 3550, section 6). */
final class Rtcp {

    private static final int HEADER = 8;
    private static final int SENDER_INFO = 20;
    private static final int BLOCK = 24;

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int GOODBYE = 203;
    private static final int EXTENDED_REPORT = 207;
    private static final int VOIP_METRICS = 7;

    /** Takes what a compound packet says, in its order. */
    interface Listener {

        /**
         * A sender told what time it is.
         *
         * @param middle the middle 32 bits of its NTP timestamp
         * @param packets that it has sent since it began
         */
        void sender(int ssrc, int middle, long packets);

        /**
         * A receiver told what it received of a source.
         *
         * @param fraction lost since the report before, in 256ths
         * @param lost in all, signed
         * @param sequence the highest sequence number that came, extended by how often they began anew
         * @param jitter in ticks
         * @param lastSender middle of the NTP timestamp of the last sender report that it has got, or 0
         * @param delay since that came, in 65536ths of a second
         */
        void report(
                int reporter,
                int source,
                int fraction,
                int lost,
                long sequence,
                long jitter,
                int lastSender,
                long delay);

        void voip(int reporter, int source, VoipMetrics metrics);

        /**
         * A source leaves.
         *
         * @param reason that it gives, or empty
         */
        void goodbye(int source, String reason);
    }

    private Rtcp() {}

    /** Whether a datagram may be RTCP, encrypted or not. */
    static boolean is(MemorySegment bytes, long from, long to) {
        return to - from >= HEADER && Rtp.version2(bytes, from) && Rtp.typeOfRtcp(bytes, from);
    }

    /** Whether its parts follow each other to its very end, as they do not where it is encrypted or cut. */
    static boolean whole(MemorySegment bytes, long from, long to) {
        long at = from;
        while (to - at >= 4 && Rtp.version2(bytes, at) && Rtp.typeOfRtcp(bytes, at)) {
            at += length(bytes, at);
        }
        return at == to;
    }

    /** On how many sources a report tells, by its first packet, whose header is clear even in SRTCP (RFC 3711, section 3.4). */
    static int blocks(MemorySegment bytes, long from) {
        int type = Bytes.u8(bytes, from + 1);
        return type == SENDER_REPORT || type == RECEIVER_REPORT ? Bytes.u8(bytes, from) & 0x1F : 0;
    }

    private static long length(MemorySegment bytes, long at) {
        return 4L * (Bytes.u16(bytes, at + 2) + 1);
    }

    static void read(MemorySegment bytes, long from, long to, Listener listener) {
        for (long at = from; to - at >= HEADER; ) {
            long end = Math.min(to, at + length(bytes, at));
            int ssrc = Bytes.i32(bytes, at + 4);
            switch (Bytes.u8(bytes, at + 1)) {
                case SENDER_REPORT -> {
                    if (end - at >= HEADER + SENDER_INFO) {
                        listener.sender(
                                ssrc,
                                Bytes.u16(bytes, at + 10) << 16 | Bytes.u16(bytes, at + 12),
                                Bytes.u32(bytes, at + 20));
                        blocks(bytes, at, at + HEADER + SENDER_INFO, end, listener);
                    }
                }
                case RECEIVER_REPORT -> blocks(bytes, at, at + HEADER, end, listener);
                case GOODBYE -> goodbye(bytes, at, end, listener);
                case EXTENDED_REPORT -> extended(bytes, ssrc, at + HEADER, end, listener);
                default -> {
                    // Names, feedback and the like say nothing about quality.
                }
            }
            at = end;
        }
    }

    private static void blocks(MemorySegment bytes, long packet, long from, long to, Listener listener) {
        int reporter = Bytes.i32(bytes, packet + 4);
        int count = Bytes.u8(bytes, packet) & 0x1F;
        long at = from;
        for (int block = 0; block < count && to - at >= BLOCK; block++) {
            listener.report(
                    reporter,
                    Bytes.i32(bytes, at),
                    Bytes.u8(bytes, at + 4),
                    Bytes.i32(bytes, at + 4) << 8 >> 8,
                    Bytes.u32(bytes, at + 8),
                    Bytes.u32(bytes, at + 12),
                    Bytes.i32(bytes, at + 16),
                    Bytes.u32(bytes, at + 20));
            at += BLOCK;
        }
    }

    /** RFC 3611, section 4.7. */
    private static void extended(MemorySegment bytes, int reporter, long from, long to, Listener listener) {
        for (long at = from; to - at >= 4; ) {
            long length = length(bytes, at);
            if (Bytes.u8(bytes, at) == VOIP_METRICS && length == VoipMetrics.LENGTH && to - at >= length) {
                listener.voip(reporter, Bytes.i32(bytes, at + 4), VoipMetrics.read(bytes, at));
            }
            at += length;
        }
    }

    /** Sources, as many as the header says, then a text that says why, if there is one (RFC 3550, section 6.6). */
    private static void goodbye(MemorySegment bytes, long from, long to, Listener listener) {
        int count = Bytes.u8(bytes, from) & 0x1F;
        long text = from + 4 + 4L * count;
        String reason = "";
        if (text < to) {
            int length = (int) Math.min(Bytes.u8(bytes, text), to - text - 1);
            var characters = new byte[length];
            Bytes.copy(bytes, text + 1, characters, 0, length);
            reason = new String(characters, UTF_8);
        }
        for (long at = from + 4; at < text && to - at >= 4; at += 4) {
            listener.goodbye(Bytes.i32(bytes, at), reason);
        }
    }
}
