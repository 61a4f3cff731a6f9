package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class ChannelsUsedUpTest {

    private final Trace trace = Trace.ofSignaling();

    private void talks(String callId, String from, String to) {
        trace.call(callId, callId, "bob");
        trace.after(1).from(from).to(to).request("INVITE");
        trace.from(to).to(from).responds(200);
        trace.from(from).to(to).inside("ACK");
    }

    private void hangsUp(String callId) {
        trace.call(callId, callId, "bob");
        trace.after(1).from("pbx").to("trunk").cseq(2).inside("BYE");
        trace.from("trunk").to("pbx").cseq(2).responds(200, "BYE");
    }

    private void refused(String reason) {
        refused("refused", "alice", reason);
    }

    private void refused(String callId, String caller, String reason) {
        trace.call(callId, caller, "bob");
        trace.after(1).from("pbx").to("trunk").request("INVITE");
        trace.from("trunk").to("pbx").header("Reason: " + reason).responds(503);
        trace.from("pbx").to("trunk").acknowledges();
    }

    private List<String> found() {
        return Trace.ids(trace.findings("refused"));
    }

    @Test
    void theThirdCallOfTwoChannels() {
        talks("one", "pbx", "trunk");
        talks("two", "trunk", "pbx");
        refused("Q.850;cause=34");

        var found = trace.findings("refused");
        assertThat(Trace.ids(found)).containsExactly("channels-used-up");
        assertThat(found.getFirst().values()).containsEntry("up", Value.of(2));
        assertThat(found.getFirst().certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whereMoreCallsWereTakenTheNumberIsNotTheLimit() {
        talks("one", "pbx", "trunk");
        talks("two", "pbx", "trunk");
        talks("three", "pbx", "trunk");
        hangsUp("three");
        refused("Q.850;cause=34");

        assertThat(found()).containsExactly("cause-congestion");
    }

    @Test
    void asManyMayBeTheLimit() {
        talks("one", "pbx", "trunk");
        talks("two", "pbx", "trunk");
        hangsUp("two");
        talks("three", "pbx", "trunk");
        refused("Q.850;cause=34");

        assertThat(found()).containsExactly("channels-used-up");
    }

    @Test
    void callsOverAnotherTrunkTakeNoChannel() {
        talks("one", "pbx", "carrier");
        talks("two", "pbx", "carrier");
        refused("Q.850;cause=34");

        assertThat(found()).containsExactly("cause-congestion");
    }

    @Test
    void anotherCauseSpeaksOfNoChannel() {
        talks("one", "pbx", "trunk");
        talks("two", "pbx", "trunk");
        refused("Q.850;cause=41");

        assertThat(found()).containsExactly("cause-network-fault");
    }

    @Test
    void aDestinationThatIsRefusedAlsoWhenNothingIsUpHasItsOwnReason() {
        refused("before", "carol", "Q.850;cause=34");
        talks("one", "pbx", "trunk");
        talks("two", "trunk", "pbx");
        refused("Q.850;cause=34");

        assertThat(found()).containsExactly("cause-congestion");
    }

    /** A switch behind the trunk has too much to do. */
    @Test
    void congestionFarAwayIsNotTheTrunk() {
        talks("one", "pbx", "trunk");
        talks("two", "trunk", "pbx");
        refused("Q.850;cause=42");

        assertThat(found()).containsExactly("cause-congestion");
    }

    @Test
    void callsThatWereUpWhenTheCaptureBeganCountAsWell() {
        talks("one", "pbx", "trunk");
        talks("two", "trunk", "pbx");
        refused("Q.850;cause=34");
        hangsUp("older");

        assertThat(trace.findings("refused").getFirst().values()).containsEntry("up", Value.of(3));
    }

    @Test
    void whereMoreCallsAreThanAreLookedAtNoNumberIsTold() {
        for (int i = 0; i < 80; i++) {
            talks("call" + i, "pbx", "trunk");
        }
        refused("Q.850;cause=34");

        assertThat(found()).containsExactly("cause-congestion");
    }

    @Test
    void whatAPbxPassesOnTellsNothingOfTheLineToIt() {
        talks("one", "sbc", "pbx");
        talks("two", "sbc", "pbx");
        trace.call("refused", "+12125550147", "+13035550122");
        trace.after(1).from("sbc").to("pbx").request("INVITE");
        trace.call("behind", "+12125550147", "+13035550122");
        trace.after(0.02).from("pbx").to("trunk").request("INVITE");
        trace.from("trunk").to("pbx").header("Reason: Q.850;cause=34").responds(503);
        trace.from("pbx").to("trunk").acknowledges();
        trace.call("refused", "+12125550147", "+13035550122");
        trace.from("pbx").to("sbc").header("Reason: Q.850;cause=34").responds(503);
        trace.from("sbc").to("pbx").acknowledges();

        assertThat(found()).doesNotContain("channels-used-up");
    }
}
