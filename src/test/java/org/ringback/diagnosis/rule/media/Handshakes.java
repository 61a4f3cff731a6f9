package org.ringback.diagnosis.rule.media;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.ringback.diagnosis.Trace;

/** Records of DTLS 1.2 as they are sent before encryption begins (RFC 6347). */
final class Handshakes {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private Handshakes() {}

    static byte[] clientHello() {
        return message(1, new byte[40]);
    }

    static byte[] serverHello() {
        return message(2, new byte[40]);
    }

    static byte[] alert(int level, int description) {
        return record(ALERT, 0, new byte[] {(byte) level, (byte) description});
    }

    /** An alert that is encrypted. */
    static byte[] secretAlert() {
        return record(ALERT, 1, new byte[26]);
    }

    /** A chain of one certificate, of which nobody reads more than its bytes. */
    static byte[] certificate(byte[] der) {
        return message(11, chain(der));
    }

    /** The same in two fragments. */
    static byte[][] fragments(byte[] der) {
        byte[] body = chain(der);
        int half = body.length / 2;
        return new byte[][] {
            fragment(11, body.length, 0, Arrays.copyOf(body, half)),
            fragment(11, body.length, half, Arrays.copyOfRange(body, half, body.length))
        };
    }

    private static byte[] chain(byte[] der) {
        return ByteBuffer.allocate(6 + der.length)
                .put(three(der.length + 3))
                .put(three(der.length))
                .put(der)
                .array();
    }

    static String fingerprint(String function, byte[] der) {
        try {
            return function.toLowerCase(Locale.ROOT) + " "
                    + HexFormat.ofDelimiter(":")
                            .withUpperCase()
                            .formatHex(MessageDigest.getInstance(function).digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] message(int type, byte[] body) {
        return fragment(type, body.length, 0, body);
    }

    private static byte[] fragment(int type, int whole, int offset, byte[] part) {
        return record(
                HANDSHAKE,
                0,
                ByteBuffer.allocate(12 + part.length)
                        .put((byte) type)
                        .put(three(whole))
                        .putShort((short) 0)
                        .put(three(offset))
                        .put(three(part.length))
                        .put(part)
                        .array());
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
    }

    private static byte[] record(int type, int epoch, byte[] body) {
        return ByteBuffer.allocate(13 + body.length)
                .put((byte) type)
                .putShort((short) 0xFEFD)
                .putShort((short) epoch)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) body.length)
                .put(body)
                .array();
    }

    /** From now on somebody begins again and again, a second apart. */
    static void begins(Trace trace, String from, int port, String to, int toPort) {
        for (int i = 0; i < 5; i++) {
            trace.after(1).media(from, port).sends(to, toPort, clientHello());
        }
    }
}
