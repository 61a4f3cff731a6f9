package org.ringback.diagnosis.rule.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ringback.diagnosis.Trace;

/** Messages of STUN as ICE uses them (RFC 8489). */
final class Stuns {

    private Stuns() {}

    /** A check by the name of whoever is asked, a colon, and that of whoever asks. */
    static byte[] check(String username) {
        byte[] name = username.getBytes(StandardCharsets.US_ASCII);
        int padded = name.length + 3 & ~3;
        return ByteBuffer.wrap(message(0x0001, 8 + 4 + padded))
                .position(20)
                // PRIORITY, then USERNAME.
                .putShort((short) 0x24)
                .putShort((short) 4)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) name.length)
                .put(name)
                .array();
    }

    /** What a client asks a STUN server for its own address. */
    static byte[] question() {
        return message(0x0001, 0);
    }

    static byte[] success() {
        return message(0x0101, 0);
    }

    static byte[] error(int code) {
        return ByteBuffer.wrap(message(0x0111, 8))
                .position(20)
                .putShort((short) 9)
                .putShort((short) 4)
                .putInt(((code / 100) << 8) | (code % 100))
                .array();
    }

    private static byte[] message(int type, int length) {
        return ByteBuffer.allocate(20 + length)
                .putShort((short) type)
                .putShort((short) length)
                .putInt(0x2112A442)
                .putLong(1)
                .putInt(2)
                .array();
    }

    /** From now on somebody asks again and again, half a second apart; an answer to each may come at once. */
    static void checks(Trace trace, String from, int port, String to, int toPort, String username, byte[]... answer) {
        for (int i = 0; i < 8; i++) {
            trace.after(0.5);
            trace.media(from, port).sends(to, toPort, check(username));
            for (byte[] bytes : answer) {
                trace.media(to, toPort).sends(from, port, bytes);
            }
        }
    }
}
