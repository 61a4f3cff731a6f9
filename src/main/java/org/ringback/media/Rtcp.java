package org.ringback.media;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** Takes a compound packet of RTCP apart (RFC 3550, section 6). */
final class Rtcp {

    private static final int HEADER = 8;
    private static final int SENDER_INFO = 20;
    private static final int BLOCK = 24;

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int EXTENDED_REPORT = 207;
    private static final int VOIP_METRICS = 7;
    private static final int VOIP_METRICS_LENGTH = 36;

    /** Takes what a compound packet says, in its order. */
    interface Listener {

        /**
         * A sender told what time it is.
         *
         * @param middle the middle 32 bits of its NTP timestamp
         */
        void sender(int ssrc, int middle);

        /**
         * A receiver told what it received of a source.
         *
         * @param fraction lost since the report before, in 256ths
         * @param lost in all, signed
         * @param jitter in ticks
         * @param lastSender middle of the NTP timestamp of the last sender report that it has got, or 0
         * @param delay since that came, in 65536ths of a second
         */
        void report(int reporter, int source, int fraction, int lost, long jitter, int lastSender, long delay);

        void voip(int reporter, int source, ReceiverReport.VoipMetrics metrics);
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
                        listener.sender(ssrc, Bytes.u16(bytes, at + 10) << 16 | Bytes.u16(bytes, at + 12));
                        blocks(bytes, at, at + HEADER + SENDER_INFO, end, listener);
                    }
                }
                case RECEIVER_REPORT -> blocks(bytes, at, at + HEADER, end, listener);
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
            if (Bytes.u8(bytes, at) == VOIP_METRICS && length == VOIP_METRICS_LENGTH && to - at >= length) {
                listener.voip(
                        reporter,
                        Bytes.i32(bytes, at + 4),
                        new ReceiverReport.VoipMetrics(
                                Bytes.u8(bytes, at + 8) / 256.0,
                                Bytes.u8(bytes, at + 9) / 256.0,
                                known(Bytes.u8(bytes, at + 24)),
                                tenths(Bytes.u8(bytes, at + 26))));
            }
            at += length;
        }
    }

    /** 127 stands for what is not known, and more than 100 for nothing. */
    private static int known(int value) {
        return value > 100 ? -1 : value;
    }

    private static double tenths(int value) {
        return value < 10 || value > 50 ? -1 : value / 10.0;
    }
}
