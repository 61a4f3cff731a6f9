package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SipMessageTest {

    private static final String GOOD = String.join(
            "\r\n",
            "Via: SIP/2.0/UDP a;branch=z9hG4bK1",
            "From: <sip:a@b>;tag=1",
            "To: <sip:c@d>",
            "Call-ID: 1",
            "CSeq: 1 INVITE",
            "Max-Forwards: 70",
            "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INVITE sip:c@d SIP/2.0     | INVITE  | sip:c@d | SIP/2.0 | ''
        INVITE sip:c@d             | INVITE  | sip:c@d | ''      | UNREADABLE_START_LINE Request-Line
        INVITE c@d SIP/2.0         | INVITE  | c@d     | SIP/2.0 | UNREADABLE_VALUE Request-URI
        INVITE sip:%c@d SIP/2.0    | INVITE  | sip:%c@d| SIP/2.0 | BAD_ESCAPE escaped
        INVITE sip:c@d SIP/3.14    | INVITE  | sip:c@d | SIP/3.14| UNKNOWN_VERSION SIP-Version
        """)
    void readsRequestLines(String line, String method, String uri, String version, String doubt) {
        SipMessage message = parse(line + "\r\n" + GOOD.replace("INVITE", method) + "\r\n");
        assertThat(message.startLine()).isEqualTo(new StartLine.RequestLine(method, uri, version));
        assertThat(doubts(message)).isEqualTo(doubt.isEmpty() ? List.of() : List.of(doubt));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        SIP/2.0 486 Busy Here|Busy Here
        SIP/2.0 486  Busy  here |Busy  here
        SIP/2.0 486 |''
        SIP/2.0 486|''
        SIP/2.0 20 Odd|Odd
        INVITE sip:c@d SIP/2.0|''
        neither of both|''
        """)
    void thePhraseIsWhatAResponseSaysBesideItsCode(String line, String phrase) {
        assertThat(parse(line + "\r\n" + GOOD + "\r\n").phrase()).isEqualTo(phrase);
    }

    @Test
    void readsAMethodThatIsNone() {
        SipMessage message = parse("INV(TE sip:c@d\r\n" + GOOD + "\r\n");
        assertThat(message.startLine()).isEqualTo(new StartLine.RequestLine("INV(TE", "sip:c@d", ""));
        assertThat(doubts(message)).contains("UNREADABLE_START_LINE Method", "METHOD_MISMATCH CSeq");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SIP/2.0 200 OK   | 200 | OK        | ''
        SIP/2.0 200      | 200 | ''        | NO_REASON_SEPARATOR Status-Line
        SIP/2.0  200 OK  | 200 | OK        | EXTRA_SPACE Status-Line
        SIP/2.0 999 Odd  | 999 | Odd       | STATUS_OUT_OF_RANGE Status-Code
        SIP/2.0 20 Odd   | -1  | Odd       | STATUS_OUT_OF_RANGE Status-Code
        SIP/1.0 200 OK   | 200 | OK        | UNKNOWN_VERSION SIP-Version
        """)
    void readsStatusLines(String line, int status, String reason, String doubt) {
        SipMessage message = parse(line + "\r\n" + GOOD + "\r\n");
        assertThat(message.status()).isEqualTo(status);
        assertThat(message.method()).isEqualTo("INVITE");
        assertThat(((StartLine.StatusLine) message.startLine()).reason()).isEqualTo(reason);
        assertThat(doubts(message)).isEqualTo(doubt.isEmpty() ? List.of() : List.of(doubt));
    }

    @Test
    void readsWhatIsNoMessage() {
        for (String text : List.of("", "\r\n\r\n", "hello", "\0\0\0\0", "INVITE", ": \n:\n\n")) {
            SipMessage message = parse(text);
            assertThat(message.startLine()).isInstanceOf(StartLine.Unreadable.class);
            assertThat(message.status()).isEqualTo(-1);
            assertThat(message.headers()).isEmpty();
            assertThat(doubts(message)).contains("UNREADABLE_START_LINE start-line", "MISSING_HEADER Via");
        }
    }

    @Test
    void skipsWhatStandsBeforeTheMessage() {
        assertThat(doubts(parse("\r\n\r\nINVITE sip:c@d SIP/2.0\r\n" + GOOD + "\r\n")))
                .isEmpty();
        SipMessage message = parse("\0\0\0\0INVITE sip:c@d SIP/2.0\r\n" + GOOD + "\r\n");
        assertThat(message.method()).isEqualTo("INVITE");
        assertThat(message.doubts())
                .containsExactly(new Doubt(Fault.LEADING_BYTES, new ByteRange(0, 4), "SIP-message"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        no header                                     | NOT_A_HEADER message-header
        no(header: x                                  | NOT_A_HEADER message-header
        : x                                           | NOT_A_HEADER message-header
        Record-Route: <sip:a;lr                       | UNTERMINATED_BRACKET RAQUOT
        Route: <sip:a;lr>,,<sip:b>                    | EMPTY_ELEMENT route-param
        Contact: <sip:a>;                             | EMPTY_PARAMETER contact-params
        Contact: <sip:a> x;y                          | UNREADABLE_VALUE contact-params
        Contact: "A" B <sip:a>                        | UNQUOTED_NAME display-name
        Refer-To: alice                               | UNREADABLE_VALUE addr-spec
        Refer-To: <sip:a%zz@b>                        | BAD_ESCAPE escaped
        Expires: soon                                 | UNREADABLE_VALUE Expires
        Expires: 60 s                                 | UNREADABLE_VALUE Expires
        Min-Expires: 4294967296                       | NUMBER_OUT_OF_RANGE Min-Expires
        Content-Type: sdp                             | UNREADABLE_VALUE media-type
        Content-Length: x                             | UNREADABLE_VALUE Content-Length
        l: 5                                          | CUT_BODY Content-Length
        Retry-After: soon                             | UNREADABLE_VALUE Retry-After
        Retry-After: 5 (soon                          | UNTERMINATED_BRACKET comment
        Warning: 399 a text                           | UNREADABLE_VALUE warn-text
        Reason: ;cause=16                             | UNREADABLE_VALUE reason-value
        WWW-Authenticate: Digest                      | UNREADABLE_VALUE challenge
        Authorization: Digest realm="a                | UNTERMINATED_QUOTE quoted-string
        Date: Sat, 13 Nov 2010 23:29:00 CET           | BAD_DATE SIP-date
        t: <sip:e@f>                                  | REPEATED_HEADER To
        User-Agent: a\u0001b                          | CONTROL_CHARACTER TEXT-UTF8char
        """)
    void doubtsHeaders(String header, String doubt) {
        assertThat(doubts(parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD + header + "\r\n\r\n")))
                .contains(doubt)
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void doubtsWhatIsMissing() {
        assertThat(doubts(parse("INVITE sip:c@d SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\n\r\n")))
                .containsExactly(
                        "MISSING_HEADER To",
                        "MISSING_HEADER From",
                        "MISSING_HEADER CSeq",
                        "MISSING_HEADER Call-ID",
                        "MISSING_HEADER Max-Forwards");
    }

    @Test
    void doubtsLineEndsAndText() {
        assertThat(doubts(parse(("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "\r\n").replace("\r", ""))))
                .containsExactly("BARE_LINE_FEED CRLF");
        assertThat(doubts(parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD))).containsExactly("UNFINISHED_HEADERS CRLF");
        byte[] bytes = ("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "Subject: caf?\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        bytes[bytes.length - 5] = (byte) 0xe9;
        SipMessage message = SipMessage.parse(MemorySegment.ofArray(bytes));
        assertThat(doubts(message)).containsExactly("NOT_UTF8 UTF8-NONASCII");
        assertThat(message.header("Subject").orElseThrow().value()).isEqualTo("caf\u00e9");
    }

    @Test
    void saysWhereADoubtIs() {
        SipMessage message = parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "m:\r\n <sip:a%zz@b>\r\n\r\n");
        ByteRange range = message.doubts().getFirst().range();
        assertThat(Octets.text(message.bytes().asSlice(range.from(), range.length())))
                .isEqualTo("%zz");
    }

    @Test
    void boundsTheDoubts() {
        assertThat(parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "junk\r\n".repeat(1000) + "\r\n")
                        .doubts())
                .hasSize(Doubts.MOST);
    }

    @Test
    void readsHeaders() {
        SipMessage message = parse("SIP/2.0 401 Unauthorized\r\n" + GOOD
                + "Retry-After: 18000 (at lunch; really);duration=3600\r\n"
                + "Warning: 307 isi.edu \"Session, parameter\", 399 a:5060 \"b\"\r\n"
                + "Reason: Q.850;cause=16;text=\"Normal, clearing\",SIP ;cause=\"x\"\r\n"
                + "WWW-Authenticate: Digest realm=\"a, \\\"b\\\"\", nonce=n==,qop=\"auth\"\r\n"
                + "Proxy-Authenticate: Bearer abc==\r\n"
                + "Expires: 3600\r\n"
                + "m: \"A, B\" <sip:a@b?X=y>;q=0.5 , *\r\n"
                + "Allow: INVITE,\r\n ACK\r\nallow: BYE\r\n"
                + "Subject: one, two\r\n\r\n");
        assertThat(message.doubts()).isEmpty();
        RetryAfter retry = message.retryAfter().orElseThrow();
        assertThat(retry.seconds()).isEqualTo(18000);
        assertThat(retry.comment()).isEqualTo("at lunch; really");
        assertThat(retry.parameters().value("duration")).contains("3600");
        assertThat(message.warnings())
                .containsExactly(new Warning(307, "isi.edu", "Session, parameter"), new Warning(399, "a:5060", "b"));
        assertThat(message.reasons()).extracting(Reason::protocol).containsExactly("Q.850", "SIP");
        assertThat(message.reasons().getFirst().cause()).hasValue(16);
        assertThat(message.reasons().getFirst().text()).isEqualTo("Normal, clearing");
        assertThat(message.reasons().getLast().cause()).isEmpty();
        assertThat(message.challenges()).extracting(Authentication::scheme).containsExactly("Digest", "Bearer");
        assertThat(message.challenges().getFirst().realm()).contains("a, \"b\"");
        assertThat(message.challenges().getFirst().parameters().value("nonce")).contains("n==");
        assertThat(message.expires()).hasValue(3600);
        assertThat(message.addresses("Contact"))
                .extracting(NameAddr::displayName)
                .containsExactly("A, B", "");
        assertThat(message.addresses("Contact").getLast().uri().text()).isEqualTo("*");
        assertThat(message.values("Allow")).containsExactly("INVITE", "ACK", "BYE");
        assertThat(message.values("Subject")).containsExactly("one, two");
    }

    @Test
    void readsAVia() {
        Via via = parse("SIP/2.0 200 OK\r\n"
                        + "v: SIP/2.0/TLS [2001:db8::1]:5061;received=10.0.0.1;rport=6000;ttl=16;maddr=m\r\n\r\n")
                .vias()
                .getFirst();
        assertThat(via.transport()).isEqualTo("TLS");
        assertThat(via.host()).isEqualTo("[2001:db8::1]");
        assertThat(via.port()).isEqualTo(5061);
        assertThat(via.branch()).isEmpty();
        assertThat(via.received()).contains("10.0.0.1");
        assertThat(via.rport()).hasValue(6000);
        assertThat(via.ttl()).hasValue(16);
        assertThat(via.maddr()).contains("m");
    }

    @Test
    void splitsMultipartBodies() {
        String body = String.join(
                "\r\n",
                "preamble",
                "--x",
                "Content-Type: text/plain",
                "",
                "one",
                "two",
                "--x",
                "Content-Type: multipart/alternative;boundary=\"y z\"",
                "",
                "--y z",
                "Content-Type: application/sdp",
                "",
                "v=0",
                "m=audio 4000 RTP/AVP 0",
                "--y z--",
                "--x",
                "",
                "plain",
                "--x--",
                "epilogue");
        SipMessage message =
                parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "c: multipart/mixed;boundary=x\r\n\r\n" + body);
        assertThat(message.parts().stream()
                        .map(part -> Octets.text(message.bytes()
                                .asSlice(part.range().from(), part.range().length()))))
                .containsExactly("one\r\ntwo", "v=0\r\nm=audio 4000 RTP/AVP 0", "plain");
        assertThat(message.sdp().orElseThrow().media().getFirst().port()).isEqualTo(4000);
        assertThat(parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "\r\nv=0\r\n").sdp())
                .isPresent();
        assertThat(parse("INVITE sip:c@d SIP/2.0\r\n" + GOOD + "\r\nhello\r\n").sdp())
                .isEmpty();
    }

    private static SipMessage parse(String text) {
        return SipMessage.parse(Octets.of(text));
    }

    private static List<String> doubts(SipMessage message) {
        Stream<String> doubts = message.doubts().stream().map(doubt -> doubt.fault() + " " + doubt.rule());
        return doubts.toList();
    }
}
