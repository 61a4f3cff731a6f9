package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class AnswerNotPassedOnTest {

    private static final String CONTACT = "Contact: <sip:bob@198.51.100.77>";

    private final Trace trace = Trace.ofSignaling();

    private void ringing() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.from("proxy").to("alice").responds(180);
    }

    private void answeredToProxy() {
        for (int i = 0; i < 5; i++) {
            trace.after(2).from("bob").to("proxy").header(CONTACT).responds(200);
        }
    }

    private void givesUp() {
        trace.after(2).from("alice").to("proxy").request("CANCEL");
        trace.from("proxy").to("alice").responds(200, "CANCEL");
        trace.from("proxy").to("alice").responds(487);
        trace.from("alice").to("proxy").acknowledges();
    }

    @Test
    void anAnswerThatStaysAtTheProxy() {
        ringing();
        answeredToProxy();
        givesUp();

        var finding = trace.the("answer-not-passed-on");

        assertThat(Trace.frames(finding)).containsExactly(5L, 9L, 1L, 12L);
        assertThat(finding.values())
                .containsEntry("proxy", Value.of(trace.address("proxy")))
                .containsEntry("answerer", Value.of(trace.address("bob")))
                .containsEntry("caller", Value.of(trace.address("alice")))
                .containsEntry("repeats", Value.of(4));
        assertThat(trace.found()).containsExactly("answer-not-passed-on");
    }

    @Test
    void anAnswerThatIsPassedOnAndNeverAcknowledged() {
        ringing();
        for (int i = 0; i < 5; i++) {
            trace.after(2).from("bob").to("proxy").header(CONTACT).responds(200);
            trace.from("proxy").to("alice").header(CONTACT).responds(200);
        }

        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void aCaptureOfOneSideShowsNothingOfTheOther() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        answeredToProxy();

        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void anotherPhoneWasFaster() {
        ringing();
        trace.from("bob").to("proxy").toTag("fast").responds(200);
        trace.from("proxy").to("alice").toTag("fast").responds(200);
        trace.from("alice").to("proxy").toTag("fast").inside("ACK");
        trace.from("proxy").to("bob").toTag("fast").inside("ACK");
        answeredToProxy();

        assertThat(trace.found()).doesNotContain("answer-not-passed-on");
    }

    @Test
    void aCallerWhoHungUpBeforeTheAnswerDoesNotWaitForIt() {
        ringing();
        givesUp();
        answeredToProxy();

        assertThat(trace.found()).doesNotContain("answer-not-passed-on");
    }
}
