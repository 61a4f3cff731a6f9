package org.ringback.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.network.Wire.hex;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Limits;
import org.ringback.network.DnsLookup.Outcome;

/** Names that were asked for. */
class DnsTest {

    /** For the address of sip.example.com, without its number and its flags. */
    private static final String QUESTION = "0001 0000 0000 0000 03 736970 07 6578616d706c65 03 636f6d 00 0001 0001";

    private static DnsLookup lookup(String name, DnsLookup.Type type) {
        return Seen.in("dns.pcap").lookupsOf("127.0.0.1").stream()
                .filter(lookup -> lookup.name().equals(name) && lookup.type() == type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOutcomeOfEachIsKnown() {
        assertThat(lookup("example.com", DnsLookup.Type.NAPTR).outcome()).isEqualTo(Outcome.NO_RECORDS);
        assertThat(lookup("_sip._udp.example.com", DnsLookup.Type.SRV).outcome())
                .isEqualTo(Outcome.ANSWERED);
        assertThat(lookup("_sips._tcp.example.com", DnsLookup.Type.SRV).outcome())
                .isEqualTo(Outcome.NO_NAME);
        assertThat(lookup("sip.example.com", DnsLookup.Type.AAAA).outcome()).isEqualTo(Outcome.NO_RECORDS);
        assertThat(lookup("sip.example.com", DnsLookup.Type.A).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(lookup("gone.example.com", DnsLookup.Type.A).outcome()).isEqualTo(Outcome.SERVER_FAILED);
        assertThat(lookup("barred.example.com", DnsLookup.Type.A).outcome()).isEqualTo(Outcome.REFUSED);
    }

    /** What was forgotten for others may have been answered: only what is still open at the end was not. */
    @Test
    void aQuestionThatAFloodOfOthersPushedOutIsNotCalledUnanswered() {
        Wire wire = new Wire().udp(true, 40_053, 53, hex("0001 0100" + QUESTION));
        for (int i = 0; i < Limits.DNS_QUESTIONS; i++) {
            String name = HexFormat.of()
                    .formatHex(String.format(Locale.ROOT, "%08d", i).getBytes(StandardCharsets.US_ASCII));
            String other = "0002 0100 0001 0000 0000 0000 08" + name + "00 0001 0001";
            wire.atOnce().udp(true, 40_053, 53, hex(other));
        }
        NetworkEvents events = wire.events();

        assertThat(events.lookupsOf("192.0.2.1"))
                .hasSize(Limits.DNS_QUESTIONS)
                .noneMatch(lookup -> lookup.name().equals("sip.example.com"));
        assertThat(events.omitted()).isEqualTo(1);
    }

    @Test
    void anotherNameAloneIsNoAddress() {
        assertThat(lookup("alias.example.com", DnsLookup.Type.A).outcome()).isEqualTo(Outcome.NO_RECORDS);
    }

    @Test
    void aServiceThatPointsNowhereIsNone() {
        assertThat(lookup("_sip._tcp.example.com", DnsLookup.Type.SRV).outcome())
                .isEqualTo(Outcome.NO_RECORDS);
    }

    @Test
    void aServiceNamesItsServers() {
        String question = "04 5f736970 03 636f6d 00 0021 0001";
        byte[] answered = hex("0007 8180 0001 0002 0000 0000" + question
                + "c00c 0021 0001 0000003c 000b 000a 000a 13c4 02 7331 c011"
                + "c00c 0021 0001 0000003c 000b 000a 000a 13c4 02 7332 c011");

        List<DnsLookup> found = new Wire()
                .udp(true, 40_053, 53, hex("0007 0100 0001 0000 0000 0000" + question))
                .udp(false, 53, 40_053, answered)
                .events()
                .lookupsOf("192.0.2.1");

        assertThat(found.getFirst().targets()).containsExactly("s1.com", "s2.com");
    }

    /** An alias comes before them. */
    @ParameterizedTest
    @CsvSource({
        "0001, 0004 c6336407, 198.51.100.7",
        "001c, 0010 20010db8000000000000000000000007, 2001:db8::7",
        "0001, 0003 c63364, "
    })
    void anAddressIsWhereItLeads(String type, String data, String address) {
        String question = "03 636f6d 00" + type + "0001";
        byte[] answered = hex("0007 8180 0001 0002 0000 0000" + question + "c00c 0005 0001 0000003c 0002 c00c c00c"
                + type + "0001 0000003c" + data);

        List<DnsLookup> found = new Wire()
                .udp(true, 40_053, 53, hex("0007 0100 0001 0000 0000 0000" + question))
                .udp(false, 53, 40_053, answered)
                .events()
                .lookupsOf("192.0.2.1");

        assertThat(found.getFirst().targets()).isEqualTo(address == null ? List.of() : List.of(address));
    }

    @Test
    void theWaitCountsFromTheFirstQuestion() {
        DnsLookup slow = lookup("slow.example.com", DnsLookup.Type.A);

        assertThat(slow.tries()).isEqualTo(3);
        assertThat(slow.took().orElseThrow()).isBetween(Duration.ofMillis(1800), Duration.ofMillis(1802));
    }

    @Test
    void whatNobodyAnswersIsTold() {
        DnsLookup silent = lookup("silent.example.com", DnsLookup.Type.A);

        assertThat(silent.outcome()).isEqualTo(Outcome.UNANSWERED);
        assertThat(silent.tries()).isEqualTo(2);
        assertThat(silent.took()).isEmpty();
    }

    @Test
    void namesOfServicesAreAboutSip() {
        assertThat(lookup("_sips._tcp.example.com", DnsLookup.Type.SRV).ofSip()).isTrue();
        assertThat(lookup("sip.example.com", DnsLookup.Type.A).ofSip()).isFalse();
    }

    @Test
    void anAnswerUnderAnotherNumberIsSomebodyElses() {
        NetworkEvents events = new Wire()
                .udp(true, 40_053, 53, hex("0007 0100" + QUESTION))
                .udp(false, 53, 40_053, hex("0008 8183" + QUESTION))
                .events();

        assertThat(events.lookupsOf("192.0.2.1")).extracting(DnsLookup::outcome).containsExactly(Outcome.UNANSWERED);
    }

    @Test
    void aQuestionThatIsAskedAgainMuchLaterIsAnother() {
        NetworkEvents events = new Wire()
                .udp(true, 40_053, 53, hex("0007 0100" + QUESTION))
                .later(60)
                .udp(true, 40_053, 53, hex("0008 0100" + QUESTION))
                .udp(false, 53, 40_053, hex("0008 8183" + QUESTION))
                .events();

        assertThat(events.lookupsOf("192.0.2.1"))
                .extracting(DnsLookup::outcome)
                .containsExactly(Outcome.UNANSWERED, Outcome.NO_NAME);
    }

    @Test
    void mediaOnAnotherPortIsNoQuestion() {
        assertThat(new Wire()
                        .udp(true, 40_053, 5353, hex("0007 0100" + QUESTION))
                        .events()
                        .all())
                .isEmpty();
    }

    @Test
    void aNameThatPointsAtItselfEnds() {
        byte[] circle = hex("0007 0100 0001 0000 0000 0000 c00c 0001 0001");

        assertThat(new Wire().udp(true, 40_053, 53, circle).events().all()).isEmpty();
    }

    @Test
    void namesPointBack() {
        // example.com lies behind the question, and the question points at it: only names that stood before count.
        byte[] forward = hex("0007 0100 0001 0000 0000 0000 03 736970 c016 0001 0001 07 6578616d706c65 00");

        assertThat(List.copyOf(
                        new Wire().udp(true, 40_053, 53, forward).events().all()))
                .isEmpty();
    }

    /** A message of DNS with its length before it. */
    private static byte[] framed(String message) {
        byte[] bytes = hex(message);
        return ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static Wire overTcp(Wire wire, byte[] data) {
        return wire.tcp(1, 40_053, 2, 53, Wire.ACK, 1, 1, data);
    }

    private static Wire backOverTcp(Wire wire, byte[] data) {
        return wire.tcp(2, 53, 1, 40_053, Wire.ACK, 1, 1, data);
    }

    @Test
    void namesAreAskedForByTcpToo() {
        Wire wire = overTcp(new Wire(), framed("0007 0100" + QUESTION));
        NetworkEvents events = backOverTcp(wire, framed("0007 8183" + QUESTION)).events();

        assertThat(events.lookupsOf("192.0.2.1")).singleElement().satisfies(lookup -> {
            assertThat(lookup.name()).isEqualTo("sip.example.com");
            assertThat(lookup.outcome()).isEqualTo(Outcome.NO_NAME);
        });
    }

    @Test
    void severalQuestionsMayStandInOneSegment() {
        byte[] two = ByteBuffer.allocate(200)
                .put(framed("0007 0100" + QUESTION))
                .put(framed("0008 0100" + QUESTION.replace("0001 0001", "001c 0001")))
                .array();

        assertThat(overTcp(new Wire(), two).events().lookupsOf("192.0.2.1"))
                .extracting(DnsLookup::type)
                .containsExactlyInAnyOrder(DnsLookup.Type.A, DnsLookup.Type.AAAA);
    }

    @Test
    void theLengthMayComeInASegmentOfItsOwn() {
        byte[] question = framed("0007 0100" + QUESTION);
        Wire wire = overTcp(new Wire(), new byte[] {question[0], question[1]});
        overTcp(wire, hex("0007 0100" + QUESTION));

        assertThat(wire.events().lookupsOf("192.0.2.1"))
                .singleElement()
                .satisfies(lookup -> assertThat(lookup.outcome()).isEqualTo(Outcome.UNANSWERED));
    }

    private static Wire cut() {
        return new Wire()
                .udp(true, 40_053, 53, hex("0007 0100" + QUESTION))
                .udp(false, 53, 40_053, hex("0007 8380" + QUESTION));
    }

    @Test
    void anAnswerThatIsCutIsOneUnlessTheWholeIsAskedFor() {
        assertThat(cut().events().lookupsOf("192.0.2.1")).singleElement().satisfies(lookup -> {
            assertThat(lookup.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(lookup.answer()).isPresent();
        });
    }

    @Test
    void theWholeAnswerComesByTcp() {
        Wire wire = overTcp(cut(), framed("0009 0100" + QUESTION));
        NetworkEvents events = backOverTcp(wire, framed("0009 8182" + QUESTION)).events();

        assertThat(events.lookupsOf("192.0.2.1")).extracting(DnsLookup::outcome).containsExactly(Outcome.SERVER_FAILED);
    }

    @Test
    void theWholeAnswerThatNeverComesIsMissing() {
        NetworkEvents events = overTcp(cut(), framed("0009 0100" + QUESTION)).events();

        assertThat(events.lookupsOf("192.0.2.1")).singleElement().satisfies(lookup -> {
            assertThat(lookup.outcome()).isEqualTo(Outcome.UNANSWERED);
            assertThat(lookup.tries()).isEqualTo(2);
        });
    }

    @Test
    void otherConnectionsAskForNothing() {
        assertThat(new Wire()
                        .tcp(1, 40_053, 2, 5060, Wire.ACK, 1, 1, framed("0007 0100" + QUESTION))
                        .events()
                        .all())
                .isEmpty();
    }
}
