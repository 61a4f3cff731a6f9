package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** Checks and handshakes of whoever wants to cost memory, and what the capture has cut. */
class SetupTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);

    private final Datagrams datagrams = new Datagrams(0);

    private static byte[] check(int nameLength) {
        return ByteBuffer.allocate(20 + 4 + 8)
                .putShort((short) 1)
                .putShort((short) 12)
                .putInt(0x2112A442)
                .position(20)
                .putShort((short) 6)
                .putShort((short) nameLength)
                .put("bob:ann!".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] hello(int type, int whole) {
        return ByteBuffer.allocate(13 + 12 + 8)
                .put((byte) 22)
                .putShort((short) 0xFEFD)
                .position(11)
                .putShort((short) 20)
                .putInt(type << 24 | whole)
                .position(13 + 11)
                .put((byte) 8)
                .array();
    }

    @Test
    void aNameThatGoesBeyondItsPacketIsNone() {
        datagrams.send(1, ALICE, BOB, check(9));

        assertThat(datagrams.seen().setup().checks()).isEmpty();
    }

    @Test
    void aNameInWholeIsRead() {
        datagrams.send(1, ALICE, BOB, check(8));

        assertThat(datagrams.seen().setup().checks())
                .singleElement()
                .satisfies(checks -> assertThat(checks.username()).isEqualTo("bob:ann!"));
    }

    @Test
    void noMoreHandshakesAreFollowedThanTheLimitSays() {
        for (int port = 1; port <= Limits.DTLS_HANDSHAKES + 1; port++) {
            datagrams.send(port, new Endpoint("192.0.2.1", 2000 + port), BOB, hello(1, 8));
        }

        assertThat(datagrams.seen().setup().handshakes()).hasSize(Limits.DTLS_HANDSHAKES);
        assertThat(datagrams.seen().complete()).isFalse();
    }

    @Test
    void aCertificateWithoutAnEndIsNone() {
        datagrams.send(1, ALICE, BOB, hello(1, 8));
        datagrams.send(2, BOB, ALICE, hello(11, 0xFFFFFF));
        datagrams.send(3, BOB, ALICE, hello(11, 8));

        assertThat(datagrams.seen().setup().handshakes())
                .singleElement()
                .satisfies(handshake -> {
                    assertThat(handshake.answered()).isTrue();
                    assertThat(handshake.shown()).isEmpty();
                });
    }
}
