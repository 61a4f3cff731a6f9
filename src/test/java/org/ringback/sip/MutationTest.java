package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

/** Thousands of damaged messages, the same ones in each run: nothing throws, and all who read a message agree. */
@BesideOthers
final class MutationTest {

    private static final int INPUTS = 20_000;
    private static final String[] WORDS = {
        "\r\n",
        "\n",
        "\r\n\r\n",
        "\r\n ",
        "\"",
        "<",
        ">",
        ",",
        ";",
        "=",
        "%",
        ":",
        "@",
        "\\",
        "[",
        "]",
        "?",
        "&",
        "\0",
        "\u00ff",
        "Content-Length: 7\r\n",
        "l: 99999999999999999999\r\n",
        "SIP/2.0 200 OK\r\n",
        "INVITE sip:a SIP/2.0\r\n",
        "v:",
        "sip:",
        "Content-Type: multipart/mixed;boundary=a\r\n",
        "--a",
        "--a--",
        "m=",
        "a=rtpmap:0 ",
        "c=IN IP4 1.2.3.4"
    };

    private final List<byte[]> originals = new ArrayList<>(TortureMessages.all().values());
    private final Random random = new Random(4475);
    private final Agreement agreement = new Agreement();

    @Test
    void allAgreeOnTheOriginals() {
        originals.forEach(this::check);
    }

    @Test
    void allAgreeOnDamagedMessages() {
        for (int i = 0; i < INPUTS; i++) {
            check(damaged(originals.get(i % originals.size())));
        }
    }

    private byte[] damaged(byte[] original) {
        byte[] message = original.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && message.length > 0; changes--) {
            int at = random.nextInt(message.length);
            int length = Math.min(random.nextInt(12), message.length - at);
            message = switch (random.nextInt(5)) {
                case 0 -> {
                    message[at] = (byte) random.nextInt(256);
                    yield message;
                }
                case 1 -> spliced(message, at, length, new byte[0]);
                case 2 -> spliced(message, at, 0, Arrays.copyOfRange(message, at, at + length));
                case 3 -> Arrays.copyOf(message, at);
                default ->
                    spliced(
                            message,
                            at,
                            length,
                            WORDS[random.nextInt(WORDS.length)].getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            };
        }
        return message;
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] put) {
        byte[] result = new byte[bytes.length - cut + put.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(put, 0, result, at, put.length);
        System.arraycopy(bytes, at + cut, result, at + put.length, bytes.length - at - cut);
        return result;
    }

    private void check(byte[] message) {
        MemorySegment bytes = MemorySegment.ofArray(message);
        try {
            agreement.check(bytes);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(Octets.text(bytes), e);
        }
    }
}
