package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.SDP;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.indented;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;

/** Messages with nothing that announces them. */
class PastedTest {

    @Test
    void oneMessageSaysNothingAboutTimeAndPlace() {
        Captured message = Collected.of(INVITE).only();

        assertThat(Collected.text(message)).isEqualTo(INVITE);
        assertThat(message.time()).isEqualTo(Captured.NO_TIME);
        assertThat(message.source()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(message.destination()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(message.transport()).isEqualTo(Transport.UNKNOWN);
        assertThat(message.frame()).isEqualTo(1);
    }

    @Test
    void severalWithJunkBetween() {
        Collected found = Collected.of("Hi, please look at this call:\n\n" + INVITE + "\nand we answer\n\n" + TRYING
                + ">>> then\n\n" + BUSY + "Thanks: Bob\n");

        assertThat(found.messages).extracting(Collected::text).containsExactly(INVITE, TRYING, BUSY);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void indentedAndQuoted() {
        Collected found = Collected.of(indented(INVITE, "    ") + indented(TRYING, "> "));

        assertThat(found.messages).extracting(Collected::text).containsExactly(INVITE, TRYING);
    }

    @Test
    void withoutContentLength() {
        String invite = INVITE.replace("Content-Length: 87\n", "");
        String trying = TRYING.replace("Content-Length: 0\n", "");
        Collected found = Collected.of(trying + invite + "\nsome words\n" + trying);

        assertThat(found.messages).extracting(Collected::text).containsExactly(trying, invite, trying);
    }

    @Test
    void bodyWithLineFeedsAloneOnTheWire() {
        String invite = INVITE.replace("87", Integer.toString(SDP.length()));
        Collected found = Collected.of(invite + TRYING);

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        assertThat(Collected.text(found.messages.getFirst()).stripTrailing()).isEqualTo(invite.stripTrailing());
    }

    @Test
    void sdpIsWholeThoughSomebodyReplacedAddressesInIt() {
        String longer = INVITE.replace("192.0.2.1", "address-of-the-customer");
        String shorter = INVITE.replace("IP4 192.0.2.1", "IP4 x");
        for (String message : new String[] {longer, wire(longer), shorter, wire(shorter)}) {
            Collected found = Collected.of(message + "\nnext line of the log\n" + TRYING);

            assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
        }
    }

    @Test
    void nextMessageRightAfterABodyWithoutEndOfLine() {
        String body = "<presence/>";
        String notify = wire(TRYING.replace("SIP/2.0 100 Trying", "NOTIFY sip:a@192.0.2.1 SIP/2.0")
                        .replace(
                                "Content-Length: 0", "Content-Type: application/xml\nContent-Length: " + body.length()))
                + body;
        Collected found = Collected.of(notify + wire(TRYING) + notify);

        assertThat(found.messages).extracting(Collected::text).containsExactly(notify, wire(TRYING), notify);
    }

    @Test
    void statusLineInABodyIsNoMessage() {
        String fragment = "SIP/2.0 180 Ringing\r\n";
        String notify = wire(TRYING.replace("SIP/2.0 100 Trying", "NOTIFY sip:a@192.0.2.1 SIP/2.0")
                .replace("Content-Length: 0", "Content-Type: message/sipfrag\nContent-Length: " + fragment.length()));
        Collected found = Collected.of(notify + fragment + wire(TRYING));

        assertThat(found.messages).extracting(Collected::text).containsExactly(notify + fragment, wire(TRYING));
    }

    @Test
    void cutMessageIsGivenAndReported() {
        Collected found = Collected.of(INVITE.substring(0, INVITE.indexOf("s=-")) + "\n\n\n"
                + INVITE.substring(0, INVITE.indexOf("CSeq")) + TRYING);

        assertThat(found.startLines())
                .containsExactly(
                        "INVITE sip:bob@example.com SIP/2.0",
                        "INVITE sip:bob@example.com SIP/2.0",
                        "SIP/2.0 100 Trying");
        assertThat(found.unusable)
                .extracting(Unusable::reason, Unusable::frame)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Reason.UNFINISHED_MESSAGE, 1L),
                        org.assertj.core.groups.Tuple.tuple(Reason.UNFINISHED_MESSAGE, 15L));
    }

    @Test
    void byteOrderMarksAndWideCharacters() {
        assertThat(Collected.of("\u00EF\u00BB\u00BF" + INVITE).only().frame()).isEqualTo(1);
        byte[] wide = ("\uFEFF" + wire(INVITE)).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(Collected.text(Collected.of(wide).only())).isEqualTo(wire(INVITE));
    }

    @Test
    void textWithoutSip() {
        Collected found =
                Collected.of("GET / HTTP/1.1\r\nHost: example.com\r\n\r\nHTTP/1.1 200 OK\r\n\r\nSIP/2.0 200 ok\n");

        assertThat(found.messages).isEmpty();
        assertThat(found.unusable)
                .containsExactly(
                        new Unusable(3, 6, Reason.LOST_START_LINE, ""), new Unusable(3, 0, Reason.NOT_A_CAPTURE, ""));
        assertThat(Collected.of("").unusable).containsExactly(new Unusable(3, 0, Reason.EMPTY_FILE, ""));
    }
}
