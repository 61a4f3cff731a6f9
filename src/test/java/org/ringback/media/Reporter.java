package org.ringback.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Writes compound packets of RTCP (RFC 3550, section 6). */
public final class Reporter {

    private final ByteBuffer bytes = ByteBuffer.allocate(4096);

    private void header(int count, int type, int length) {
        bytes.put((byte) (0x80 | count)).put((byte) type).putShort((short) (length / 4 - 1));
    }

    /** A sender's report without blocks. */
    public Reporter sender(int ssrc, int middle) {
        return sent(ssrc, middle, 0);
    }

    /** A sender's report without blocks, with how many packets were sent. */
    public Reporter sent(int ssrc, int middle, int packets) {
        header(0, 200, 28);
        bytes.putInt(ssrc)
                .putInt(middle >>> 16)
                .putInt(middle << 16)
                .putInt(0)
                .putInt(packets)
                .putInt(0);
        return this;
    }

    /** A receiver's report with one block. */
    public Reporter receiver(int ssrc, int about, int fraction, int lost, int jitter, int lastSender, int delay) {
        return block(ssrc, about, fraction, lost, 0, jitter, lastSender, delay);
    }

    /** A receiver's report on one source of which nothing was lost; the number is the highest that came. */
    public Reporter received(int ssrc, int about, int sequence) {
        return block(ssrc, about, 0, 0, sequence, 0, 0, 0);
    }

    private Reporter block(
            int ssrc, int about, int fraction, int lost, int sequence, int jitter, int lastSender, int delay) {
        header(1, 201, 32);
        bytes.putInt(ssrc).putInt(about).putInt((fraction << 24) | (lost & 0xFFFFFF));
        bytes.putInt(sequence).putInt(jitter).putInt(lastSender).putInt(delay);
        return this;
    }

    /** VoIP metrics (RFC 3611, 4.7). */
    public Reporter quality(int ssrc, int about, int loss, int discard, int factor, int listening) {
        header(0, 207, 44);
        bytes.putInt(ssrc).put((byte) 7).put((byte) 0).putShort((short) 8).putInt(about);
        bytes.put((byte) loss).put((byte) discard).put(new byte[14]);
        bytes.put((byte) factor)
                .put((byte) 127)
                .put((byte) listening)
                .put((byte) 127)
                .put(new byte[8]);
        return this;
    }

    /** VoIP metrics with all that a device can tell; spans in milliseconds, the opinions in tenths. */
    public Reporter quality(int ssrc, int about, int[] shares, int[] spans, int factor, int listening, int talking) {
        header(0, 207, 44);
        bytes.putInt(ssrc).put((byte) 7).put((byte) 0).putShort((short) 8).putInt(about);
        for (int share : shares) {
            bytes.put((byte) share);
        }
        for (int span : spans) {
            bytes.putShort((short) span);
        }
        bytes.put((byte) -20).put((byte) -60).put((byte) 127).put((byte) 16);
        bytes.put((byte) factor).put((byte) 127).put((byte) listening).put((byte) talking);
        bytes.put(new byte[2]).putShort((short) 40).putShort((short) 80).putShort((short) 200);
        return this;
    }

    /** A source leaves (RFC 3550, 6.6). */
    public Reporter goodbye(String reason, int... sources) {
        byte[] text = reason.getBytes(UTF_8);
        int padded = text.length == 0 ? 0 : (text.length + 4) / 4 * 4;
        header(sources.length, 203, 4 + 4 * sources.length + padded);
        for (int source : sources) {
            bytes.putInt(source);
        }
        if (padded > 0) {
            bytes.put((byte) text.length).put(text).put(new byte[padded - 1 - text.length]);
        }
        return this;
    }

    /** Names that say nothing (RFC 3550, 6.5). */
    public Reporter names(int ssrc) {
        header(1, 202, 12);
        bytes.putInt(ssrc).putInt(0);
        return this;
    }

    public byte[] done() {
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }
}
