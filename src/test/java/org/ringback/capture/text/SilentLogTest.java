package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of a product without messages is known by its lines, so that somebody can be told how to switch them on. */
class SilentLogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asterisk | [2024-05-26 10:11:12] VERBOSE[1234][C-0000001a] app_dial.c: Called PJSIP/1002",
                "freeswitch | 2024-05-26 10:11:12.123456 [NOTICE] switch_channel.c:1123 New Channel"
                        + " sofia/internal/1001",
                "kamailio | May 26 10:11:12 edge /usr/sbin/kamailio[1234]: INFO: <script>: new call to 1002",
                "opensips | May 26 10:11:12 edge opensips[1234]: DBG:core:parse_msg: SIP Request:",
                "jssip | JsSIP:RTCSession newRTCSession() +0ms",
                "jssip | JsSIP:WARN:Transport reconnection attempt 3 +0ms",
                "cisco | May 26 10:11:12.123: //12345/ABCDEF/CCAPI/cc_api_call_disconnected: Cause Value=16",
                "cisco | May 26 10:11:12.123: //12345/ABCDEF/SIP/State/sipSPIChangeState: State change from STATE_IDLE",
                "pjsua | 10:11:12.123   pjsua_acc.c  Acc 0: Registration sent"
            })
    void isKnownByItsLines(String product, String line) {
        assertThat(SilentLog.of(line + "\n" + line + "\n")).contains(product);
    }

    @Test
    void oneLineMayBeAQuotation() {
        assertThat(SilentLog.of("Somebody wrote: JsSIP:RTCSession newRTCSession() +0ms\nand no more.\n"))
                .isEmpty();
    }

    @Test
    void proseIsNoLog() {
        assertThat(SilentLog.of("Asterisk and FreeSWITCH are telephone systems.\nJsSIP: a library for browsers.\n"))
                .isEmpty();
    }
}
