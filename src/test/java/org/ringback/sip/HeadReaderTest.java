package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeadReaderTest {

    private final HeadReader reader = new HeadReader();

    @Test
    void readsARequest() {
        assertThat(reader.read(Octets.lines(
                        "INVITE sip:bob@example.com SIP/2.0",
                        "Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK-1, SIP/2.0/UDP b;branch=z9hG4bK-2",
                        "Via: SIP/2.0/UDP c;branch=z9hG4bK-3",
                        "From: \"A; tag=no\" <sip:a@example.com;tag=no>;x=y;tag=from1",
                        "To: <sip:bob@example.com>",
                        "Call-ID: abc@192.0.2.1",
                        "CSeq: 4711 INVITE",
                        "")))
                .isEqualTo(new MessageHead(
                        "INVITE", 0, "abc@192.0.2.1", 4711, "from1", "", "z9hG4bK-1", "192.0.2.1:5060"));
    }

    @Test
    void readsAResponseWithCompactFoldedHeaders() {
        assertThat(reader.read(Octets.of("sip/2.0 486\n"
                        + "v : SIP / 2.0\n"
                        + " / UDP [2001:db8::1]:5060 ;\n"
                        + " branch = b1\n"
                        + "F: sip:a@b;TAG=1\n"
                        + "t\t:sip:b;tag = 2 ;x\n"
                        + "i:\n"
                        + " id\n"
                        + "CSEQ: 0009\n"
                        + "  INVITE\n\n"
                        + "To: no")))
                .isEqualTo(new MessageHead("INVITE", 486, "id", 9, "1", "2", "b1", "[2001:db8::1]:5060"));
    }

    @Test
    void leavesOutWhatIsMissing() {
        assertThat(reader.read(Octets.of(""))).isEqualTo(new MessageHead("", -1, "", -1, "", "", "", ""));
        assertThat(reader.read(Octets.lines("SIP/2.0 99999 x", "CSeq: x", "Via: ", "From", "")))
                .isEqualTo(new MessageHead("", -1, "", -1, "", "", "", ""));
        assertThat(reader.read(Octets.lines("X sip:a SIP/2.0", "CSeq: 9292394834772304023312 X"))
                        .cseq())
                .isEqualTo(-1);
    }

    @Test
    void takesTheFirstOfSeveral() {
        MessageHead head = reader.read(
                Octets.lines("X sip:a SIP/2.0", "i: 1", "i: 2", "CSeq: 1 X", "CSeq: 2 X", "t: a;tag=1", "t: a;tag=2"));
        assertThat(head.callId()).isEqualTo("1");
        assertThat(head.cseq()).isEqualTo(1);
        assertThat(head.toTag()).isEqualTo("1");
    }

    @Test
    void readsATagBehindAQuoteThatDoesNotEnd() {
        assertThat(reader.read(Octets.lines("X sip:a SIP/2.0", "From: \"Joe <sip:joe@example.com>;tag=1"))
                        .fromTag())
                .isEqualTo("1");
    }

    @Test
    void readsHeadersFarBehind() {
        String[] lines = new String[1003];
        java.util.Arrays.fill(lines, "Record-Route: <sip:a;lr>");
        lines[0] = "SIP/2.0 200 OK";
        lines[1001] = "CSeq: 1 BYE";
        lines[1002] = "";
        assertThat(reader.read(Octets.lines(lines)).method()).isEqualTo("BYE");
    }

    @Test
    void sharesStringsThatRepeat() {
        var message = Octets.lines("INVITE sip:a SIP/2.0", "Call-ID: abc", "");
        assertThat(reader.read(message).callId()).isSameAs(reader.read(message).callId());
    }

    @Test
    void keepsBytesThatAreNotUtf8() {
        byte[] bytes = "X sip:a SIP/2.0\ni: a?\n\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        bytes[20] = (byte) 0xe9;
        assertThat(reader.read(java.lang.foreign.MemorySegment.ofArray(bytes)).callId())
                .isEqualTo("a\u00e9");
    }
    /** What is looked at first ends somewhere in the last of the headers that are wanted. */
    @Test
    void readsAHeaderThatGoesOnBehindWhatIsLookedAtFirst() {
        String last = "To: <sip:bob@example.com>\r\n ;tag = \r\n\tto1\r\n";
        for (int look : new int[] {2048, 8192, 32_768}) {
            for (int inside = 0; inside <= last.length() + 2; inside++) {
                String begin = "OPTIONS sip:a SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=b\r\nFrom: <sip:a>;tag=f\r\n"
                        + "Call-ID: id\r\nCSeq: 1 OPTIONS\r\nX: ";
                String message =
                        begin + "x".repeat(look - inside - begin.length() - 2) + "\r\n" + last + "Subject: s\r\n\r\n";
                assertThat(reader.read(Octets.of(message)))
                        .as("%s bytes of it among the first %s", inside, look)
                        .isEqualTo(new MessageHead("OPTIONS", 0, "id", 1, "f", "to1", "b", "a"));
            }
        }
    }

    @Test
    void readsNothingBehindTheLongestHeaders() {
        String begin = "OPTIONS sip:a SIP/2.0\r\nX: ";
        String last = "\r\ni: id\r\n";
        String most = "x".repeat(MessageFramer.LONGEST_HEADERS - begin.length() - last.length());
        assertThat(reader.read(Octets.of(begin + most + last + "\r\n")).callId())
                .isEqualTo("id");
        assertThat(reader.read(Octets.of(begin + most + "xxxxxxxxx" + last + "\r\n"))
                        .callId())
                .isEmpty();
    }
}
