package org.ringback.pseudonym;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.sip.SipMessage;

class PseudonymizerTest {

    private static final Endpoint PHONE = new Endpoint("192.168.7.20", 5062);
    private static final Endpoint PROVIDER = new Endpoint("84.17.33.5", 5060);

    private Pseudonymized result;

    /** An OPTIONS with more headers, after it went through. */
    private SipMessage with(String headers) {
        return with(headers, "");
    }

    private SipMessage with(String headers, String body) {
        return parse(rewritten(
                String.format(Locale.ROOT, """
                    OPTIONS sip:+4930123456@sip.provider.net;user=phone SIP/2.0
                    Via: SIP/2.0/UDP 192.168.7.20:5062;branch=z9hG4bKabc123;rport
                    From: "Alice Miller" <sip:alice@sip.provider.net>;tag=9fc2
                    To: <sip:+4930123456@sip.provider.net>
                    Call-ID: 77aa@192.168.7.20
                    CSeq: 1 OPTIONS
                    Max-Forwards: 70
                    %sContent-Length: %d

                    """, headers, body.length()).replace("\n", "\r\n") + body));
    }

    private String rewritten(String... messages) {
        var captured = new ArrayList<Captured>();
        for (String message : messages) {
            captured.add(new Captured(
                    MemorySegment.ofArray(message.getBytes(StandardCharsets.UTF_8)),
                    5,
                    PHONE,
                    PROVIDER,
                    Transport.UDP,
                    0,
                    1));
        }
        result = Pseudonymizer.of(captured, Likeness.EXACT, RandomGenerator.of("L64X128MixRandom"), () -> false);
        return text(result.messages().getLast());
    }

    private static String text(Captured message) {
        return new String(message.bytes().toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    private static SipMessage parse(String text) {
        return SipMessage.parse(MemorySegment.ofArray(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String header(SipMessage message, String name) {
        return message.header(name).orElseThrow().value();
    }

    private static String number(SipMessage message) {
        return message.to().orElseThrow().uri().user();
    }

    private static String body(SipMessage message) {
        var range = message.body();
        return new String(
                message.bytes().asSlice(range.from(), range.length()).toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "v2", "blue-green", "4711", "kitchen phone", "%41lice"})
    void ofAParameterThatNobodyKnowsNothingStays(String value) {
        assertThat(header(with("Contact: <sip:a@b.example>;flavour=\"" + value + "\"\n"), "Contact"))
                .doesNotContain(value)
                .doesNotContain("flavour");
    }

    @Test
    void whatTheGrammarKnowsOfAParameterStays() {
        assertThat(header(with("Contact: <sip:a@b.example;transport=tcp;lr>;expires=60;q=0.5;reg-id=1\n"), "Contact"))
                .endsWith(";transport=tcp;lr>;expires=60;q=0.5;reg-id=1");
    }

    @ParameterizedTest
    @CsvSource({"a1b2c3d4e5", "Zm9vYmFyYmF6cXV4Zm9v"})
    void aParameterThatNobodyKnowsIsReplacedWhereItLooksLikeAnIdentifier(String value) {
        assertThat(with("Contact: <sip:a@b.example>;flavour=" + value + "\n")
                        .header("Contact")
                        .orElseThrow()
                        .value())
                .doesNotContain(value);
    }

    @Test
    void aNumberIsTheSameWhateverStandsBeforeIt() {
        SipMessage message = with("""
            P-Asserted-Identity: <tel:+4930123456>
            Diversion: <sip:004930123456@sip.provider.net>;reason=unconditional
            Remote-Party-ID: "4930123456" <sip:4930123456@sip.provider.net>;party=calling
            X-Asterisk-HangupCause: call to 4930123456 failed
            """);
        String number = number(message).substring(1);

        assertThat(number).hasSize(10).startsWith("999").isNotEqualTo("4930123456");
        assertThat(header(message, "P-Asserted-Identity")).isEqualTo("<tel:+" + number + ">");
        assertThat(header(message, "Diversion"))
                .startsWith("<sip:00" + number + "@")
                .endsWith(";reason=unconditional");
        assertThat(header(message, "Remote-Party-ID")).startsWith("\"" + number + "\" <sip:" + number + "@");
        assertThat(header(message, "X-Asterisk-HangupCause")).isEqualTo("call to " + number + " failed");
    }

    @Test
    void whoCannotBeNamedStays() {
        assertThat(header(with("Contact: <sip:anonymous@10.1.2.3>\n"), "Contact"))
                .startsWith("<sip:anonymous@");
    }

    private static String invite(String from, String to, String headers) {
        return String.format(Locale.ROOT, """
            INVITE sip:%2$s@10.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 192.168.7.20:5062;branch=z9hG4bKabc123
            From: <sip:%1$s@10.0.0.1>;tag=9fc2
            To: <sip:%2$s@10.0.0.1>
            Call-ID: %1$s%2$sx@y
            CSeq: 1 INVITE
            Max-Forwards: 70
            %3$sContent-Length: 0

            """, from, to, headers).replace("\n", "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"alice, 112, ''", "231, 911, ''", "4711, 999, ''", "alice, 110, 'Priority: emergency\n'"})
    void aNumberThatIsDialedForHelpStays(String from, String to, String headers) {
        String text = rewritten(invite(from, to, headers));

        assertThat(text).startsWith("INVITE sip:" + to + "@").contains("To: <sip:" + to + "@");
        assertThat(result.preview().stays()).contains(new Preview.Stays(Where.EMERGENCY, to, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"103, 104", "alice, 101", "alice, 110", "112, 911911", "112, alice", "alice, 193"})
    void aShortNumberThatMayBeAnExtensionIsReplaced(String from, String to) {
        assertThat(rewritten(invite(from, to, "")))
                .doesNotContain(":" + from + "@")
                .doesNotContain(":" + to + "@");
    }

    @Test
    void aNumberThatIsSomebodysIsReplacedWhereItIsDialedToo() {
        String register = invite("112", "112", "").replace("INVITE", "REGISTER");

        assertThat(rewritten(register, invite("alice", "112", ""))).doesNotContain(":112@");
        assertThat(rewritten(invite("alice", "112", "X-Extension: 112\n"))).doesNotContain("112@", ": 112\r");
    }

    @Test
    void anonymousCallersStayAnonymous() {
        String anonymous = "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=";

        assertThat(header(with("P-Preferred-Identity: " + anonymous + "1\n"), "P-Preferred-Identity"))
                .startsWith(anonymous);
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.30.40, 10\\.\\d+\\.\\d+\\.\\d+",
        "172.20.3.4, 172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+",
        "192.168.1.1, 192\\.168\\.\\d+\\.\\d+",
        "100.64.9.9, 100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.\\d+\\.\\d+",
        "169.254.3.3, 169\\.254\\.\\d+\\.\\d+",
        "93.184.216.34, (192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+",
        "2a02:26f0:1:2::5, 2001:db8:.*",
        "fd12:3456::1, fd.*",
        "fe80::1234, fe80::.*",
    })
    void anAddressStaysOfItsKind(String address, String wanted) {
        String written = address.contains(":") ? "[" + address + "]" : address;
        String contact = header(with("Contact: <sip:bob@" + written + ":5070>\n"), "Contact");
        String host = contact.replaceAll("^.*@\\[?|]?:5070>$", "");

        assertThat(host).matches(wanted).isNotEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "224.0.1.75", "255.255.255.255"})
    void addressesOfNobodyStay(String address) {
        assertThat(header(with("Contact: <sip:bob@" + address + ">\n"), "Contact"))
                .endsWith("@" + address + ">");
    }

    @Test
    void neighborsStayNeighborsAndPacketsAgreeWithTexts() {
        SipMessage message = with("Contact: <sip:alice@192.168.7.99:5062>\n");
        Endpoint phone = result.messages().getFirst().source();
        String network = phone.host().replaceAll("\\d+$", "");

        assertThat(phone.port()).isEqualTo(5062);
        assertThat(message.vias().getFirst().host()).isEqualTo(phone.host());
        assertThat(message.callId()).endsWith("@" + phone.host());
        assertThat(header(message, "Contact")).contains("@" + network).doesNotContain(phone.host());
    }

    @Test
    void aDomainIsTheSameInAnyCase() {
        SipMessage message = with("Contact: <sip:bob@SIP.PROVIDER.NET>\nRoute: <sip:edge.provider.net;lr>\n");
        String domain = message.from().orElseThrow().uri().host().replaceFirst("^sip\\.", "");

        assertThat(domain).endsWith(".example").hasSize("provider.net".length());
        assertThat(header(message, "Contact")).endsWith("@sip." + domain + ">");
        assertThat(header(message, "Route")).endsWith("." + domain + ";lr>").doesNotContain("edge");
    }

    @Test
    void namesAreTheSameInUsersAndTexts() {
        SipMessage message =
                with("Subject: Alice called\nX-Hangup-Cause: agent Alice busy\nContact: <sip:Miller.2@10.0.0.1>\n");
        String[] name = message.from().orElseThrow().displayName().split(" ", -1);

        assertThat(name).hasSize(2);
        assertThat(message.from().orElseThrow().uri().user()).isEqualToIgnoringCase(name[0]);
        assertThat(header(message, "X-Hangup-Cause")).isEqualTo("agent " + name[0] + " busy");
        assertThat(header(message, "Contact")).startsWith("<sip:" + name[1] + ".2@");
        assertThat(header(message, "Subject")).isEqualTo("removed remo");
    }

    @Test
    void identifiersOfADialogAreTheSameWhereverTheyStand() {
        SipMessage message = with("""
            Replaces: 77aa@192.168.7.20;to-tag=9fc2;from-tag=77bb
            X-CID: 77aa@192.168.7.20
            Refer-To: <sip:bob@sip.provider.net?Replaces=77aa%40192.168.7.20%3Bto-tag%3D9fc2>
            X-Info: leg 77aa@192.168.7.20 tag 9fc2
            """);
        String tag = message.from().orElseThrow().tag().orElseThrow();

        assertThat(tag).hasSize(4).isNotEqualTo("9fc2");
        assertThat(header(message, "Replaces")).startsWith(message.callId() + ";to-tag=" + tag + ";from-tag=");
        assertThat(header(message, "X-CID")).isEqualTo(message.callId());
        assertThat(header(message, "Refer-To"))
                .endsWith("?Replaces=" + message.callId().replace("@", "%40") + "%3Bto-tag%3D" + tag + ">");
        assertThat(header(message, "X-Info"))
                .contains(" " + message.callId() + " ")
                .endsWith(" " + tag);
        assertThat(message.vias().getFirst().branch().orElseThrow())
                .startsWith("z9hG4bK")
                .doesNotContain("abc123");
    }

    @Test
    void credentialsAreReplacedAndTheirRulesStay() {
        SipMessage message = with("Authorization: Digest username=\"alice\", realm=\"provider.net\", nonce=\"5f3a9b\","
                + " uri=\"sip:provider.net\", response=\"00112233445566778899aabbccddeeff\", algorithm=MD5, qop=auth,"
                + " nc=00000001, cnonce=\"c0ffee\", opaque=\"\"\n");
        var parameters = message.credentials().getFirst().parameters();

        assertThat(header(message, "Authorization"))
                .doesNotContain("alice", "provider", "5f3a9b", "00112233", "c0ffee")
                .contains("algorithm=MD5, qop=auth, nc=00000001", "opaque=\"\"");
        assertThat(parameters.value("realm"))
                .contains(message.from().orElseThrow().uri().host().substring(4));
        assertThat(parameters.value("username"))
                .contains(message.from().orElseThrow().uri().user());
        assertThat(parameters.value("response").orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void aSignedCallerIsReplacedWithinItsSignature() {
        String header = encoded(
                "{\"alg\":\"ES256\",\"ppt\":\"shaken\",\"typ\":\"passport\",\"x5u\":\"https://cert.provider.net/a.pem\"}");
        String claims = encoded("{\"attest\":\"A\",\"dest\":{\"tn\":[\"4930123456\"]},\"iat\":1795341600,"
                + "\"orig\":{\"tn\":\"12155551212\"},\"origid\":\"de305d54-75b4-431b-adb2-eb6b9e546014\"}");
        SipMessage message = with("Identity: " + header + "." + claims
                + ".c2lnbmF0dXJl;info=<https://cert.provider.net/a.pem>;ppt=shaken\n");
        String identity = header(message, "Identity");
        String[] parts = identity.split(";", 2)[0].split("\\.", -1);
        String decoded = decoded(parts[0]) + decoded(parts[1]);

        assertThat(decoded)
                .contains(
                        "\"attest\":\"A\"",
                        "\"iat\":1795341600",
                        "\"ppt\":\"shaken\"",
                        number(message).substring(1))
                .containsPattern("\"tn\":\"1\\d{3}55501\\d\\d\"")
                .doesNotContain("provider", "4930123456", "12155551212", "de305d54");
        assertThat(identity).endsWith(";ppt=shaken").doesNotContain("provider", "c2lnbmF0dXJl");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Test
    void sessionDescriptionsKeepTheirMediaOnly() {
        SipMessage message = with("Content-Type: application/sdp\n", """
            v=0
            o=alice 123 456 IN IP4 192.168.7.20
            s=Alice on air
            e=alice@provider.net
            c=IN IP4 84.17.33.77
            t=0 0
            m=audio 4000 RTP/SAVP 8 0
            a=rtpmap:8 PCMA/8000
            a=rtcp:4001 IN IP4 84.17.33.77
            a=ice-ufrag:8hhY
            a=ice-pwd:asd88fgpdd777uzjYhagZg
            a=candidate:1 1 UDP 2130706431 192.168.7.20 4000 typ srflx raddr 192.168.7.20 rport 4000
            a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20|1:32
            a=fingerprint:sha-256 D2:B9:31:8F:DF:24:D8:0E:ED:D2:EF:25:9E:AF:6F:B8:34:AE:53:9C:E6:F3:8F:F2:64:15:FA:E8:7F:53:2D:38
            a=sendrecv
            """.replace("\n", "\r\n"));
        String sdp = body(message);
        String phone = result.messages().getFirst().source().host();

        assertThat(sdp)
                .doesNotContain("lice", "provider", "84.17", "192.168.7.20", "8hhY", "asd88", "d0Rmd", "D2:B9")
                .contains("a=rtpmap:8 PCMA/8000\r\n", "m=audio 4000 RTP/SAVP 8 0\r\n", " 123 456 IN IP4 " + phone)
                .contains("UDP 2130706431 " + phone + " 4000 typ srflx raddr " + phone + " rport 4000")
                .containsPattern("inline:\\S{40}\\|2\\^20\\|1:32")
                .containsPattern("fingerprint:sha-256 (?:[0-9A-F]{2}:)*")
                .containsPattern("c=IN IP4 (192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.");
        assertThat(message.doubts()).isEmpty();
    }

    @Test
    void partsOfABodyAreReadEachByItsType() {
        String body = """
            --part
            Content-Type: application/sdp

            v=0
            o=- 1 1 IN IP4 84.17.33.77
            s=-
            c=IN IP4 84.17.33.77
            --part
            Content-Type: application/pidf+xml
            Content-ID: <77aa@provider.net>

            <presence entity="pres:alice@provider.net"><tuple id="x9y8z7"><status><basic>open</basic></status>\
            <note>At home</note><contact>sip:alice@192.168.7.20</contact></tuple></presence>
            --part
            Content-Type: application/isup

            \u0001\u0002secret\u0003
            --part--
            """.replace("\n", "\r\n");
        SipMessage message = with("Content-Type: multipart/mixed;boundary=part\n", body);

        assertThat(body(message))
                .doesNotContain("84.17", "alice", "provider", "home", "x9y8z7", "secret", "192.168.7.20")
                .contains("<basic>open</basic>", "o=- 1 1 IN IP4 ", "removed", "pres:", "sip:");
        assertThat(message.parts()).hasSize(3);
        assertThat(message.doubts()).isEmpty();
    }

    @Test
    void aMessageWithinAMessageIsAMessage() {
        String fragment = "SIP/2.0 486 Busy Here\r\nContact: <sip:alice@84.17.33.77>\r\n";
        assertThat(body(with("Content-Type: message/sipfrag\n", fragment)))
                .startsWith("SIP/2.0 486 Busy Here\r\nContact: <sip:")
                .doesNotContain("alice", "84.17");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, Meet me at the bank at noon",
        "application/json, '{\"user\":\"alice\"}'",
        "application/octet-stream, alice",
        "'', alice"
    })
    void whatNobodyHereCanReadIsTakenOut(String type, String body) {
        SipMessage message = with(type.isEmpty() ? "" : "Content-Type: " + type + "\n", body);

        assertThat(body(message))
                .hasSize(body.length())
                .isEqualTo("removed ".repeat(9).substring(0, body.length()));
    }

    @Test
    void keysThatWerePressedAreTakenOut() {
        assertThat(body(with("Content-Type: application/dtmf-relay\n", "Signal=7\r\nDuration=160\r\n")))
                .isEqualTo("Signal=0\r\nDuration=160\r\n");
    }

    @Test
    void lengthsAreRightAgainAndWrongOnesAsWrong() {
        String body = "v=0\r\nc=IN IP6 ::1\r\no=- 1 1 IN IP4 1.2.3.4\r\n";
        SipMessage right = with("Content-Type: application/sdp\n", body);
        assertThat(header(right, "Content-Length"))
                .isEqualTo(Long.toString(right.body().length()));

        String text = rewritten(
                "MESSAGE sip:a@b.c SIP/2.0\r\nCall-ID: 1\r\nContent-Type: application/sdp\r\nl: 500\r\n\r\n" + body);
        int longer = text.length() - text.indexOf("\r\n\r\n") - 4 - body.length();
        assertThat(text).contains("l: " + (500 + longer));
    }

    @Test
    void softwareStaysAndItsVersionIsNoAddress() {
        SipMessage message = with("User-Agent: Yealink SIP-T46S 66.84.0.10 80:5e:c0:11:22:33\n");

        assertThat(header(message, "User-Agent"))
                .startsWith("Yealink SIP-T46S 66.84.0.10 ")
                .doesNotContain("c0:11:22");
    }

    @Test
    void escapedUsersAreTheSameUsers() {
        SipMessage message = with(
                "Contact: <sip:%2B4930123456@10.0.0.1>\nP-Asserted-Identity: <sip:alice%40provider.net@10.0.0.1>\n");

        assertThat(header(message, "Contact"))
                .startsWith("<sip:%2B" + number(message).substring(1) + "@");
        assertThat(header(message, "P-Asserted-Identity"))
                .startsWith("<sip:" + message.from().orElseThrow().uri().user() + "%40")
                .contains(".example@");
    }

    @Test
    void anotherTimeThePseudonymsAreOthers() {
        String first = with("").callId();

        assertThat(with("").callId()).isNotEqualTo(first);
    }

    @Test
    void thePreviewSaysWhatWasReplacedAndWhatStays() {
        with(
                "User-Agent: Phone 1.0\n"
                        + "X-Account: gold\n"
                        + "Warning: 399 a \"gold gateway\"\n"
                        + "Content-Type: application/pidf+xml\n",
                "<presence/>");

        assertThat(result.preview().replaced())
                .extracting(Preview.Replaced::kind)
                .contains(
                        PseudonymKind.NUMBER,
                        PseudonymKind.NAME,
                        PseudonymKind.DOMAIN,
                        PseudonymKind.ADDRESS,
                        PseudonymKind.IDENTIFIER);
        assertThat(result.preview().replaced().getFirst().examples().getFirst().original())
                .isEqualTo("4930123456");
        String pseudonym = header(parse(text(result.messages().getLast())), "Warning");
        assertThat(result.preview().stays())
                .containsExactly(
                        new Preview.Stays(Where.SOFTWARE, "User-Agent", List.of("Phone 1.0")),
                        new Preview.Stays(Where.HEADER, "Warning", List.of(pseudonym)),
                        new Preview.Stays(Where.BODY, "application/pidf+xml", List.of()));
        assertThat(pseudonym).endsWith(" gateway\"").doesNotContain("gold");
    }

    @Test
    void anyBytesGoThrough() {
        for (String text : List.of(
                "",
                "\0\0",
                "INVITE",
                "SIP/2.0 200 OK\r\nFrom: \"<;,\r\n\r\n",
                "A sip:@:;?&%% SIP/2.0\r\nVia: ,;\r\nTo: <\r\n")) {
            assertThat(rewritten(text)).isNotNull();
        }
    }
}
