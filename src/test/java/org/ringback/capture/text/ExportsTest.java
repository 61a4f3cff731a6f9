package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.AsteriskTest.micros;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.indented;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;

/** Text that trace tools export. */
class ExportsTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 5060);

    @Test
    void sngrep() {
        Collected found = Collected.of("2026/03/01 10:00:01.250000 192.0.2.1:5060 -> 192.0.2.2:5060\n" + INVITE
                + "\n\n2026/03/01 10:00:01.260000 192.0.2.2:5060 -> 192.0.2.1:5060\n" + TRYING + "\n\n");

        assertThat(found.messages).extracting(Collected::text).containsExactly(INVITE, TRYING);
        assertThat(found.messages).extracting(Captured::source).containsExactly(ALICE, BOB);
        assertThat(found.messages).extracting(Captured::destination).containsExactly(BOB, ALICE);
        assertThat(found.messages.getLast().time()).isEqualTo(micros("2026-03-01T10:00:01.260Z"));
        assertThat(found.messages.getLast().transport()).isEqualTo(Transport.UNKNOWN);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void ngrepWithDotsForCarriageReturns() {
        String dotted = INVITE.replace("\n", ".\n");
        Collected found = Collected.of("input: x.pcap\n\nU 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n" + dotted
                + "\n\nT 2026/03/01 10:00:01.260000 192.0.2.2:5060 -> 192.0.2.1:5060 [AP] #2\n"
                + TRYING.replace("\n", ".\n") + "\n####exit\n");

        assertThat(found.messages).extracting(Collected::text).containsExactly(wire(INVITE), wire(TRYING));
        assertThat(found.messages).extracting(Captured::transport).containsExactly(Transport.UDP, Transport.TCP);
        assertThat(found.messages.getFirst().time()).isEqualTo(Captured.NO_TIME);
    }

    @Test
    void ngrepThatHasLostTheLinesIsReadByTheNamesOfHeaders() {
        String request = wire(INVITE).replaceAll("[\r\n]", ".");
        String response = wire(TRYING).replaceAll("[\r\n]", ".");
        for (String log : new String[] {
            "interface: eth0\n\nU 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n  " + request + "\n",
            "U 2026/03/01 10:00:01.260000 192.0.2.2:5060 -> 192.0.2.1:5060 #2  " + response + "\n",
        }) {
            Collected found = Collected.of(log);
            assertThat(Collected.header(found.only(), "Call-ID")).isEqualTo("sample-1");
            assertThat(found.only().source().port()).isEqualTo(5060);
        }
        assertThat(Collected.of("U 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n  SIP/2.0 200 OK..X-Nothing: known..\n")
                        .unusable)
                .contains(new Unusable(3, 0, Reason.LOST_LINE_ENDS, "ngrep"));
        assertThat(Collected.of("U 192.0.2.1:53 -> 192.0.2.2:53 #1\n  nothing..here\n")
                        .reasons())
                .containsExactly(Reason.NOT_A_CAPTURE);
    }

    @Test
    void tcpdumpWithPacketHeadersBeforeTheMessage() {
        Collected found = Collected.of("2026-03-01 10:00:01.250000 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: INVITE"
                + " sip:bob@example.com SIP/2.0\nE..lJ.@.@....P..........X.PINVITE" + INVITE.substring(6) + "\n"
                + "10:00:01.260000 IP6 2001:db8::1.5060 > 2001:db8::2.5062: Flags [P.], seq 1:2, length 223: SIP\n"
                + "`....T.@..............SIP/2.0 100 Trying" + wire(TRYING).substring(18) + "\n"
                + "10:00:01.270000 IP (tos 0x0, ttl 64, id 1, proto UDP (17), length 251)\n"
                + "    192.0.2.2.sip > 192.0.2.1.sip: [udp sum ok] SIP, length: 223\n" + indented(BUSY, "\t"));

        assertThat(found.messages).extracting(Collected::text).containsExactly(INVITE, wire(TRYING), BUSY);
        assertThat(found.messages)
                .extracting(Captured::source)
                .containsExactly(ALICE, new Endpoint("2001:db8::1", 5060), BOB);
        assertThat(found.messages)
                .extracting(Captured::transport)
                .containsExactly(Transport.UDP, Transport.TCP, Transport.UDP);
        assertThat(found.messages)
                .extracting(Captured::time)
                .containsExactly(
                        micros("2026-03-01T10:00:01.250Z"),
                        micros("2026-03-01T10:00:01.260Z"),
                        micros("2026-03-01T10:00:01.270Z"));
    }

    @Test
    void sipViewerAndHomer() {
        Collected found = Collected.of("[2026/03/01 10:00:01.250] IN 192.0.2.1:5060 --> 192.0.2.2:5060\n" + INVITE
                + "\n" + "proto:UDP 2026-03-01T10:00:01.260Z  192.0.2.2:5060 ---> 192.0.2.1:5060\n\n" + TRYING);

        assertThat(found.messages).extracting(Captured::source).containsExactly(ALICE, BOB);
        assertThat(found.messages)
                .extracting(Captured::time)
                .containsExactly(micros("2026-03-01T10:00:01.250Z"), micros("2026-03-01T10:00:01.260Z"));
    }

    @Test
    void wiresharkStream() {
        Collected found = Collected.of(wire(INVITE) + wire(TRYING) + wire(BUSY));

        assertThat(found.messages).extracting(Collected::text).containsExactly(wire(INVITE), wire(TRYING), wire(BUSY));
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void wiresharkTree() {
        Collected found = Collected.of("""
            Frame 9: 407 bytes on wire (3256 bits), 407 bytes captured (3256 bits)
                Arrival Time: Mar  1, 2026 11:00:01.250000000 CET
                Epoch Time: 1772359201.250000000 seconds
            Ethernet II, Src: 00:00:00:00:00:01, Dst: 00:00:00:00:00:02
            Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2
            User Datagram Protocol, Src Port: 5060, Dst Port: 5060
            Session Initiation Protocol (INVITE)
                Request-Line: INVITE sip:bob@example.com SIP/2.0
                    Method: INVITE
                    Request-URI: sip:bob@example.com
                Message Header
                    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa1
                        Transport: UDP
                        Branch: z9hG4bKa1
                    From: <sip:alice@example.com>;tag=a
                        SIP from tag: a
                    To: <sip:bob@example.com>
                    Call-ID: sample-1
                    [Generated Call-ID: sample-1]
                    CSeq: 1 INVITE
                        Sequence Number: 1
                    Content-Type: application/sdp
                    Content-Length: 87
                Message Body
                    Session Description Protocol
                        Session Description Protocol Version (v): 0
                        Owner/Creator, Session Id (o): - 7 7 IN IP4 192.0.2.1
                            Owner Username: -
                        Session Name (s): -
                        Connection Information (c): IN IP4 192.0.2.1
                        Time Description, active time (t): 0 0
                        Media Description, name and address (m): audio 4000 RTP/AVP 8
                            Media Type: audio

            """);

        assertThat(Collected.text(found.only())).isEqualTo(wire(INVITE));
        assertThat(found.only().source()).isEqualTo(ALICE);
        assertThat(found.only().destination()).isEqualTo(BOB);
        assertThat(found.only().transport()).isEqualTo(Transport.UDP);
        assertThat(found.only().time()).isEqualTo(micros("2026-03-01T10:00:01.250Z"));
        assertThat(found.only().frame()).isEqualTo(8);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void siptraceXml() {
        String cdata = "<?xml version=\"1.0\"?>\n<sipTrace>\n" + node("192.0.2.1:5060", "pbx.example.com-Proxy", INVITE)
                + node("pbx.example.com-Proxy", "192.0.2.1:5060", TRYING) + "</sipTrace>\n";
        Collected found = Collected.of(cdata);

        assertThat(found.messages).extracting(Collected::text).containsExactly(wire(INVITE), wire(TRYING));
        assertThat(found.messages.getFirst().source()).isEqualTo(ALICE);
        assertThat(found.messages.getFirst().destination()).isEqualTo(new Endpoint("pbx.example.com-Proxy", 0));
        assertThat(found.messages.getFirst().time()).isEqualTo(micros("2026-03-01T10:00:01.250123Z"));
        assertThat(found.messages.getFirst().frame()).isEqualTo(7);
        assertThat(found.unusable).isEmpty();

        Collected cut = Collected.of(cdata.substring(0, cdata.lastIndexOf("CSeq")));
        assertThat(cut.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        assertThat(cut.reasons()).containsExactly(Reason.DAMAGED_RECORD, Reason.UNFINISHED_MESSAGE);

        Collected escaped = Collected.of(cdata.replace("<![CDATA[", "")
                .replace("]]>", "")
                .replace("<sip:", "&lt;sip:")
                .replace("com>\r", "com&gt;\r")
                .replace("com>;", "com&gt;;"));
        assertThat(escaped.messages).extracting(Collected::text).containsExactly(INVITE, TRYING);
    }

    private static String node(String source, String destination, String message) {
        return "\t<branchNode>\n\t\t<time>2026-03-01T10:00:01.250123Z</time>\n\t\t<source>" + source
                + "</source>\n\t\t<destination>" + destination + "</destination>\n\t\t<message><![CDATA["
                + wire(message)
                + "]]></message>\n\t</branchNode>\n";
    }
}
