package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.ConnectionReset;
import org.ringback.network.SynUnanswered;

/** Sound over a connection that alice opens to the port 6000 of bob. */
class MediaConnectionTest {

    private static final Endpoint ALICE = new Endpoint("198.51.100.1", 40_000);
    private static final Endpoint BOB = new Endpoint("198.51.100.2", 6000);

    private static String overTcp(String host, int port, String setup) {
        return description(host, port, "0 8 101", "a=setup:" + setup + "\na=connection:new\n")
                .replace("RTP/AVP", "TCP/RTP/AVP");
    }

    private static Trace answered() {
        return SoundCall.answered(overTcp("198.51.100.1", 9, "active"), overTcp("198.51.100.2", 6000, "passive"));
    }

    private static List<String> found(Trace trace) {
        return trace.found().stream().filter(id -> id.startsWith("media-")).toList();
    }

    private static Trace refused(Trace trace, Endpoint port) {
        Sighting opening = trace.packet(ALICE, port, Sighting.Kind.TCP);
        trace.after(0.1);
        return trace.seen(new ConnectionRefused(trace.packet(port, ALICE, Sighting.Kind.TCP), opening));
    }

    @Test
    void aRefusedConnectionIsTold() {
        Trace trace = bye(refused(answered(), BOB), 10);

        assertThat(found(trace)).containsExactly("media-connection-refused");
        var finding = trace.the("media-connection-refused");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.sightings()).hasSize(2);
        assertThat(finding.values())
                .containsEntry("client", Value.of("198.51.100.1"))
                .containsEntry("server", Value.of(BOB))
                .containsEntry("protocol", Value.of("TCP/RTP/AVP"));
    }

    @Test
    void anotherPortIsNotTheCalls() {
        assertThat(found(bye(refused(answered(), new Endpoint("198.51.100.2", 6002)), 10)))
                .isEmpty();
    }

    @Test
    void soundAfterAnotherTryIsWell() {
        Trace trace = refused(answered(), BOB);
        trace.after(0.5);
        trace.media("alice", 40_001).to("bob", 6000).overTcp().packets(400);
        trace.media("bob", 6000).to("alice", 40_001).overTcp().packets(400);

        assertThat(found(bye(trace, 8))).isEmpty();
    }

    @Test
    void overUdpAConnectionHasNothingToDoWithSound() {
        assertThat(found(bye(refused(SoundCall.answered(), BOB), 10))).isEmpty();
    }

    private static Trace unanswered(int tries) {
        Trace trace = answered();
        Sighting first = trace.packet(ALICE, BOB, Sighting.Kind.TCP);
        trace.after(3);
        trace.seen(new SynUnanswered(trace.packet(ALICE, BOB, Sighting.Kind.TCP), first, tries));
        return bye(trace, 10);
    }

    @Test
    void aConnectionThatNobodyAnswersIsTold() {
        Trace trace = unanswered(4);

        assertThat(found(trace)).containsExactly("media-connection-not-answered");
        assertThat(trace.the("media-connection-not-answered").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void oneTryMayHaveBeenAnsweredUnseen() {
        assertThat(found(unanswered(1))).isEmpty();
    }

    private static Trace reset(int packetsAfter) {
        Trace trace = answered();
        trace.media("alice", 40_000).to("bob", 6000).overTcp().packets(100 + packetsAfter);
        trace.media("bob", 6000).to("alice", 40_000).overTcp().packets(100 + packetsAfter);
        trace.after(2.1);
        return trace.seen(new ConnectionReset(trace.packet(ALICE, BOB, Sighting.Kind.TCP)));
    }

    private static Trace resetAfter(String offer, String answer) {
        Trace trace = answered();
        trace.media("alice", 40_000).to("bob", 6000).overTcp().packets(100);
        trace.media("bob", 6000).to("alice", 40_000).overTcp().packets(100);
        trace.after(3).changes(7, offer, answer);
        return bye(trace.after(2.1).seen(new ConnectionReset(trace.packet(ALICE, BOB, Sighting.Kind.TCP))), 10);
    }

    /** Who is on hold needs no connection, and may let it go. */
    @Test
    void aConnectionThatBreaksOffOnHoldIsNoProof() {
        String offer = overTcp("198.51.100.1", 9, "active");
        String answer = overTcp("198.51.100.2", 6000, "passive");

        assertThat(resetAfter(offer + "a=sendonly\n", answer + "a=recvonly\n")
                        .the("media-connection-reset")
                        .certainty())
                .isEqualTo(Certainty.POSSIBLE);
        assertThat(resetAfter(offer, answer).the("media-connection-reset").certainty())
                .isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aConnectionThatBreaksOffIsTold() {
        Trace trace = bye(reset(0), 10);

        assertThat(found(trace)).contains("media-connection-reset");
        assertThat(trace.the("media-connection-reset").values())
                .containsEntry("who", Value.of(ALICE))
                .containsEntry("server", Value.of(BOB));
    }

    @Test
    void aResetOfAnOldConnectionIsNoBreak() {
        assertThat(found(bye(reset(300), 10))).isEmpty();
    }

    @Test
    void aResetAfterTheEndIsHowSomeSayGoodbye() {
        Trace trace = answered();
        trace.media("alice", 40_000).to("bob", 6000).overTcp().packets(400);
        trace.media("bob", 6000).to("alice", 40_000).overTcp().packets(400);
        bye(trace, 8);
        trace.after(0.1).seen(new ConnectionReset(trace.packet(ALICE, BOB, Sighting.Kind.TCP)));

        assertThat(found(trace)).isEmpty();
    }

    @Test
    void whoHearsNothingIsNotNamedByThePortThatMeansNone() {
        Trace trace = answered();
        trace.media("alice", 40_000).to("bob", 6000).overTcp().packets(400);
        bye(trace, 8);

        assertThat(trace.the("media-one-way").values()).containsEntry("silent", Value.of(ALICE));
    }

    @Test
    void norAreBothSides() {
        Trace trace = SoundCall.andAnother(answered());
        bye(trace, 8);

        assertThat(trace.the("media-none").values())
                .containsEntry("callerPort", Value.of("198.51.100.1"))
                .containsEntry("calleePort", Value.of(BOB));
    }

    @Test
    void aResetJustBeforeTheEndIsHowSomeHangUp() {
        assertThat(found(bye(reset(0), 1))).doesNotContain("media-connection-reset");
    }

    @Test
    void encryptedSoundAfterAnotherTryWouldNotBeSeen() {
        Trace trace = SoundCall.answered(
                overTcp("198.51.100.1", 9, "active").replace("TCP/RTP/AVP", "TCP/TLS/RTP/SAVP"),
                overTcp("198.51.100.2", 6000, "passive").replace("TCP/RTP/AVP", "TCP/TLS/RTP/SAVP"));
        bye(refused(trace, BOB), 10);

        assertThat(trace.the("media-connection-refused").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whoIsNotOfTheCallMayAskForSomethingElse() {
        Trace trace = answered();
        Endpoint stranger = new Endpoint("192.0.2.99", 40_000);
        Sighting opening = trace.packet(stranger, BOB, Sighting.Kind.TCP);
        trace.seen(new ConnectionRefused(trace.packet(BOB, stranger, Sighting.Kind.TCP), opening));
        bye(trace, 10);

        assertThat(trace.the("media-connection-refused").certainty()).isEqualTo(Certainty.POSSIBLE);
    }
}
