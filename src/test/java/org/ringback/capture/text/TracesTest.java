package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;

/** What tcpdump, Wireshark and phones print around messages. */
class TracesTest {

    private static final Endpoint PHONE = new Endpoint("192.0.2.1", 5060);

    private static Collected paste(String name) throws IOException {
        try (InputStream resource = TracesTest.class.getResourceAsStream("/pastes/" + name)) {
            return Collected.of(resource.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tool-tcpdump-icmp-A.txt", "tool-tcpdump-icmp-vvvA.txt"})
    void aMessageThatAnErrorQuotesIsNoneOfItsOwn(String name) throws IOException {
        Collected found = paste(name);

        assertThat(found.startLines()).hasSize(2).allMatch(line -> line.startsWith("INVITE "));
        assertThat(found.messages).allMatch(message -> message.source().host().equals("192.0.2.40"));
        assertThat(found.reasons()).containsExactly(Reason.QUOTED_MESSAGE, Reason.QUOTED_MESSAGE);
    }

    @Test
    void aTreeOfAnErrorQuotesAMessageToo() {
        Collected found = Collected.of("""
            Frame 2: 576 bytes on wire
            Internet Protocol Version 4, Src: 192.0.2.2, Dst: 192.0.2.1
            Internet Control Message Protocol
                Type: 3 (Destination unreachable)
                User Datagram Protocol, Src Port: 5060, Dst Port: 5060
                Session Initiation Protocol (OPTIONS)
                    Request-Line: OPTIONS sip:bob@example.com SIP/2.0
                    Message Header
                        Call-ID: sample-1
            Frame 3: 400 bytes on wire
            Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2
            User Datagram Protocol, Src Port: 5060, Dst Port: 5060
            Session Initiation Protocol (OPTIONS)
                Request-Line: OPTIONS sip:bob@example.com SIP/2.0
                Message Header
                    Call-ID: sample-1
            """);

        assertThat(found.only().source()).isEqualTo(PHONE);
        assertThat(found.reasons()).containsExactly(Reason.QUOTED_MESSAGE);
    }

    @Test
    void tcpdumpStopsAtCyrillicAndPrintsTheRestAsCharacters() throws IOException {
        Collected found = paste("tool-tcpdump-vvA-cyrillic.txt");

        assertThat(found.startLines()).containsExactly("INVITE sip:3001@pbx.example.com SIP/2.0", "SIP/2.0 100 Trying");
        assertThat(found.messages)
                .allMatch(message -> Collected.header(message, "CSeq").equals("1 INVITE"))
                .allMatch(message -> message.source().port() == 5060);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void snom() {
        Collected found = Collected.of("Received from udp:192.0.2.1:5060 at 01/03/2026 10:00:01:250 (300 bytes):\n\n"
                + Samples.INVITE
                + "\n\nSent to udp:192.0.2.1:5060 at 01/03/2026 10:00:01:260 (200 bytes):\n\n"
                + Samples.BUSY);

        Captured invite = found.messages.getFirst();
        assertThat(invite.source()).isEqualTo(PHONE);
        assertThat(invite.destination()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(invite.transport()).isEqualTo(Transport.UDP);
        assertThat(invite.time()).isEqualTo(1_772_359_201_250_000L);
        assertThat(found.messages.getLast().destination()).isEqualTo(PHONE);
    }

    @Test
    void thomson() {
        Captured invite = Collected.of("Recv from udp: 192.0.2.1:5060 00:00:00:01:066 (937 bytes)\n" + Samples.INVITE)
                .only();

        assertThat(invite.source()).isEqualTo(PHONE);
        assertThat(invite.destination()).isEqualTo(Endpoint.LOG_WRITER);
    }

    @Test
    void polycomCountsMonthDayAndTimeInTenDigits() {
        String log = Samples.INVITE
                .lines()
                .map(line -> "0301100001.250|sip  |1|00|" + line + "\n")
                .reduce("0301100001.250|sip  |1|00|<<< Data Received from 192.0.2.1:5060\n", String::concat);

        Captured invite = Collected.of("2026-03-01 09:00:00 started\n" + log).only();

        assertThat(invite.time()).isEqualTo(1_772_359_201_250_000L);
        assertThat(invite.source()).isEqualTo(PHONE);
    }

    @Test
    void traceSmMaySayMoreBetweenTheTimeAndTheAddresses() {
        Captured invite = Collected.of("""
            --------------------
            01/03/2026 10:00:01.250 -->
            octets: 839, Body Length: 0
            ingress: { L192.0.2.2:5060/R192.0.2.1:5060/UDP/0x1d2 }
            --------------------
            """ + Samples.INVITE).only();

        assertThat(invite.source()).isEqualTo(PHONE);
        assertThat(invite.time()).isNotEqualTo(Captured.NO_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \n", "\n> "})
    void anAnnouncementMayBeWrapped(String wrap) {
        boolean quote = wrap.endsWith("> ");
        String announcement =
                "[2026-03-01 10:00:01.250] VERBOSE[7] res_pjsip_logger.c: <--- Received SIP request (9 bytes)"
                        + wrap
                        + " from UDP:192.0.2.1:5060 --->\n"
                        + Samples.INVITE;
        String text = quote
                ? announcement
                        .lines()
                        .map(line -> line.startsWith(">") ? line + "\n" : "> " + line + "\n")
                        .reduce("", String::concat)
                : announcement;

        Captured invite = Collected.of(text).only();

        assertThat(invite.source()).isEqualTo(PHONE);
        assertThat(invite.time()).isEqualTo(1_772_359_201_250_000L);
    }

    @Test
    void ngrepWritesNoBracketsAroundAnAddressOfVersion6() {
        Captured invite = Collected.of(
                        "T 2001:db8::1:5060 -> 2001:db8::2:5060 [AP]\n" + Samples.INVITE.replace("\n", ".\n"))
                .only();

        assertThat(invite.source()).isEqualTo(new Endpoint("2001:db8::1", 5060));
        assertThat(invite.destination()).isEqualTo(new Endpoint("2001:db8::2", 5060));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTreeThatAMailProgramWrappedIsOneAgain(boolean blanksLost) {
        String tree = """
            Frame 3: 400 bytes on wire
            Internet Protocol Version 4, Src: 192.0.2.1, Dst:\s
            192.0.2.2
            User Datagram Protocol, Src Port: 5060, Dst Port: 5060
            Session Initiation Protocol (MESSAGE)
                Request-Line: MESSAGE sip:bob@example.com SIP/2.0
                Message Header
                    Call-ID: sample-1
                    Subject: one\\r\\n two
                    Authorization: Digest username="alice",\s
            realm="example.com", nonce="5b1c9f0a88e7", qop=auth
                    Content-Type: text/plain
                    Content-Length: 13
                Message Body
                    Line-based text data: text/plain (2 lines)
                        Hello\\r\\n
                        Bob\\r\\n
            """;

        Captured message =
                Collected.of(blanksLost ? tree.replace(" \n", "\n") : tree).only();

        assertThat(message.source()).isEqualTo(PHONE);
        assertThat(message.destination()).isEqualTo(new Endpoint("192.0.2.2", 5060));
        assertThat(Collected.header(message, "Authorization"))
                .isEqualTo("Digest username=\"alice\", realm=\"example.com\", nonce=\"5b1c9f0a88e7\", qop=auth");
        assertThat(Collected.header(message, "Subject")).isEqualTo("one two");
        assertThat(Collected.text(message)).endsWith("\r\n\r\nHello\r\nBob\r\n");
    }

    @Test
    void bytesThatWerePutTogetherFromPacketsAreNoPacketOfTheirOwn() {
        String dump = """
            Frame (20 bytes):

            0000  45 00 00 14 00 00 40 00 40 11 00 00 c0 00 02 01
            0010  c0 00 02 02

            Reassembled TCP (18 bytes):

            0000  49 4e 56 49 54 45 20 73 69 70 3a 61 40 62 20 53
            0010  49 50

            0000  45 00 00 15 00 00 40 00 40 11 00 00 c0 00 02 01
            0010  c0 00 02 02 00
            """;
        HexDump packets = new HexDump(MemorySegment.ofArray(dump.getBytes(StandardCharsets.US_ASCII)), ZoneOffset.UTC);

        assertThat(packets.advance()).isTrue();
        assertThat(packets.length()).isEqualTo(20);
        assertThat(packets.advance()).isTrue();
        assertThat(packets.length()).isEqualTo(21);
        assertThat(packets.advance()).isFalse();
    }

    @Test
    void aMessageShorterThanItSaysDoesNotHideThoseBehindIt() {
        String packet = """
              {"_source": {"layers": {"frame": {"frame.encap_type": "1"},
              "ip": {"ip.src": "192.0.2.1", "ip.dst": "192.0.2.2"},
              "tcp": {"tcp.srcport": "5060", "tcp.dstport": "5060", "tcp.payload": "%s"}}}},
            """;
        String first = Samples.wire(Samples.INVITE.replace("Length: 87", "Length: 9000"));
        String json = packet.formatted(hex(first)) + packet.formatted(hex(Samples.wire(Samples.TRYING)));

        Collected found = Collected.of("[{\"_index\": 1},\n" + json + "]");

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying");
        assertThat(found.messages).allMatch(message -> message.source().equals(PHONE));
        assertThat(found.reasons()).containsExactly(Reason.UNFINISHED_MESSAGE);
    }

    private static String hex(String message) {
        return HexFormat.ofDelimiter(":").formatHex(message.getBytes(StandardCharsets.US_ASCII));
    }
}
