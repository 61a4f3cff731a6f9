package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;
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
        trace.after(2).from("alice").to("proxy").cancels();
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

    @ParameterizedTest
    @ValueSource(strings = {"BYE", "INVITE", "INFO"})
    void whoSendsRequestsInTheDialogOfTheAnswerHeardIt(String method) {
        ringing();
        answeredToProxy();
        trace.after(2).from("alice").to("proxy").cseq(2).inside(method);

        assertThat(trace.found()).doesNotContain("answer-not-passed-on");
    }

    /** The ringing made an early dialog, and these need no more. */
    @ParameterizedTest
    @ValueSource(strings = {"PRACK", "UPDATE"})
    void whoSendsRequestsInAnEarlyDialogMayWaitForTheAnswer(String method) {
        ringing();
        answeredToProxy();
        trace.after(2).from("alice").to("proxy").cseq(2).inside(method);

        assertThat(trace.found()).contains("answer-not-passed-on");
    }

    @Test
    void aRequestInTheDialogWithAnotherPhoneIsNoSignOfThisAnswer() {
        ringing();
        answeredToProxy();
        trace.after(2).from("alice").to("proxy").cseq(2).toTag("other").inside("BYE");

        assertThat(trace.found()).contains("answer-not-passed-on");
    }

    @ParameterizedTest
    @CsvSource({"'', alice, false", "early, alice, true", "'', stranger, true"})
    void whoSpeaksToThePortThatOnlyTheAnswerNamesHeardIt(String early, String speaker, boolean found) {
        Trace spoken = new Trace();
        spoken.from("alice").to("proxy").sdp(sdp(spoken.address("alice"), 4000)).request("INVITE");
        spoken.from("proxy").to("bob").sdp(sdp(spoken.address("alice"), 4000)).request("INVITE");
        String answer = sdp(spoken.address("bob"), 6000);
        for (List<String> way : List.of(List.of("bob", "proxy"), List.of("proxy", "alice"))) {
            var ringing = spoken.from(way.getFirst()).to(way.getLast());
            (early.isEmpty() ? ringing : ringing.sdp(answer)).responds(early.isEmpty() ? 180 : 183);
        }
        for (int i = 0; i < 5; i++) {
            spoken.after(2).from("bob").to("proxy").header(CONTACT).sdp(answer).responds(200);
        }
        spoken.media(speaker, 4000).to("bob", 6000).packets(200);
        spoken.goesOn(5);

        assertThat(spoken.found().contains("answer-not-passed-on")).isEqualTo(found);
    }

    private static String sdp(Endpoint host, int port) {
        return """
            v=0
            o=- 1 1 IN IP4 HOST
            s=-
            c=IN IP4 HOST
            t=0 0
            m=audio PORT RTP/AVP 8
            """.replace("HOST", host.host()).replace("PORT", Integer.toString(port));
    }
}
