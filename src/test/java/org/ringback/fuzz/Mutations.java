package org.ringback.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes of seeds inputs that are nearly right, which get further than noise does. The same number gives the same inputs. */
final class Mutations {

    private static final int LARGEST = 32_000;

    /** So many inputs that were made are changed further, beside the seeds. */
    private static final int KEPT = 64;

    private static final int[] EDGES = {
        0,
        1,
        0x7F,
        0x80,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x1_0000,
        0x10_0000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        -1
    };

    private static final List<byte[]> WORDS = List.of(
                    "\r\n",
                    "\n",
                    "\r\n\r\n",
                    "\"",
                    "\\\"",
                    "<",
                    ">",
                    ",",
                    ";",
                    "=",
                    ":",
                    "@",
                    "%",
                    "\0",
                    "\u00ff",
                    "\u00c3\u00a4",
                    "INVITE sip:a@b SIP/2.0\r\n",
                    "SIP/2.0 200 OK\r\n",
                    "SIP/2.0 481 X\r\n",
                    "SIP/2.0 699 X\r\n",
                    "CSeq: 1 INVITE\r\n",
                    "CSeq: 4294967296 BYE\r\n",
                    "Content-Length: 7\r\n",
                    "l: 99999999999\r\n",
                    "Content-Type: application/sdp\r\n",
                    "Content-Type: multipart/mixed;boundary=\"x\"\r\n",
                    "--x\r\n",
                    "Retry-After: 99999999999\r\n",
                    "Session-Expires: 0;refresher=uas\r\n",
                    "Contact: *\r\n",
                    "Reason: Q.850;cause=;text=\"\r\n",
                    "WWW-Authenticate: Digest realm=\"\r\n",
                    "Via: SIP/2.0/UDP [::1]:0;rport;branch=z9hG4bK\r\n",
                    ";tag=",
                    ";branch=z9hG4bK",
                    "a=rtpmap:0 ",
                    "m=audio 0 RTP/AVP 0\r\n",
                    "c=IN IP4 0.0.0.0\r\n",
                    "<?xml version=\"1.0\"?><a b='",
                    "<![CDATA[",
                    "2024-02-30 24:60:61.999999999 ",
                    "0001-01-01T00:00:00Z ",
                    "{\"a\":\"\\u",
                    "\u001b[31m",
                    "&amp;",
                    "=0D=0A")
            .stream()
            .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    private final List<byte[]> seeds;
    private final List<byte[]> kept = new ArrayList<>();
    private final SplittableRandom random;

    Mutations(List<byte[]> seeds, long number) {
        this.seeds = List.copyOf(seeds);
        random = new SplittableRandom(number);
    }

    byte[] next() {
        byte[] input = any().clone();
        do {
            input = changed(input);
        } while (random.nextInt(3) > 0 && input.length > 0);
        if (input.length > LARGEST) {
            input = Arrays.copyOf(input, LARGEST);
        }
        if (random.nextInt(32) == 0) {
            keep(input);
        }
        return input;
    }

    private void keep(byte[] input) {
        if (kept.size() < KEPT) {
            kept.add(input);
        } else {
            kept.set(random.nextInt(KEPT), input);
        }
    }

    private byte[] any() {
        boolean again = !kept.isEmpty() && random.nextInt(4) == 0;
        List<byte[]> from = again ? kept : seeds;
        return from.get(random.nextInt(from.size()));
    }

    private byte[] changed(byte[] input) {
        int at = input.length == 0 ? 0 : random.nextInt(input.length);
        int length = Math.min(input.length - at, 1 + random.nextInt(random.nextInt(8) == 0 ? 600 : 20));
        return switch (random.nextInt(11)) {
            case 0, 1 -> bit(input, at);
            case 2 -> spliced(input, at, Math.min(1, length), noise(1));
            case 3 -> spliced(input, at, 0, noise(1 + random.nextInt(16)));
            case 4 -> spliced(input, at, length, new byte[0]);
            case 5 -> spliced(input, at, length, new byte[length]);
            case 6 -> spliced(input, at, 0, Arrays.copyOfRange(input, at, at + length));
            case 7 -> spliced(input, at, 0, WORDS.get(random.nextInt(WORDS.size())));
            case 8 -> number(input, at);
            case 9 -> joined(input, at, any());
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(input, at) : moved(input, at, length);
        };
    }

    private byte[] bit(byte[] input, int at) {
        if (input.length > 0) {
            input[at] ^= (byte) (1 << random.nextInt(8));
        }
        return input;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** A number at an edge, as two or four bytes of either order. */
    private byte[] number(byte[] input, int at) {
        int value = EDGES[random.nextInt(EDGES.length)] + random.nextInt(3) - 1;
        int size = random.nextBoolean() ? 2 : 4;
        boolean little = random.nextBoolean();
        byte[] number = new byte[size];
        for (int i = 0; i < size; i++) {
            number[little ? i : size - 1 - i] = (byte) (value >>> (8 * i));
        }
        return spliced(input, at, Math.min(size, input.length - at), number);
    }

    private byte[] joined(byte[] input, int at, byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        boolean whole = random.nextBoolean();
        byte[] end = Arrays.copyOfRange(
                other, from, whole ? other.length : Math.min(other.length, from + random.nextInt(400)));
        return spliced(input, at, whole ? input.length - at : 0, end);
    }

    private byte[] moved(byte[] input, int at, int length) {
        byte[] part = Arrays.copyOfRange(input, at, at + length);
        byte[] rest = spliced(input, at, length, new byte[0]);
        return spliced(rest, rest.length == 0 ? 0 : random.nextInt(rest.length), 0, part);
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] put) {
        byte[] result = new byte[bytes.length - cut + put.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(put, 0, result, at, put.length);
        System.arraycopy(bytes, at + cut, result, at + put.length, bytes.length - at - cut);
        return result;
    }
}
