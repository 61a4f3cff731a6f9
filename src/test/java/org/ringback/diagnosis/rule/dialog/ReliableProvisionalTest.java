package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ReliableProvisionalTest {

    private static Trace ringing(int times, String supported) {
        var trace = new Trace();
        trace.from("alice").to("gateway").header(supported).request("INVITE");
        for (int i = 0; i < times; i++) {
            trace.after(i)
                    .from("gateway")
                    .to("alice")
                    .header("Require: 100rel")
                    .header("RSeq: 77")
                    .responds(183);
        }
        return trace;
    }

    @Test
    void noPrackAtAll() {
        var trace = ringing(5, "Supported: 100rel");

        var finding = trace.the("prack-missing");

        assertThat(Trace.frames(finding)).containsExactly(3L, 6L);
        assertThat(finding.values())
                .containsEntry("times", Value.of(4))
                .containsEntry("client", Value.of(trace.address("alice")));
    }

    @Test
    void givenUp() {
        var trace = ringing(5, "Supported: timer, 100rel");
        trace.after(10)
                .from("gateway")
                .to("alice")
                .phrase("Server Internal Error")
                .responds(500);

        var finding = trace.the("prack-missing-refused");

        assertThat(Trace.frames(finding)).containsExactly(3L, 6L, 7L);
        assertThat(finding.values()).containsEntry("end", new Value.Code(500, "Server Internal Error"));
        assertThat(trace.found()).doesNotContain("prack-missing");
    }

    private static Trace unheard(boolean answered) {
        var trace = ringing(2, "Supported: 100rel");
        trace.from("alice").to("nowhere").cseq(2).header("RAck: 77 1 INVITE").inside("PRACK");
        if (answered) {
            trace.from("nowhere").to("alice").cseq(2).responds(200, "PRACK");
        }
        for (int i = 0; i < 3; i++) {
            trace.after(2)
                    .from("gateway")
                    .to("alice")
                    .header("Require: 100rel")
                    .header("RSeq: 77")
                    .responds(183);
        }
        return trace;
    }

    @Test
    void thePrackDoesNotArrive() {
        var trace = unheard(false);
        trace.after(20).from("gateway").to("alice").phrase("Server Time-out").responds(504);

        var finding = trace.the("prack-not-arriving");

        assertThat(Trace.frames(finding)).containsExactly(8L, 4L, 7L);
        assertThat(finding.values())
                .containsEntry("target", Value.of(trace.address("nowhere")))
                .containsEntry("times", Value.of(4));
        // What waited for a PRACK did not wait for somebody behind.
        assertThat(trace.found()).doesNotContain("server-behind-silent");
    }

    @Test
    void aPrackThatWasAnsweredArrived() {
        var trace = unheard(true);
        trace.after(20).from("gateway").to("alice").phrase("Server Time-out").responds(504);

        assertThat(trace.found()).doesNotContain("prack-not-arriving");
    }

    @Test
    void aCallThatWasAnsweredDidNotNeedThePrack() {
        var trace = unheard(false);
        trace.from("gateway").to("alice").answers();

        assertThat(trace.found()).doesNotContain("prack-not-arriving");
    }

    @Test
    void oneRepetitionMayBeALatePrack() {
        var trace = ringing(2, "Supported: 100rel");
        trace.from("alice").to("gateway").cseq(2).header("RAck: 77 1 INVITE").inside("PRACK");
        trace.from("gateway").to("alice").cseq(2).responds(200, "PRACK");

        assertThat(trace.found()).doesNotContain("prack-missing", "prack-refused");
    }

    @Test
    void threeRepetitionsAreNoLatePrack() {
        assertThat(ringing(3, "Supported: 100rel").found()).doesNotContain("prack-missing");
        assertThat(ringing(4, "Supported: 100rel").found()).contains("prack-missing");
    }

    @Test
    void aClientThatDoesNotKnowPrackCannotSendIt() {
        assertThat(ringing(5, "Supported: timer").found()).doesNotContain("prack-missing");
    }

    @Test
    void repeatedRingingThatWantsNoAcknowledgement() {
        var trace = new Trace();
        trace.from("alice").to("gateway").header("Supported: 100rel").request("INVITE");
        for (int i = 0; i < 5; i++) {
            trace.after(60).from("gateway").to("alice").responds(183);
        }

        assertThat(trace.found()).doesNotContain("prack-missing");
    }

    @Test
    void aPrackThatIsNotRecognized() {
        var trace = ringing(1, "Supported: 100rel");
        trace.from("alice").to("gateway").cseq(2).header("RAck: 77 1 INVITE").inside("PRACK");
        trace.from("gateway").to("alice").cseq(2).responds(481, "PRACK");

        var finding = trace.the("prack-refused");

        assertThat(Trace.frames(finding)).containsExactly(4L, 3L);
        assertThat(finding.values()).containsEntry("rack", Value.of("77 1 INVITE"));
    }

    @Test
    void aPrackThatCrossesTheFinalResponseDoesNoHarm() {
        var trace = ringing(1, "Supported: 100rel");
        trace.from("gateway").to("alice").refuses(486);
        trace.from("alice").to("gateway").cseq(2).header("RAck: 77 1 INVITE").inside("PRACK");
        trace.from("gateway").to("alice").cseq(2).responds(481, "PRACK");

        assertThat(trace.found()).doesNotContain("prack-refused");
    }

    private static Trace late(int status) {
        var trace = ringing(5, "Supported: 100rel");
        trace.from("alice").to("gateway").cseq(2).header("RAck: 77 1 INVITE").inside("PRACK");
        trace.after(0.02).from("gateway").to("alice").responds(status);
        return trace;
    }

    @Test
    void aPrackThatIsLateMayHaveArrived() {
        assertThat(late(480).found()).doesNotContain("prack-not-arriving");
    }

    @Test
    void whoeverCallsGivesUp() {
        var trace = unheard(false);
        trace.after(1).from("alice").to("gateway").cancels();

        assertThat(trace.found()).doesNotContain("prack-not-arriving");
    }

    @Test
    void somebodyDeclines() {
        for (int status : new int[] {486, 603}) {
            var trace = unheard(false);
            trace.after(3).from("gateway").to("alice").responds(status);

            assertThat(trace.found()).doesNotContain("prack-not-arriving");
        }
    }
}
