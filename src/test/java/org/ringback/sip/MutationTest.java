package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of damaged messages, the same ones in each run: nothing throws, and all who read a message agree. */
final class MutationTest {

    private static final int INPUTS = 20_000;
    private static final String[] WORDS = {
        "\r\n", "\n", "\r\n\r\n", "\r\n ", "\"", "<", ">", ",", ";", "=", "%", ":", "@", "\\", "[", "]", "?", "&", "\0", "\u00ff",
        "Content-Length: 7\r\n", "l: 99999999999999999999\r\n", "SIP/2.0 200 OK\r\n", "INVITE sip:a SIP/2.0\r\n", "v:", "sip:",
        "Content-Type: multipart/mixed;boundary=a\r\n", "--a", "--a--", "m=", "a=rtpmap:0 ", "c=IN IP4 1.2.3.4"
    };

    private final List<byte[]> originals = new ArrayList<>(TortureMessages.all().values());
    private final Random random = new Random(4475);
    private final HeadReader heads = new HeadReader();

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
                default -> spliced(message, at, length, WORDS[random.nextInt(WORDS.length)].getBytes(
                        java.nio.charset.StandardCharsets.ISO_8859_1));
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
            check(bytes);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(Octets.text(bytes), e);
        }
    }

    private void check(MemorySegment bytes) {
        long size = bytes.byteSize();
        SipMessage message = SipMessage.parse(bytes);
        long start = message.startLineRange().from();
        assertThat(message.body().to()).isEqualTo(MessageFramer.endInDatagram(bytes, start, size));
        touch(message);

        MessageHead head = heads.read(bytes.asSlice(start, message.body().to() - start));
        assertThat(head).isEqualTo(head(message));

        if (!MessageFramer.startsMessage(bytes, start, size)) {
            return;
        }
        long end = MessageFramer.end(bytes, start, size);
        if (end >= 0) {
            assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(size);
            SipMessage framed = SipMessage.parse(bytes.asSlice(start, end - start));
            assertThat(framed.startLineRange().from()).isZero();
            assertThat(framed.body().to()).isEqualTo(end - start);
            assertThat(framed.doubts()).noneMatch(doubt -> doubt.fault() == Fault.TRAILING_BYTES);
        }
    }

    private static MessageHead head(SipMessage message) {
        Via via = message.vias().stream().findFirst().orElse(null);
        return new MessageHead(
                message.method(),
                message.status(),
                message.callId(),
                message.cseq().map(CSeq::number).orElse(-1L),
                message.from().flatMap(NameAddr::tag).orElse(""),
                message.to().flatMap(NameAddr::tag).orElse(""),
                via == null ? "" : via.branch().orElse(""),
                via == null ? "" : via.sentBy());
    }

    private static void touch(SipMessage message) {
        long size = message.bytes().byteSize();
        for (Doubt doubt : message.doubts()) {
            within(doubt.range(), size);
        }
        for (Header header : message.headers()) {
            within(header.range(), size);
            within(header.valueRange(), size);
            message.values(header.name());
            message.addresses(header.name());
        }
        message.reasons();
        message.warnings();
        message.retryAfter();
        message.expires();
        message.maxForwards();
        message.challenges();
        message.credentials();
        message.contentType();
        message.parts().forEach(part -> within(part.range(), size));
        message.sdp();
        new OfferAnswer().message(message, OfferAnswer.Side.CALLER, false);
    }

    private static void within(ByteRange range, long size) {
        if (range.from() < 0 || range.from() > range.to() || range.to() > size) {
            throw new AssertionError(range + " is not within " + size);
        }
    }
}
