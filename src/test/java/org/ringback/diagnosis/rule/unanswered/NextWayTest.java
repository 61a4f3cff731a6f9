package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** A first trunk from which nothing comes back, and a second one. */
class NextWayTest {

    private static final String CALLER = "+494098765432";
    private static final String CALLED = "+493012345678";
    private static final double[] INTERVALS = {0.5, 1, 2};

    private final Trace trace = Trace.ofSignaling();

    private void silent() {
        trace.call("first", CALLER, CALLED).from("pbx").to("trunk-1").request("INVITE");
        for (double interval : INTERVALS) {
            trace.after(interval).from("pbx").to("trunk-1").request("INVITE");
        }
    }

    private void answered(String trunk, String caller, String called) {
        trace.call("second", caller, called).from("pbx").to(trunk).request("INVITE");
        trace.after(1).from(trunk).to("pbx").responds(180);
        trace.after(4).from(trunk).to("pbx").responds(200);
        trace.from("pbx").to(trunk).inside("ACK");
    }

    private Iterable<String> found() {
        trace.goesOn(60);
        return Trace.ids(trace.findings("first"));
    }

    @ParameterizedTest
    @CsvSource({
        "+494098765432, +493012345678",
        "04098765432, 03012345678",
        "00494098765432, 00493012345678",
        "anonymous, +493012345678"
    })
    void theSecondTrunkTakesTheCall(String caller, String called) {
        silent();
        trace.after(2);
        answered("trunk-2", caller, called);

        assertThat(found()).containsExactly("silent-next-way-answered");
        var finding = trace.findings("first").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(1L, 2L, 3L, 4L, 5L, 7L);
        assertThat(finding.values())
                .containsEntry("receiver", Value.of(trace.address("trunk-1")))
                .containsEntry("answerer", Value.of(trace.address("trunk-2")))
                .containsEntry("delay", Trace.seconds(5.5));
        assertThat(trace.examined()
                        .diagnosed(trace.calls().stream()
                                .filter(call -> call.callId().equals("first"))
                                .findFirst()
                                .orElseThrow())
                        .failed())
                .isFalse();
    }

    @Test
    void overAConnectionNothingIsRepeated() {
        trace.over(Transport.TCP)
                .call("first", CALLER, CALLED)
                .from("pbx")
                .to("trunk-1")
                .request("INVITE");
        trace.after(6);
        answered("trunk-2", CALLER, CALLED);

        assertThat(found()).containsExactly("silent-next-way-answered");
    }

    @Test
    void aPhoneTriesItsNextServerUnderTheSameCallId() {
        silent();
        trace.after(2).from("pbx").to("trunk-2").cseq(2).request("INVITE");
        trace.after(1).from("trunk-2").to("pbx").cseq(2).responds(200);
        trace.from("pbx").to("trunk-2").cseq(2).inside("ACK");

        assertThat(found()).contains("silent-next-way-answered");
    }

    @Test
    void theSameTrunkAnswersAnotherTry() {
        silent();
        trace.after(2);
        answered("trunk-1", CALLER, CALLED);

        assertThat(found()).containsExactly("invite-unanswered-udp");
    }

    @Test
    void anotherNumberIsAnotherCall() {
        silent();
        trace.after(2);
        answered("trunk-2", CALLER, "+493087654321");

        assertThat(found()).containsExactly("invite-unanswered-udp");
    }

    @Test
    void anotherCallerIsAnotherCall() {
        silent();
        trace.after(2);
        answered("trunk-2", "+498912345678", CALLED);

        assertThat(found()).containsExactly("invite-unanswered-udp");
    }

    @Test
    void whoDialsAgainLaterHadFailed() {
        silent();
        trace.after(20);
        answered("trunk-2", CALLER, CALLED);

        assertThat(found()).containsExactly("invite-unanswered-udp");
    }

    @Test
    void aSecondLegOfTheCallerShowsThatTheyDialedAgain() {
        trace.call("caller-1", CALLER, CALLED).from("phone").to("pbx").request("INVITE");
        silent();
        trace.call("caller-1", CALLER, CALLED).from("pbx").to("phone").responds(503);
        trace.after(2).call("caller-2", CALLER, CALLED).from("phone").to("pbx").request("INVITE");
        answered("trunk-2", CALLER, CALLED);
        trace.call("caller-2", CALLER, CALLED).from("pbx").to("phone").responds(200);

        assertThat(found()).doesNotContain("silent-next-way-answered");
    }

    @Test
    void aSecondTrunkThatIsSilentTooTakesNothing() {
        silent();
        trace.after(2).call("second", CALLER, CALLED).from("pbx").to("trunk-2").request("INVITE");
        trace.after(0.5).from("pbx").to("trunk-2").request("INVITE");
        trace.after(1).from("pbx").to("trunk-2").request("INVITE");

        assertThat(found()).containsExactly("invite-unanswered-udp");
    }

    @Test
    void oneOfTwoThatAreRungAtOnceIsNoFirstWay() {
        trace.call("caller", CALLER, "100").from("phone").to("pbx").request("INVITE");
        trace.after(0.01).call("first", CALLER, "100").from("pbx").to("desk").request("INVITE");
        trace.call("second", CALLER, "100").from("pbx").to("mobile").request("INVITE");
        trace.after(0.1).from("mobile").to("pbx").responds(180);
        trace.call("caller", CALLER, "100").from("pbx").to("phone").responds(180);
        trace.call("first", CALLER, "100");
        for (double interval : INTERVALS) {
            trace.after(interval).from("pbx").to("desk").request("INVITE");
        }
        trace.call("second", CALLER, "100").from("mobile").to("pbx").responds(200);
        trace.call("caller", CALLER, "100").from("pbx").to("phone").responds(200);

        assertThat(found()).containsExactly("silent-beside-answered");
    }

    @Test
    void twoWhoHideTheirNumbersCallTheSameHotline() {
        trace.call("first", "anonymous", CALLED).from("pbx").to("trunk-1").request("INVITE");
        for (double interval : INTERVALS) {
            trace.after(interval).from("pbx").to("trunk-1").request("INVITE");
        }
        trace.after(2);
        answered("trunk-2", "anonymous", CALLED);
        trace.goesOn(60);

        assertThat(trace.findings("first"))
                .noneMatch(finding -> finding.kind().id().equals("silent-next-way-answered")
                        && finding.certainty() != Certainty.POSSIBLE);
    }
}
