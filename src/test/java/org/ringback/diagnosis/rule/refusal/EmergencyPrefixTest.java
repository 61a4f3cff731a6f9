package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Emergency numbers with digits before them that do not belong there. */
class EmergencyPrefixTest {

    private final Trace trace = Trace.ofSignaling();

    private void dials(String number, int... statuses) {
        trace.from("pbx").to("carrier").uri("sip:" + number + "@198.51.100.2").request("INVITE");
        for (int status : statuses) {
            trace.after(1).from("carrier").to("pbx").responds(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0112, 404, 0, 112, LIKELY",
        "0110, 484, 0, 110, LIKELY",
        "00112, 403, 00, 112, LIKELY",
        "+49112, 404, +49, 112, LIKELY",
        "+1911, 503, +1, 911, LIKELY",
        "9911, 404, 9, 911, POSSIBLE"
    })
    void aPrefixThatWasNotTakenOff(String dialed, int status, String prefix, String number, Certainty certainty) {
        dials(dialed, 100, status);

        var finding = trace.the("emergency-number-with-prefix");

        assertThat(finding.certainty()).isEqualTo(certainty);
        assertThat(finding.values())
                .containsEntry("dialed", Value.of(dialed))
                .containsEntry("prefix", Value.of(prefix))
                .containsEntry("number", Value.of(number));
        assertThat(trace.found()).containsExactly("emergency-number-with-prefix");
    }

    @Test
    void anEmergencyCallThatIsAnswered() {
        dials("0112", 100, 180, 200);

        assertThat(trace.found()).doesNotContain("emergency-number-with-prefix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "+4930112", "01121234", "9999", "9110", "911", "x0112", "+1123911"})
    void anotherNumber(String dialed) {
        dials(dialed, 100, 404);

        assertThat(trace.found()).doesNotContain("emergency-number-with-prefix");
    }

    @ParameterizedTest
    @ValueSource(ints = {486, 488, 407})
    void somethingElseThanTheNumber(int status) {
        dials("0112", 100, status);

        assertThat(trace.found()).doesNotContain("emergency-number-with-prefix");
    }

    @Test
    void anExtensionThatRang() {
        dials("9112", 100, 180, 480);

        assertThat(trace.found()).doesNotContain("emergency-number-with-prefix");
    }

    @Test
    void anExtensionThatIsFreeAmongOthersLikeIt() {
        trace.call("other", "9140", "9113").from("pbx").to("carrier").request("INVITE");
        trace.from("carrier").to("pbx").responds(200);
        trace.call("own", "9140", "9112");
        dials("9112", 404);

        assertThat(Trace.ids(trace.findings("own"))).doesNotContain("emergency-number-with-prefix");
    }

    @Test
    void aRoomOfAHotelAmongOthers() {
        trace.call("other", "0105", "0107").from("pbx").to("carrier").request("INVITE");
        trace.from("carrier").to("pbx").responds(200);
        trace.call("own", "0105", "0112");
        dials("0112", 480);

        assertThat(Trace.ids(trace.findings("own"))).doesNotContain("emergency-number-with-prefix");
    }
}
