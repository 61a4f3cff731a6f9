package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.AsteriskTest.micros;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

class CiscoTest {

    @Test
    void debugCcsipMessages() {
        Collected found = Collected.of("gw# debug ccsip messages\n"
                + "000123: *Mar  1 10:00:01.250: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nReceived: \n" + INVITE
                + "\n"
                + "000124: *Mar  1 10:00:01.254: //412/5D3D2B/SIP/State/sipSPIChangeState: 0x1 : State change\n"
                + "000125: *Mar  1 10:00:01.260: //412/5D3D2B/SIP/Msg/ccsipDisplayMsg:\nSent:\n" + TRYING + "\n");

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        assertThat(found.messages)
                .extracting(Captured::time)
                .as("no year")
                .containsExactly(micros("0004-03-01T10:00:01.250Z"), micros("0004-03-01T10:00:01.260Z"));
        assertThat(found.messages).allSatisfy(message -> {
            assertThat(message.transport()).isEqualTo(Transport.UNKNOWN);
        });
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void addressesWhereTheReleaseNamesThem() {
        Collected found = Collected.of("Mar  1 2026 10:00:01.250 UTC: //1/2/SIP/Msg/ccsipDisplayMsg:\n"
                + "Sent: SIP TLS message from 192.0.2.1:5061 to 192.0.2.2:5061\n" + TRYING);

        assertThat(found.only().source()).isEqualTo(new Endpoint("192.0.2.1", 5061));
        assertThat(found.only().destination()).isEqualTo(new Endpoint("192.0.2.2", 5061));
        assertThat(found.only().transport()).isEqualTo(Transport.TLS);
        assertThat(found.only().time()).isEqualTo(micros("2026-03-01T10:00:01.250Z"));
    }

    @Test
    void pageThatLostItsEmptyLines() {
        String pasted =
                INVITE.replace("\n\n", "\n") + "00:11:29: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nReceived:\n"
                        + TRYING.strip() + "\n00:11:30: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n";
        Collected found = Collected.of("00:11:28: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nSent:\n" + pasted);

        assertThat(found.messages).extracting(Collected::text).containsExactly(INVITE, TRYING);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void traceOfCallManager() {
        Collected found =
                Collected.of("10:00:01.250 |//SIP/SIPTcp/wait_SdlReadRsp: Incoming SIP TCP message from 192.0.2.1"
                        + " on port 5060 index 12 with 223 bytes:\n[12,NET]\n" + TRYING
                        + "10:00:01.300 |AppInfo  |next\n");

        assertThat(found.only().source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(found.only().transport()).isEqualTo(Transport.TCP);
    }
}
