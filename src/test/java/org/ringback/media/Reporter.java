package org.ringback.media;

import java.nio.ByteBuffer;

/** Writes compound packets of RTCP (RFC 3550, section 6). */
final class Reporter {

    private final ByteBuffer bytes = ByteBuffer.allocate(4096);

    private void header(int count, int type, int length) {
        bytes.put((byte) (0x80 | count)).put((byte) type).putShort((short) (length / 4 - 1));
    }

    /** A sender's report without blocks. */
    Reporter sender(int ssrc, int middle) {
        header(0, 200, 28);
        bytes.putInt(ssrc)
                .putInt(middle >>> 16)
                .putInt(middle << 16)
                .putInt(0)
                .putInt(0)
                .putInt(0);
        return this;
    }

    /** A receiver's report with one block. */
    Reporter receiver(int ssrc, int about, int fraction, int lost, int jitter, int lastSender, int delay) {
        header(1, 201, 32);
        bytes.putInt(ssrc).putInt(about).putInt((fraction << 24) | (lost & 0xFFFFFF));
        bytes.putInt(0).putInt(jitter).putInt(lastSender).putInt(delay);
        return this;
    }

    /** VoIP metrics (RFC 3611, 4.7). */
    Reporter quality(int ssrc, int about, int loss, int discard, int factor, int listening) {
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

    /** Names that say nothing (RFC 3550, 6.5). */
    Reporter names(int ssrc) {
        header(1, 202, 12);
        bytes.putInt(ssrc).putInt(0);
        return this;
    }

    byte[] done() {
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }
}
