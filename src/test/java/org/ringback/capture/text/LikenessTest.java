package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.INVITE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Unusable.Reason;

/** Text that speaks of SIP and holds no message. */
class LikenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The phone sends INVITE sip:bob@example.com SIP/2.0 and waits.\nThen SIP/2.0 486 Busy Here comes.\n",
                " 1. INVITE sip:bob@example.com SIP/2.0 is sent\n"
                        + " 2. it answers SIP/2.0 180 Ringing\n"
                        + " 3. CSeq: and Via: stay\n",
                "static const char *T = \"INVITE sip:%s@%s SIP/2.0\\r"
                        + "\\n"
                        + "Via: SIP/2.0/UDP %s:%d\\r"
                        + "\\n"
                        + "From: <sip:%s>;tag=%s\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "\";\n",
                "printf(\"SIP/2.0 200 OK\\r\\nVia: %s\\r\\nCSeq: %d INVITE\\r\\n\\r\\n\", v, n);\n",
                "msg = f\"\"\"INVITE sip:{self.to} SIP/2.0\n"
                        + "Via: SIP/2.0/UDP {self.ip}\n"
                        + "From: <sip:{user}>\n"
                        + "CSeq: {n} INVITE\n\n"
                        + "\"\"\"\n",
                "const m = `REGISTER sip:${host} SIP/2.0\n"
                        + "Via: SIP/2.0/WSS ${via}\n"
                        + "From: <sip:${u}>\n"
                        + "Call-ID: ${id}\n\n"
                        + "`;\n",
                "<![CDATA[\n\n"
                        + "  INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n"
                        + "  Via: SIP/2.0/[transport] [local_ip];branch=[branch]\n"
                        + "  From: sipp <sip:sipp@[local_ip]>;tag=1\n"
                        + "  Call-ID: [call_id]\n"
                        + "  CSeq: 1 INVITE\n\n"
                        + "]]>\n",
                "if (is_method(\"INVITE\")) { xlog(\"INVITE $ru SIP/2.0 from $si\\n"
                        + "\"); }\n"
                        + "# reply: SIP/2.0 404 Not Found\n",
                "<html><body><p>SIP/2.0 is a protocol</p><br>INVITE is a method</body></html>\n",
                "OPTIONS rtsp://example.com/media RTSP/1.0\nCSeq: 1\n\nRTSP/1.0 200 OK\nCSeq: 1\n"
            })
    void isNoMessage(String text) {
        assertThat(Collected.of(text).messages).isEmpty();
    }

    @Test
    void aStartLineOfWhichNothingCouldBeReadIsTold() {
        Collected found = Collected.of(INVITE + "\nSIP/2.0 486 Busy Here\nwhat came then is lost\n");

        assertThat(found.messages).hasSize(1);
        assertThat(found.unusable).singleElement().satisfies(part -> {
            assertThat(part.reason()).isEqualTo(Reason.LOST_START_LINE);
            assertThat(part.frame()).isEqualTo(17);
        });
    }

    @Test
    void aRequestLineWithMarksThatNobodyKnowsIsTold() {
        Collected found = Collected.of(INVITE + "\n>> BYE sip:bob@example.com SIP/2.0 ;;\n");

        assertThat(found.messages).hasSize(1);
        assertThat(found.unusable).singleElement().satisfies(part -> {
            assertThat(part.reason()).isEqualTo(Reason.LOST_START_LINE);
            assertThat(part.frame()).isEqualTo(17);
        });
    }

    @Test
    void aUriWithEscapesIsNoTemplate() {
        assertThat(Collected.of(INVITE.replace("sip:bob@", "sip:%d0%b1%d0%be%d0%b1@")).messages)
                .hasSize(1);
    }

    @Test
    void tcpdumpThatPrintsEachMessageTwiceHasItOnce() {
        String head = "10:00:01.250000 IP (tos 0x0, ttl 64, id 1, proto UDP (17), length 251)\n"
                + "    192.0.2.1.5060 > 192.0.2.2.5060: [udp sum ok] SIP, length: 223\n";
        String twice = head + Samples.indented(INVITE, "\t") + "E.....@.@.L]...(.3d.........X.P" + INVITE + "\n";

        assertThat(Collected.of(twice + twice).messages)
                .hasSize(2)
                .allMatch(message -> message.source().port() == 5060);
    }
}
