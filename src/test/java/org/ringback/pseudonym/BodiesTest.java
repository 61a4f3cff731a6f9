package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.pseudonym.Rewriting.body;
import static org.ringback.pseudonym.Rewriting.header;
import static org.ringback.pseudonym.Rewriting.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.sip.SipMessage;

/** Of a body only what is known to mean nobody stays. */
class BodiesTest {

    private final Rewriting rewriting = new Rewriting();

    @Test
    void sessionDescriptionsKeepTheirMediaOnly() {
        SipMessage message = rewriting.with("Content-Type: application/sdp\n", """
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
        String phone = rewriting.result.messages().getFirst().source().host();

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
        SipMessage message = rewriting.with("Content-Type: multipart/mixed;boundary=part\n", body);

        assertThat(body(message))
                .doesNotContain("84.17", "alice", "provider", "home", "x9y8z7", "secret", "192.168.7.20")
                .contains("<basic>open</basic>", "o=- 1 1 IN IP4 ", "removed", "pres:", "sip:");
        assertThat(message.parts()).hasSize(3);
        assertThat(message.doubts()).isEmpty();
    }

    @Test
    void aMessageWithinAMessageIsAMessage() {
        String fragment = "SIP/2.0 486 Busy Here\r\nContact: <sip:alice@84.17.33.77>\r\n";
        assertThat(body(rewriting.with("Content-Type: message/sipfrag\n", fragment)))
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
        SipMessage message = rewriting.with(type.isEmpty() ? "" : "Content-Type: " + type + "\n", body);

        assertThat(body(message))
                .hasSize(body.length())
                .isEqualTo("removed ".repeat(9).substring(0, body.length()));
    }

    @Test
    void keysThatWerePressedAreTakenOut() {
        assertThat(body(rewriting.with("Content-Type: application/dtmf-relay\n", "Signal=7\r\nDuration=160\r\n")))
                .isEqualTo("Signal=0\r\nDuration=160\r\n");
    }

    @Test
    void lengthsAreRightAgainAndWrongOnesAsWrong() {
        String body = "v=0\r\nc=IN IP6 ::1\r\no=- 1 1 IN IP4 1.2.3.4\r\n";
        SipMessage right = rewriting.with("Content-Type: application/sdp\n", body);
        assertThat(header(right, "Content-Length"))
                .isEqualTo(Long.toString(right.body().length()));

        String text = rewriting.rewritten(
                "MESSAGE sip:a@b.c SIP/2.0\r\nCall-ID: 1\r\nContent-Type: application/sdp\r\nl: 500\r\n\r\n" + body);
        int longer = text.length() - text.indexOf("\r\n\r\n") - 4 - body.length();
        assertThat(text).contains("l: " + (500 + longer));
    }
}
