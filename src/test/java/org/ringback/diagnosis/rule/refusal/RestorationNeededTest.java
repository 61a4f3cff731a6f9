package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Mobile networks that have lost a registration. */
class RestorationNeededTest {

    private static final String IMS = "application/3gpp-ims+xml";

    private static final String RESTORATION = "<ims-3gpp version=\"1\"><alternative-service><type>restoration</type>"
            + "<action> initial-registration </action></alternative-service></ims-3gpp>";

    private final Trace trace = Trace.ofSignaling();

    private void calls(int status, String type, String body) {
        trace.from("phone").to("network").request("INVITE");
        trace.from("network").to("phone").responds(100);
        trace.after(1).from("network").to("phone").body(type, body).responds(status);
    }

    @Test
    void thePhoneHasToRegisterAnew() {
        calls(504, IMS, RESTORATION);

        var finding = trace.the("ims-registration-lost");

        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("refuser", Value.of(trace.address("network")))
                .containsEntry("phone", Value.of(trace.address("phone")));
        assertThat(trace.found()).containsExactly("ims-registration-lost");
    }

    @ParameterizedTest
    @CsvSource({
        "504, application/3gpp-ims+xml,"
                + " <ims-3gpp><alternative-service><type>restoration</type></alternative-service></ims-3gpp>",
        "504, text/plain, <action>initial-registration</action>",
        "503, application/3gpp-ims+xml, <action>initial-registration</action>"
    })
    void somethingElseIsSaid(int status, String type, String body) {
        calls(status, type, body);

        assertThat(trace.found()).isNotEmpty().doesNotContain("ims-registration-lost");
    }

    @Test
    void aCallThatIsAnswered() {
        calls(200, IMS, RESTORATION);

        assertThat(trace.found()).doesNotContain("ims-registration-lost");
    }

    @Test
    void behindAProxyThePhoneIsKnownByItsNumberOnly() {
        trace.from("proxy")
                .to("network")
                .header("v: SIP/2.0/UDP 192.0.2.77;branch=z9hG4bKphone")
                .request("INVITE");
        trace.after(1).from("network").to("proxy").body(IMS, RESTORATION).responds(504);

        assertThat(trace.the("ims-registration-lost").values()).containsEntry("phone", Value.of("alice"));
    }
}
