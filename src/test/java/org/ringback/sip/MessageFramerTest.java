package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageFramerTest {

    private static final String INVITE = "INVITE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\n";
    private static final String OK = "SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVITE sip:bob@example.com SIP/2.0\r\nX: y\r\n\r\n",
                "REGISTER sip:1.1.1.1:5060 SIP/2.0\r\nExpires: 3600\r\n\r\n",
                "!odd-Method*_+`.%~' sips:b SIP/2.0\r\n",
                "OPTIONS tel:+1 SIP/7.0\r\n",
                "options sip:b sip/2.0\n",
                "INVITE  sip:b  SIP/2.0  \r\n",
                "INVITE <sip:b> SIP/2.0\r\n",
                "INVITE sip:b; lr SIP/2.0\r\n",
                "OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0\r\nTo: x\r\n\r\n",
                "NOTIFY * SIP/2.0\r\ni : 1\r\n\r\n",
                "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP a\r\n\r\n",
                "SIP/2.0 200\r\nv :\r\n SIP / 2.0 / UDP a\r\n\r\n",
                "SIP/2.0 4294967301 big\r\nX: 1\r\ncAlL-iD: 1\r\n\r\n",
                "SIP/3.0 100 \ncseq:1 INVITE\n\n",
                // not there any further
                "SIP/2.0 200 OK\r\n",
                "SIP/2.0 200 OK\r\nServer: x\r\n",
            })
    void recognizes(String message) {
        assertThat(starts(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\nVia: 1.1 proxy\r\n\r\n",
                "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n\r\n",
                "NOTIFY * HTTP/1.1\r\n\r\n",
                // an HTTP server that answers so on purpose
                "SIP/2.0 200 ok\r\nContent-Type: text/html\r\nVia: 1.1 proxy\r\nConnection: close\r\n\r\nTo: x",
                "GET /sip SIP/2.0\r\nHost: a\r\n\r\n",
                "SIP/2.0 20 OK\r\nCSeq: 1 X\r\n\r\n",
                "SIP/2.0 200OK\r\nCSeq: 1 X\r\n\r\n",
                "SIP/2 200 OK\r\nCSeq: 1 X\r\n\r\n",
                "SIP/2.0/UDP 1.2.3.4\r\n",
                "INVITE sip:alan@example.com\r\n",
                "INVITE sip:aSIP/2.0\r\n",
                "INVITE SIP/2.0\r\n",
                "INVITE  SIP/2.0\r\n",
                "INVITE\tsip:a SIP/2.0\r\n",
                " INVITE sip:a SIP/2.0\r\n",
                "\r\nINVITE sip:a SIP/2.0\r\n",
                "\u0000\u0000\u0000\u0000",
                "Via: SIP/2.0/UDP a\r\n",
                "\u0080\u0001",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void turnsAway(String other) {
        assertThat(starts(other)).isFalse();
        assertThat(MessageFramer.mayStartMessage(Octets.of(other), 0, other.length()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I",
                "INVITE",
                "INVITE sip:a",
                "INVITE sip:a SIP/2.0\r",
                "S",
                "SIP/",
                "SIP/2.",
                "SIP/2.0 4",
                "SIP/2.0 404 Not"
            })
    void waitsForTheWholeStartLine(String beginning) {
        assertThat(starts(beginning)).isFalse();
        assertThat(MessageFramer.mayStartMessage(Octets.of(beginning), 0, beginning.length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "\u0000\u0000\u0000\u0000",
                "Content-Length: 0\r\n\r\n",
                "Via: SIP/2.0/UDP a\r\nCSeq: 1 INVITE\r\n\r\n",
                "</presence>",
                "half a line of another message SIP/2.0\r\n",
                "a=rtpmap:0 PCMU/8000\r\n",
                "Reason: SIP;text=\"SIP/2.0 200 OK\"\r\n"
            })
    void findsTheNextStart(String junk) {
        assertThat(find(junk + INVITE + "\r\n")).isEqualTo(junk.length());
        if (!junk.startsWith("Via")) {
            assertThat(find(junk + OK + "\r\n")).isEqualTo(junk.length());
        }
        assertThat(find(junk)).isEqualTo(-1);
    }

    @Test
    void tellsAMethodFromWhatStandsBeforeIt() {
        assertThat(find("\0\0FACK sip:b SIP/2.0\r\n\r\n")).isEqualTo(3);
        assertThat(find("\0\0PRACK sip:b SIP/2.0\r\n\r\n")).isEqualTo(2);
        assertThat(find("\0\0xPRACK sip:b SIP/2.0\r\n\r\n")).isEqualTo(3);
        assertThat(find("\0\0NEWMETHOD sip:b SIP/2.0\r\n\r\n")).isEqualTo(2);
    }

    @Test
    void findsAStartWhoseUriHoldsBlanks() {
        assertThat(find("junk INVITE sip:b; lr SIP/2.0\r\n\r\n")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\n\r\nbody",
                "content-length :4\r\n\r\nbody",
                "l: 4\n\nbody",
                "L:\r\n 4 \r\n\r\nbody",
                "l: 4\r\nContent-Length: 9\r\n\r\nbody",
                "l: x\r\nContent-Length: 4\r\n\r\nbody",
                "l: 4\r\n\r\r\nbody",
                "X: 1\r\n l: 9\r\nl: 4\r\n\r\nbody",
                "Content-Length: 0\r\n\r\n",
                "\r\n",
                "Content-Length: -999\r\n\r\n",
                "Content-Length: 10;x\r\n\r\n",
                "Content-Length: 99999999999999999999999\r\n\r\n",
            })
    void endsAMessageInAStream(String rest) {
        String message = INVITE + rest;
        assertThat(end(message)).isEqualTo(message.length());
        assertThat(end(message + "\r\n\r\n" + OK)).isEqualTo(message.length());
        for (int i = 0; i < message.length(); i++) {
            assertThat(end(message.substring(0, i))).isEqualTo(-1);
        }
    }

    @Test
    void takesAnUnmeasuredBodyUpToTheNextStart() {
        String message = INVITE + "Content-Type: text/plain\r\n\r\nsome words";
        assertThat(end(message)).isEqualTo(-1);
        assertThat(end(message + OK)).isEqualTo(message.length());
        assertThat(end(message + "x".repeat(MessageFramer.LONGEST_UNMEASURED_BODY)))
                .isEqualTo(message.length() - 10 + MessageFramer.LONGEST_UNMEASURED_BODY);
    }

    @Test
    void doesNotLetALengthThatIsTooLargeSwallowTheNextMessage() {
        String message = INVITE + "Content-Length: 30\r\n\r\nbody\r\n";
        assertThat(end(message + OK + "\r\n")).isEqualTo(message.length());
    }

    @Test
    void leavesAMessageWithinABodyAlone() {
        String message = INVITE + "Content-Type: message/sipfrag\r\nContent-Length: " + OK.length() + "\r\n\r\n" + OK;
        assertThat(end(message + "SIP/2.")).isEqualTo(message.length());
        assertThat(end(message + "\r\n" + OK)).isEqualTo(message.length());
    }

    @Test
    void endsAMessageWhoseRestWasLostAtTheNextStart() {
        assertThat(end(INVITE + "Content-Length: 30\r\n" + OK + "l: 0\r\n\r\n")).isEqualTo(INVITE.length() + 20);
        assertThat(end(INVITE + "From: <si\n" + INVITE + "l: 0\r\n\r\n")).isEqualTo(INVITE.length() + 10);
    }

    /** The headers are looked at in pieces; wherever a line lies, it counts. */
    @Test
    void readsHeadersOfAnyLength() {
        for (int length = 1900; length < 2100; length++) {
            String message = INVITE + "X: " + "y".repeat(length) + "\r\nContent-Length: 4\r\n\r\nbody";
            assertThat(end(message + OK)).as("%d", length).isEqualTo(message.length());
        }
    }

    @Test
    void endsHeadersThatGoOnForever() {
        assertThat(end(INVITE + "X: y\r\n".repeat(20_000))).isEqualTo(MessageFramer.LONGEST_HEADERS);
        assertThat(end(INVITE + "y".repeat(100_000))).isEqualTo(MessageFramer.LONGEST_HEADERS);
    }

    @Test
    void endsAMessageInADatagram() {
        String headers = INVITE + "Content-Length: 4\r\n\r\n";
        assertThat(endInDatagram(headers + "body")).isEqualTo(headers.length() + 4);
        assertThat(endInDatagram(headers + "bod")).isEqualTo(headers.length() + 3);
        assertThat(endInDatagram(headers + "body and more")).isEqualTo(headers.length() + 4);
        assertThat(endInDatagram(INVITE + "\r\nbody")).isEqualTo(INVITE.length() + 6);
        assertThat(endInDatagram(INVITE + "l: bad\r\n\r\nbody")).isEqualTo(INVITE.length() + 14);
        assertThat(endInDatagram(INVITE + "From: cut")).isEqualTo(INVITE.length() + 9);
    }

    @Test
    void framesTheSameInTheMidstOfAnArrayAndOutsideOfOne() {
        try (var arena = Arena.ofConfined()) {
            for (String message : List.of(INVITE + "l: 4\r\n\r\nbody and more", INVITE + "\r\n", OK + "l: 1")) {
                MemorySegment array = Octets.of("before" + message + "behind").asSlice(6, message.length());
                MemorySegment outside = arena.allocate(message.length()).copyFrom(array);
                assertThat(MessageFramer.endInDatagram(array, 0, message.length()))
                        .isEqualTo(MessageFramer.endInDatagram(outside, 0, message.length()))
                        .isEqualTo(endInDatagram(message));
            }
        }
    }

    @Test
    void readsAFoldedLengthAtTheEndOfTheFirstLook() {
        try (var arena = Arena.ofConfined()) {
            for (int padding = Layout.FIRST_LOOK - 140; padding < Layout.FIRST_LOOK; padding++) {
                String headers = INVITE + "X: " + "y".repeat(padding) + "\r\nContent-Length:\r\n  4\r\n \r\n\r\n";
                MemorySegment array = Octets.of(headers + "body and more");
                MemorySegment outside = arena.allocate(array.byteSize()).copyFrom(array);
                assertThat(MessageFramer.endInDatagram(outside, 0, outside.byteSize()))
                        .as("with %d bytes before it", padding)
                        .isEqualTo(headers.length() + 4);
            }
        }
    }

    @Test
    void looksOnlyBetweenTheBoundsGiven() {
        String before = "INVITE ";
        String message = INVITE + "Content-Length: 4\r\n\r\nbody";
        MemorySegment bytes = Octets.of(before + message + "more");
        long from = before.length();
        assertThat(MessageFramer.findStart(bytes, 1, from + message.length())).isEqualTo(from);
        assertThat(MessageFramer.end(bytes, from, from + message.length())).isEqualTo(from + message.length());
        assertThat(MessageFramer.end(bytes, from, from + message.length() - 1)).isEqualTo(-1);
    }

    private static boolean starts(String text) {
        MemorySegment bytes = Octets.of(text);
        return MessageFramer.startsMessage(bytes, 0, bytes.byteSize());
    }

    private static long find(String text) {
        return MessageFramer.findStart(Octets.of(text), 0, text.length());
    }

    private static long end(String text) {
        return MessageFramer.end(Octets.of(text), 0, text.length());
    }

    private static long endInDatagram(String text) {
        return MessageFramer.endInDatagram(Octets.of(text), 0, text.length());
    }
}
