package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class OwnSettingsTest {

    private final Trace trace = Trace.ofSignaling();

    private void subscribes(String event, int status) {
        trace.from("alice").to("proxy").header("Event: " + event).request("SUBSCRIBE");
        trace.from("proxy").to("alice").responds(status, "SUBSCRIBE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ua-profile;profile-type=\"device\"", "ua-profile"})
    void aPhoneThatAsksForItsOwnSettingsInVainMissesNothing(String event) {
        subscribes(event, 489);

        assertThat(trace.the("settings-not-offered").values()).containsEntry("event", Value.of("ua-profile"));
        assertThat(trace.found()).containsExactly("settings-not-offered");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"dialog, 489", "message-summary, 489", "as-feature-event, 403"})
    void lampsThatNobodyGivesAreMissed(String event, int status) {
        subscribes(event, status);

        assertThat(trace.found()).containsExactly("subscribe-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ua-profile", "as-feature-event"})
    void aServerThatOffersThemIsNotSpokenOf(String event) {
        subscribes(event, 200);

        assertThat(trace.found()).doesNotContain("settings-not-offered", "subscribe-refused");
    }
}
