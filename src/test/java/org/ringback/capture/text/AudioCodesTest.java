package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.AsteriskTest.micros;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;

class AudioCodesTest {

    private static final String INCOMING =
            "(N  101) ---- Incoming SIP Message from 192.0.2.1:5060 to SIPInterface #0 (Lan) UDP TO(#3) SocketID(7)"
                    + " ----";
    private static final String OUTGOING =
            "(N  102) ---- Outgoing SIP Message to 192.0.2.9:5061 from SIPInterface #2 (Wan) TLS TO(#4) SocketID(8)"
                    + " ----";

    @Test
    void messagesOverSeveralRecordsBetweenThoseOfOtherSessions() {
        String message = wire(INVITE).replace("\r\n", " #012");
        int half = message.indexOf("To:");
        Collected found = Collected.of(record(1, "aa:1:5", INCOMING + " #012")
                + record(2, "aa:1:6", OUTGOING + " #012")
                + record(3, "aa:1:5", message.substring(0, half))
                + record(4, "aa:1:6", wire(TRYING).replace("\r\n", " #012"))
                + record(5, "aa:1:5", message.substring(half))
                + record(6, "aa:1:5", "(N  110) AcSIPCall(#9): Handling INVITE in state Idle")
                + record(7, "aa:1:6", "(N  111) States: Idle"));

        assertThat(found.messages).extracting(Collected::text).containsExactlyInAnyOrder(wire(INVITE), wire(TRYING));
        Captured invite = found.messages.getFirst();
        assertThat(invite.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(invite.destination()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(invite.transport()).isEqualTo(Transport.UDP);
        assertThat(invite.time()).isEqualTo(micros("0004-12-19T12:44:54.873Z"));
        assertThat(invite.frame()).isEqualTo(1);
        assertThat(found.messages.getLast().destination()).isEqualTo(new Endpoint("192.0.2.9", 5061));
        assertThat(found.messages.getLast().transport()).isEqualTo(Transport.TLS);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void savedByAViewerWithOneLineForEachLine() {
        Collected found = Collected.of("10:00:01.250  192.0.2.5  local0.notice  [S=11] [SID=aa:1:5] " + INCOMING
                + " [Time:19-12@12:44:54.873]\n10:00:01.251  192.0.2.5  local0.notice  [S=12] [SID=aa:1:5] "
                + INVITE
                + " [Time:19-12@12:44:54.874]\n"
                + "10:00:01.252  192.0.2.5  local0.notice  [S=13] [SID=aa:1:5] (N  7) next\n");

        assertThat(Collected.text(found.only())).isEqualTo(INVITE);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void everyLineOfTheMessageARecordOfItsOwn() {
        StringBuilder log = new StringBuilder(record(1, "aa:1:5", INCOMING));
        int sequence = 2;
        for (String line : INVITE.split("\n", -1)) {
            log.append(record(sequence++, "aa:1:5", line));
        }
        Collected found = Collected.of(log.toString());

        assertThat(Collected.text(found.only())).isEqualTo(INVITE);
    }

    @Test
    void lostRecordsLeaveAnUnfinishedMessage() {
        Collected found = Collected.of(record(1, "aa:1:5", INCOMING + " #012")
                + record(
                        2,
                        "aa:1:5",
                        wire(INVITE.substring(0, INVITE.indexOf("Content-Type")))
                                .replace("\r\n", " #012"))
                + record(9, "aa:1:5", OUTGOING + " #012")
                + record(10, "aa:1:5", wire(TRYING).replace("\r\n", " #012")));

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        assertThat(found.reasons()).containsExactly(Reason.UNFINISHED_MESSAGE);
    }

    private static String record(int sequence, String session, String text) {
        return "<133>[S=" + sequence + "] [SID=" + session + "]  " + text + " [Time:19-12@12:44:54.873]\n";
    }
}
