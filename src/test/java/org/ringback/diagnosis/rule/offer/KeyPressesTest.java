package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class KeyPressesTest {

    private static final String[] ALL = {
        "dtmf-info-refused", "dtmf-info-refused-no-other-way", "dtmf-numbers-differ", "dtmf-not-offered"
    };

    private final Trace trace = new Trace();

    private static String events(int host, int number) {
        return audio("198.51.100." + host, 4000, "8 " + number, "a=rtpmap:" + number + " telephone-event/8000");
    }

    private static String plain(int host) {
        return audio("198.51.100." + host, 4000, "8");
    }

    private void answered(String offer, String answer) {
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void presses(int cseq, String type, int status) {
        trace.after(1).from("alice").to("bob").cseq(cseq).body(type, "Signal=1").inside("INFO");
        trace.from("bob").to("alice").cseq(cseq).responds(status, "INFO");
    }

    private void hangUp() {
        trace.after(30).from("alice").to("bob").cseq(20).inside("BYE");
        trace.from("bob").to("alice").cseq(20).responds(200, "BYE");
    }

    @ParameterizedTest
    @ValueSource(ints = {415, 405, 501})
    void keysByInfoAreRefused(int status) {
        answered(plain(1), plain(2));
        presses(2, "application/dtmf-relay", status);
        presses(3, "application/dtmf-relay", status);
        hangUp();

        assertThat(trace.found()).containsExactly("dtmf-info-refused-no-other-way");
        var finding = trace.the("dtmf-info-refused-no-other-way");
        assertThat(Trace.frames(finding)).containsExactly(7L, 6L);
        assertThat(finding.values())
                .containsEntry("times", Value.of(2))
                .containsEntry("type", Value.of("application/dtmf-relay"));
    }

    @Test
    void keysByInfoAreRefusedThoughEventsWereAgreedOn() {
        answered(events(1, 101), events(2, 101));
        presses(2, "application/dtmf-relay", 415);
        hangUp();

        assertThat(trace.found()).containsExactly("dtmf-info-refused");
        assertThat(trace.the("dtmf-info-refused").values()).containsEntry("agreed", Value.of("telephone-event 101"));
    }

    @Test
    void keysByInfoAreTaken() {
        answered(plain(1), plain(2));
        presses(2, "application/dtmf-relay", 200);
        hangUp();

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void anInfoThatIsNoKey() {
        answered(events(1, 101), events(2, 101));
        presses(2, "application/media_control+xml", 415);
        hangUp();

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void eachSideHasANumberOfItsOwn() {
        answered(events(1, 96), events(2, 101));
        hangUp();

        assertThat(trace.the("dtmf-numbers-differ").values())
                .containsEntry("offered", Value.of(List.of("96")))
                .containsEntry("answered", Value.of(List.of("101")));
    }

    @Test
    void bothHaveTheSameNumber() {
        answered(events(1, 101), events(2, 101));
        hangUp();

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void onlyTheAnswerKnowsKeys() {
        answered(plain(1), events(2, 101));
        hangUp();

        assertThat(Trace.frames(trace.the("dtmf-not-offered"))).containsExactly(1L, 2L);
    }

    @Test
    void nobodyKnowsKeys() {
        answered(plain(1), plain(2));
        hangUp();

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void whoSawNoDescriptionDoesNotKnowWhetherKeysHaveAnotherWay() {
        presses(2, "application/dtmf-relay", 415);
        hangUp();

        assertThat(trace.found()).contains("request-inside-refused").doesNotContain(ALL);
    }

    @Test
    void theDescriptionsOfAnotherForkSayNothingAboutThisOne() {
        answered(plain(1), plain(2));
        trace.after(1)
                .from("alice")
                .to("carol")
                .cseq(2)
                .toTag("carol-tag")
                .body("application/dtmf-relay", "Signal=1")
                .inside("INFO");
        trace.from("carol").to("alice").cseq(2).responds(415, "INFO");
        hangUp();

        assertThat(trace.found()).doesNotContain("dtmf-info-refused-no-other-way");
    }
}
