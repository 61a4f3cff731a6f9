package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.IceChecksTest.ALICE;
import static org.ringback.diagnosis.rule.media.IceChecksTest.BOB;
import static org.ringback.diagnosis.rule.media.IceChecksTest.answered;
import static org.ringback.diagnosis.rule.media.IceChecksTest.found;
import static org.ringback.diagnosis.rule.media.IceChecksTest.ice;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.Stuns.check;
import static org.ringback.diagnosis.rule.media.Stuns.checks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Checks of ICE that fail beside another way, or before anybody had to answer. */
class IceBesideTest {

    private static Trace ringing(byte[]... answer) {
        Trace trace = new Trace();
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.from("bob").to("alice").sdp(BOB).responds(183);
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", answer);
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", answer);
        trace.from("bob").to("alice").sdp(BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        return trace;
    }

    @Test
    void whileItRingsNobodyHasToAnswer() {
        assertThat(found(bye(ringing(), 0.5))).isEmpty();
    }

    @Test
    void whileItRingsARefusalSettlesNothing() {
        assertThat(found(bye(ringing(Stuns.error(401)), 0.5))).isEmpty();
        assertThat(found(bye(ringing(Stuns.error(487)), 10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=ice-options:trickle\n",
                "a=ice-options:ice2 trickle\n",
                "a=candidate:2 1 TCP 1015022079 198.51.100.1 9 typ host tcptype active\n",
                "a=candidate:2 1 UDP 1 203.0.113.9 5555 typ relay raddr 198.51.100.1 rport 4000\n"
            })
    void anotherWayMayBeFoundUnseen(String more) {
        Trace trace = SoundCall.answered(ice("198.51.100.1", 4000, "alic", more), BOB);
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb");
        bye(trace, 6);

        assertThat(trace.the("ice-checks-unanswered-both-ways").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void refusalsBesideAnotherWayAreNotAll() {
        Trace trace = SoundCall.answered(ice("198.51.100.1", 4000, "alic", "a=ice-options:trickle\n"), BOB);
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", Stuns.error(487));
        bye(trace, 5);

        assertThat(trace.the("ice-role-conflict").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aCheckOfTheOtherSideThatSucceedsIsAWay() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic", Stuns.error(487));
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", Stuns.success());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void whatWasUnderWayWhenTheFirstWasRefusedIsNotInsisted() {
        Trace trace = answered();
        for (int i = 0; i < 4; i++) {
            trace.after(0.1).media("alice", 4000).sends("bob", 6000, check("bobb:alic"));
            trace.media("bob", 6000).sends("alice", 4000, Stuns.error(487));
        }

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void iceThatWasGivenUpByAnotherAgreementIsOver() {
        Trace trace = answered();
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb");
        SoundCall.changed(trace, 2, SoundCall.ALICE, description("192.0.2.77", 7000, "0 8 101", ""));

        assertThat(found(bye(trace, 20))).doesNotContain("ice-checks-unanswered-both-ways", "ice-checks-unanswered");
    }
}
