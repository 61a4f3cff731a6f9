package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Requests without a response whose effect shows, captures that end while a request is repeated, and logins that are cut off. */
class HeardAllTheSameTest {

    private final Trace trace = Trace.ofSignaling();

    private void talking() {
        trace.from("alice").to("server").request("INVITE");
        trace.from("server").to("alice").answers();
    }

    private void copies(String method, int times, boolean inside) {
        for (int i = 0; i < times; i++) {
            var step = trace.from("alice").to("server").cseq(9).header("Event: dialog");
            if (inside) {
                step.inside(method);
            } else {
                step.request(method);
            }
            trace.after(i < 3 ? 0.5 * (1 << i) : 4);
        }
    }

    private void notified(String event) {
        trace.from("server")
                .to("alice")
                .byCallee()
                .header("Event: " + event)
                .header("Subscription-State: active;expires=600")
                .inside("NOTIFY");
        trace.from("alice").to("server").responds(200, "NOTIFY");
    }

    @Test
    void aSubscriptionThatIsServed() {
        copies("SUBSCRIBE", 1, false);
        notified("dialog");
        copies("SUBSCRIBE", 10, false);

        assertThat(trace.found()).doesNotContain("subscribe-unanswered");
        assertThat(trace.the("request-unanswered").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @ParameterizedTest
    @CsvSource({"refer, request-unanswered", "dialog, transfer-unanswered"})
    void aTransferThatIsReported(String event, String kind) {
        talking();
        copies("REFER", 1, true);
        notified(event);
        copies("REFER", 10, true);

        assertThat(trace.found()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"REGISTER, 7, true", "REGISTER, 6, false", "SUBSCRIBE, 6, false"})
    void aCaptureThatEndsWhileItIsRepeated(String method, int times, boolean told) {
        copies(method, times, false);

        assertThat(trace.found().contains("register-unanswered")).isEqualTo(told);
        if (told) {
            assertThat(trace.the("register-unanswered").certainty()).isEqualTo(Certainty.LIKELY);
        }
    }

    private void asksForLogin() {
        talking();
        trace.after(5)
                .from("alice")
                .to("server")
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("server")
                .to("alice")
                .cseq(2)
                .header("Proxy-Authenticate: Digest realm=\"a\", nonce=\"b\"")
                .responds(407, "REFER");
    }

    @Test
    void aLoginThatTheCaptureCutsOff() {
        asksForLogin();

        assertThat(trace.found()).doesNotContain("transfer-refused");
    }

    @Test
    void aLoginThatIsNeverSent() {
        asksForLogin();
        trace.goesOn(40);

        assertThat(trace.found()).contains("no-credentials").doesNotContain("transfer-refused");
    }

    /** The login may have gone where nobody captured. */
    @Test
    void aLoginOfWhichNothingIsSeenForAWhile() {
        asksForLogin();
        trace.goesOn(3);

        assertThat(trace.the("transfer-refused").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
