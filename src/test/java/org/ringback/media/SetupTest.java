package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** Checks and handshakes of whoever wants to cost memory, and what the capture has cut. */
class SetupTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);

    /** As {@code openssl x509 -fingerprint -sha256} prints it, in small letters. */
    private static final String FINGERPRINT =
            "60:a3:a3:f4:10:0c:9b:52:53:83:56:30:77:3e:99:6f:56:f1:07:3c:60:e8:38:a4:0c:cd:06:87:2f:df:dd:4a";

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
        assertThat(datagrams.seen().passedOver())
                .contains(new PassedOver(
                        0, PassedOver.Kind.HANDSHAKES, Limits.DTLS_HANDSHAKES, 1, Limits.DTLS_HANDSHAKES + 1));
    }

    @Test
    void asManyHandshakesAsTheLimitSaysAreAll() {
        for (int port = 1; port <= Limits.DTLS_HANDSHAKES; port++) {
            datagrams.send(port, new Endpoint("192.0.2.1", 2000 + port), BOB, hello(1, 8));
        }

        assertThat(datagrams.seen().complete()).isTrue();
    }

    @Test
    void aCertificateWithoutAnEndIsNone() {
        datagrams.send(1, ALICE, BOB, hello(1, 8));
        datagrams.send(2, BOB, ALICE, hello(11, 0xFFFFFF));
        datagrams.send(3, BOB, ALICE, hello(11, 8));

        assertThat(datagrams.seen().setup().handshakes()).singleElement().satisfies(handshake -> {
            assertThat(handshake.answered()).isTrue();
            assertThat(handshake.shown()).isEmpty();
        });
    }

    /** A record of DTLS 1.3 that is encrypted: two bits of the epoch, a number, a length (RFC 9147, 4). */
    private static byte[] secret() {
        return ByteBuffer.allocate(5 + 40)
                .put((byte) 0x2E)
                .putShort((short) 1)
                .putShort((short) 40)
                .array();
    }

    @Test
    void recordsWithoutAVersionAreThoseOfAHandshakeThatWasAnswered() {
        datagrams.send(1, ALICE, BOB, hello(1, 8));
        datagrams.send(2, BOB, ALICE, hello(2, 8));
        datagrams.send(3, BOB, ALICE, secret());
        datagrams.send(4, ALICE, BOB, secret());

        assertThat(datagrams.seen().setup().handshakes())
                .singleElement()
                .satisfies(handshake -> assertThat(handshake.secret()).isTrue());
        assertThat(datagrams.seen().flows())
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.kind()).isEqualTo(MediaFlow.Kind.DTLS));
    }

    @Test
    void theSameBytesAreNoneWhereNobodyAnsweredAHandshake() {
        datagrams.send(1, ALICE, BOB, hello(1, 8));
        datagrams.send(3, BOB, ALICE, secret());
        datagrams.send(4, ALICE, new Endpoint("192.0.2.9", 7), secret());

        assertThat(datagrams.seen().setup().handshakes())
                .singleElement()
                .satisfies(handshake -> assertThat(handshake.answered()).isFalse());
        assertThat(datagrams.seen().flows())
                .filteredOn(flow -> flow.kind() == MediaFlow.Kind.OTHER)
                .hasSize(2);
    }

    @Test
    void theSampleOfTheStandardIsRead() {
        // RFC 5769, section 2.1.
        byte[] sample = HexFormat.of()
                .parseHex("000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74"
                        + "002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659202020"
                        + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf");
        datagrams.send(1, ALICE, BOB, sample);

        assertThat(datagrams.seen().setup().checks())
                .singleElement()
                .satisfies(checks -> assertThat(checks.username()).isEqualTo("evtj:h6vY"));
    }

    @Test
    void aRealHandshakeShowsTheCertificateInPieces() throws IOException {
        var witness = new MediaWitness(0, 0);
        try (Capture capture =
                Capture.open(List.of(Path.of("src/test/resources/media/dtls12.pcap")), Map.of(), (_, _) -> witness)) {
            capture.read(new Sink() {
                @Override
                public void message(Captured message) {
                    throw new AssertionError("no SIP is in it");
                }

                @Override
                public void unusable(Unusable part) {
                    // That there is no SIP is known.
                }
            });
        }

        assertThat(witness.seen().setup().handshakes()).singleElement().satisfies(handshake -> {
            assertThat(handshake.client()).isEqualTo(new Endpoint("198.51.100.2", 6000));
            assertThat(handshake.hellos()).isEqualTo(2);
            assertThat(handshake.answered()).isTrue();
            assertThat(handshake.alert())
                    .as("alerts that come later are encrypted")
                    .isEmpty();
            assertThat(handshake.shown())
                    .filteredOn(shown -> !shown.ofClient())
                    .singleElement()
                    .satisfies(
                            shown -> assertThat(shown.fingerprints()).hasSize(5).contains("sha-256 " + FINGERPRINT));
        });
    }
}
