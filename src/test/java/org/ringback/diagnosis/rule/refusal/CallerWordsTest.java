package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;

/** Words that speak of where something came from, and not of the caller's number. */
class CallerWordsTest {

    private final Trace trace = Trace.ofSignaling();

    private void refused(int status, String phrase) {
        trace.from("pbx").to("carrier").request("INVITE");
        trace.from("carrier").to("pbx").phrase(phrase).responds(status);
    }

    @Test
    void aCallFromAUserWhoMayNotCallIsAboutTheCaller() {
        refused(403, "Call from user not permitted");

        assertThat(trace.found()).contains("caller-number-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "480, No answer from user",
        "408, No response from user",
        "487, Request terminated; no reply from user",
        "500, Response from user not valid",
        "603, Unwanted call from number",
        "403, Rejected from user: not allowed"
    })
    void whatCameFromTheCalledOneIsNotAboutTheCaller(int status, String phrase) {
        refused(status, phrase);

        assertThat(trace.found()).doesNotContain("caller-number-refused");
    }

    @Test
    void aCauseOfTheCalledOneSpeaksAgainstTheCaller() {
        trace.from("pbx").to("carrier").request("INVITE");
        trace.from("carrier")
                .to("pbx")
                .phrase("Call from user not permitted")
                .header("Reason: Q.850;cause=19")
                .responds(403);

        assertThat(trace.found()).doesNotContain("caller-number-refused");
    }

    @Test
    void whereItRangTheCallerWasAccepted() {
        trace.from("pbx").to("carrier").request("INVITE");
        trace.from("carrier").to("pbx").responds(180);
        trace.after(20).from("carrier").to("pbx").phrase("From user not found").responds(404);

        assertThat(trace.found()).doesNotContain("caller-number-refused");
    }
}
