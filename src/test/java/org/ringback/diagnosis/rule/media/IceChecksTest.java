package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.Stuns.check;
import static org.ringback.diagnosis.rule.media.Stuns.checks;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Two sides that look for a way to each other by ICE, and find none. */
class IceChecksTest {

    static final String ALICE = ice("198.51.100.1", 4000, "alic", "");
    static final String BOB = ice("198.51.100.2", 6000, "bobb", "");

    static String ice(String host, int port, String fragment, String more) {
        return description(
                host,
                port,
                "0 8 101",
                "a=ice-ufrag:" + fragment + "\na=ice-pwd:0123456789012345678901\na=candidate:1 1 UDP 2130706431 " + host
                        + " " + port + " typ host\n" + more);
    }

    static Trace answered() {
        return SoundCall.answered(ALICE, BOB);
    }

    static List<String> found(Trace trace) {
        return trace.found().stream()
                .filter(id -> id.startsWith("ice-") || id.equals("media-none"))
                .toList();
    }

    @Test
    void checksOfOneSideWithoutAnAnswerAreTold() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("ice-checks-unanswered");
        var finding = trace.the("ice-checks-unanswered");
        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(finding.sightings()).hasSize(2);
        assertThat(finding.values())
                .containsEntry("asking", Value.of("198.51.100.1"))
                .containsEntry("asked", Value.of("198.51.100.2"))
                .containsEntry("checks", Value.of(8))
                .containsEntry("span", Trace.seconds(3.5));
    }

    @Test
    void itIsLikelyWhereThePointOfCaptureSeesWhatComesBack() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        trace.media("bob", 6666).to("alice", 4444).packets(100);

        assertThat(bye(trace, 5).the("ice-checks-unanswered").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aSideThatChecksThroughARelayMayHaveAWay() {
        Trace trace = SoundCall.answered(
                ice("198.51.100.1", 4000, "alic", "a=candidate:2 1 UDP 1 203.0.113.9 5555 typ relay\n"), BOB);
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb");
        bye(trace, 5);

        assertThat(trace.the("ice-checks-unanswered-both-ways").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whatFlowsOverARelayIsAWay() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        for (int i = 0; i < 60; i++) {
            trace.media("alice", 4000).sends("carol", 3478, new byte[] {0x40, 0, 0, 20, (byte) 0x80, 0, 0, 1, 2, 3});
        }

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void neitherSideIsAnswered() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb");
        SoundCall.andAnother(trace);
        bye(trace, 6);

        assertThat(found(trace)).containsExactly("ice-checks-unanswered-both-ways");
        var finding = trace.the("ice-checks-unanswered-both-ways");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values()).containsEntry("checks", Value.of(16));
    }

    @Test
    void checksThatTakeAnotherWayBackAreLikelyUnanswered() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        checks(trace, "bob", 6001, "alice", 4000, "alic:bobb");

        assertThat(bye(trace, 6).the("ice-checks-unanswered-both-ways").certainty())
                .isEqualTo(Certainty.LIKELY);
    }

    @Test
    void oneCheckThatSucceedsIsEnough() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6001, "bobb:alic");
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", Stuns.success());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void whoIsHeardHasFoundAWay() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6001, "bobb:alic");
        alice(trace).packets(200);
        bob(trace).packets(200);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void aMomentAfterTheAnswerNothingIsLateYet() {
        Trace trace = answered();
        trace.media("alice", 4000).sends("bob", 6000, check("bobb:alic"));

        assertThat(found(bye(trace, 0.5))).isEmpty();
    }

    @Test
    void whoAsksAStunServerChecksNobody() {
        Trace trace = answered();
        for (int i = 0; i < 10; i++) {
            trace.after(1).media("alice", 4000).sends("bob", 6000, Stuns.question());
        }

        assertThat(found(bye(trace, 1))).isEmpty();
    }

    @Test
    void checksAreKnownByTheirNamesWhereverTheyComeFrom() {
        Trace trace = answered();
        checks(trace, "nat", 50_000, "sbc", 60_000, "bobb:alic");
        bye(trace, 5);

        assertThat(trace.the("ice-checks-unanswered").values())
                .containsEntry("asking", Value.of(trace.address("nat").host()));
    }

    @Test
    void checksOfOthersAreNotThisCalls() {
        Trace trace = answered();
        checks(trace, "nat", 50_000, "sbc", 60_000, "dave:erin");

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void rolesThatStayInConflictAreTold() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", Stuns.error(487));
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("ice-role-conflict");
        assertThat(trace.the("ice-role-conflict").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(trace.the("ice-role-conflict").values()).containsEntry("times", Value.of(8));
    }

    @Test
    void oneConflictSettlesTheRoles() {
        Trace trace = answered();
        trace.media("alice", 4000).sends("bob", 6000, check("bobb:alic"));
        trace.media("bob", 6000).sends("alice", 4000, Stuns.error(487));
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", Stuns.success());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void refusedChecksAreTold(int code) {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", Stuns.error(code));
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("ice-checks-refused");
        assertThat(trace.the("ice-checks-refused").values()).containsEntry("code", Value.of(Integer.toString(code)));
    }

    private static Trace fromInside(String host) {
        Trace trace = new Trace().host("bob", "203.0.113.20", 5060);
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(ice(host, 6000, "bobb", "")).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.host("inside", host, 5060);
        return trace;
    }

    @Test
    void privateCandidatesSentOutsideAreTold() {
        Trace trace = fromInside("192.168.1.20");
        checks(trace, "alice", 4000, "inside", 6000, "bobb:alic");
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("ice-candidates-private");
        assertThat(trace.the("ice-candidates-private").values())
                .containsEntry("candidates", Value.of(List.of("192.168.1.20")));
    }

    @Test
    void whoIsInsideAndFindsOutIsWell() {
        Trace trace = fromInside("192.168.1.20");
        checks(trace, "alice", 4000, "inside", 6000, "bobb:alic");
        checks(trace, "bob", 50_000, "alice", 4000, "alic:bobb", Stuns.success());
        checks(trace, "alice", 4000, "bob", 50_000, "bobb:alic", Stuns.success());

        assertThat(found(bye(trace, 5))).isEmpty();
    }
}
