package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class RefusedAddressTest {

    private final Trace trace = Trace.ofSignaling();

    private void refused(String uri, int status, String... headers) {
        refused(uri, status, List.of(), headers);
    }

    private void refused(String uri, int status, List<String> asked, String... headers) {
        var invite = trace.from("alice").to("pbx").uri(uri);
        asked.forEach(invite::header);
        invite.request("INVITE");
        var step = trace.from("pbx").to("alice");
        for (String header : headers) {
            step.header(header);
        }
        step.responds(status);
        trace.from("alice").to("pbx").acknowledges();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 416, 503})
    void anEmergencyCallThatNobodyTakes(int status) {
        refused("urn:service:sos.police", status);

        assertThat(trace.found()).containsExactly("emergency-call-refused");
        assertThat(Trace.frames(trace.the("emergency-call-refused"))).containsExactly(2L, 1L);
        assertThat(trace.the("emergency-call-refused").values())
                .containsEntry("target", Value.of("urn:service:sos.police"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "911"})
    void anEmergencyNumberThatNobodyTakes(String number) {
        trace.call("call-1", "alice", number);
        refused("", 404);

        assertThat(trace.found()).containsExactly("emergency-call-refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {480, 486, 603})
    void anExtensionWithSuchANumberIsBusy(int status) {
        trace.call("call-1", "alice", "112");
        refused("", status);

        assertThat(trace.found()).doesNotContain("emergency-call-refused");
    }

    @Test
    void anExtensionWithSuchANumberIsRegistered() {
        trace.call("reg-1", "112", "112")
                .from("phone")
                .to("pbx")
                .header("Contact: <sip:112@198.51.100.9>")
                .request("REGISTER");
        trace.from("pbx").to("phone").responds(200, "REGISTER");
        trace.call("call-1", "alice", "112");
        refused("sip:112@example.com", 503);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("emergency-call-refused");
    }

    @Test
    void anExtensionThatBeginsLikeOne() {
        trace.call("call-1", "alice", "1120");
        refused("", 404);

        assertThat(trace.found()).containsExactly("number-unknown");
    }

    @Test
    void aCallThatSaysThatItIsUrgent() {
        trace.from("alice")
                .to("pbx")
                .uri("sip:110@example.com")
                .header("Priority: emergency")
                .request("INVITE");
        trace.from("pbx").to("alice").responds(503);

        assertThat(trace.found()).containsExactly("emergency-call-refused");
    }

    @Test
    void anEmergencyCallThatIsCanceled() {
        trace.from("alice").to("pbx").uri("urn:service:sos").request("INVITE");
        trace.from("pbx").to("alice").responds(180);
        trace.after(3).from("alice").to("pbx").uri("urn:service:sos").request("CANCEL");
        trace.from("pbx").to("alice").responds(200, "CANCEL");
        trace.from("pbx").to("alice").refuses(487);

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    @Test
    void theLocationCannotBeUsed() {
        refused(
                "sip:112@example.com",
                424,
                List.of("Geolocation: <cid:alice@example.com>"),
                "Geolocation-Error: 100 ;code=\"Cannot Process Location\"");

        assertThat(trace.found()).containsExactly("location-refused");
        assertThat(trace.the("location-refused").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(trace.the("location-refused").values())
                .containsEntry("detail", Value.of("100 ;code=\"Cannot Process Location\""));
    }

    @Test
    void theLocationCannotBeUsedAndNobodySaysWhy() {
        refused("sip:112@example.com", 424, List.of("Geolocation: <cid:alice@example.com>"));

        assertThat(trace.found()).containsExactly("location-refused-unsaid");
        assertThat(trace.the("location-refused-unsaid").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aNumberWithoutADomain() {
        refused("tel:+4930123456", 416);

        assertThat(trace.found()).containsExactly("scheme-refused");
    }

    @Test
    void aNumberWithoutADomainThatIsOnlyUnknown() {
        refused("tel:+4930123456", 404);

        assertThat(trace.found()).containsExactly("number-unknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 480, 486, 600, 603})
    void aNurseWhoCallsAnExtensionThatIsBusy(int status) {
        refused("sip:200@example.com", status, List.of("Priority: emergency"));

        assertThat(trace.found()).doesNotContain("emergency-call-refused");
    }

    @Test
    void anUrgentCallNeedNotGoToTheEmergencyServices() {
        refused("sip:200@example.com", 404, List.of("Priority: emergency"));

        assertThat(trace.the("emergency-call-refused").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {486, 600})
    void anEmergencyCenterThatIsBusyWasReached(int status) {
        refused("urn:service:sos", status);

        assertThat(trace.found()).doesNotContain("emergency-call-refused");
    }

    @Test
    void anEmergencyCenterThatRingsWasReached() {
        trace.from("alice").to("pbx").uri("urn:service:sos").request("INVITE");
        trace.from("pbx").to("alice").responds(180);
        trace.after(60).from("pbx").to("alice").responds(480);

        assertThat(trace.found()).doesNotContain("emergency-call-refused");
    }

    @ParameterizedTest
    @CsvSource({"403, CERTAIN", "404, CERTAIN", "416, CERTAIN", "480, LIKELY", "488, LIKELY", "503, LIKELY"})
    void aServerInTroubleRefusesOtherCallsToo(int status, Certainty certainty) {
        refused("urn:service:sos", status);

        assertThat(trace.the("emergency-call-refused").certainty()).isEqualTo(certainty);
    }

    @Test
    void aLocationThatTheInviteDoesNotCarry() {
        refused("sip:112@example.com", 424);

        assertThat(trace.the("location-refused-unsaid").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
