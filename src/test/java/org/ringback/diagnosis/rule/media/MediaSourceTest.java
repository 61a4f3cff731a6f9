package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Media that come from elsewhere than their sender said. */
class MediaSourceTest {

    private static Trace behindNat() {
        return announcing("192.168.1.7", "203.0.113.5");
    }

    private static Trace announcing(String announced, String source) {
        Trace trace = new Trace().host("alice", source, 5060).host("bob", "198.51.100.2", 5060);
        trace.from("alice").to("bob").sdp(description(announced, 4000, "0", "")).request("INVITE");
        trace.after(1).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    @Test
    void whoAnswersWhereSoundComesFromIsHeard() {
        Trace trace = behindNat();
        trace.media("alice", 40_000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 40_000).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("media-source-followed");
        assertThat(trace.the("media-source-followed").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    /** What it sent to carol in her own leg is no sound of alice. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPbxThatTakesItselfOutSentToThePortBeforeThisCallNamedIt(boolean after) {
        Trace trace = new Trace().host("carol", "203.0.113.50", 5060).host("other", "203.0.113.77", 5060);
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.after(1).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).packets(50);
        bob(trace).packets(50);
        if (!after) {
            legWithCarol(trace);
        }
        trace.after(1);
        changed(trace, 2, description("203.0.113.50", 8000, "0", ""), SoundCall.ALICE);
        if (after) {
            legWithCarol(trace);
        }

        assertThat(found(bye(trace, 10)).contains("media-source-followed")).isEqualTo(after);
    }

    private static void legWithCarol(Trace trace) {
        trace.media("other", 12_100).to("carol", 8000).packets(60);
        trace.media("carol", 8000).to("other", 12_100).packets(60);
    }

    @Test
    void insideTheNatTheDescriptionIsAheadOfTheAddress() {
        Trace trace = announcing("203.0.113.5", "10.0.0.5");
        trace.media("alice", 40_000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 40_000).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.7, 172.17.0.2, POSSIBLE", "203.0.113.9, 203.0.113.5, LIKELY"})
    void whereBothAddressesAreOfOneKindAnotherNatMayTranslate(String announced, String source, Certainty certainty) {
        Trace trace = announcing(announced, source);
        trace.media("alice", 40_000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("alice", 40_000).packets(500);
        bye(trace, 10);

        assertThat(trace.the("media-source-followed").certainty()).isEqualTo(certainty);
    }

    @Test
    void whoSendsToAPrivateAddressSendsIntoNothing() {
        Trace trace = new Trace().host("alice", "203.0.113.5", 5060).host("bob", "203.0.113.77", 5060);
        trace.host("inside", "192.168.1.7", 5060);
        trace.from("alice")
                .to("bob")
                .sdp(description("192.168.1.7", 4000, "0", ""))
                .request("INVITE");
        trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(description("203.0.113.77", 6000, "0", ""))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.media("alice", 40_000).to("bob", 6000).packets(500);
        trace.media("bob", 6000).to("inside", 4000).packets(500);

        assertThat(found(bye(trace, 10))).contains("media-sent-to-private");
        assertThat(trace.the("media-sent-to-private").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoSendsFromWhereHeSaidIsNotBehindNat() {
        Trace trace = answered();
        alice(trace).packets(500);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void anotherPortOfTheSameHostIsNothingToTell() {
        Trace trace = answered();
        trace.media("alice", 4002).to("bob", 6000).packets(500);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void whoMovesDuringTheCallStillComesFromWhereHeWas() {
        Trace trace = answered();
        alice(trace).packets(250);
        bob(trace).packets(250);
        changed(trace, 2, description("203.0.113.8", 4000, "0", ""), SoundCall.BOB);

        assertThat(found(bye(trace, 5))).isEmpty();
    }
}
