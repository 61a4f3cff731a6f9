package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class PortedNumberTest {

    private static Trace refused(int status, String phrase, String reason) {
        var trace = Trace.ofSignaling().call("call-1", "alice", "+13035550122");
        trace.from("alice")
                .to("carrier")
                .uri("sip:+13035550122@carrier.example")
                .request("INVITE");
        trace.from("carrier").to("alice").phrase(phrase).header(reason).responds(status);
        trace.from("alice").to("carrier").acknowledges();
        return trace;
    }

    @ParameterizedTest
    @CsvSource({
        "404, Number ported out, Server: x, Number ported out",
        "410, Gone, Reason: Q.850;cause=14, Q.850 14",
        "403, Forbidden, 'Reason: SIP;cause=403;text=\"Ported to another carrier\"', Ported to another carrier"
    })
    void theNumberIsServedElsewhereNow(int status, String phrase, String reason, String words) {
        var finding = refused(status, phrase, reason).the("number-ported");

        assertThat(Trace.frames(finding)).containsExactly(2L);
        assertThat(finding.values())
                .containsEntry("words", Value.of(words))
                .containsEntry("target", Value.of("sip:+13035550122@carrier.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, Not Found, Server: x",
        "420, Feature not supported, Server: x",
        "404, Not Found, Reason: Q.850;cause=1"
    })
    void notFoundAndNotSupportedSayNothingOfPorting(int status, String phrase, String reason) {
        assertThat(refused(status, phrase, reason).found()).doesNotContain("number-ported");
    }

    @Test
    void aPortedNumberThatIsReachedIsInOrder() {
        var trace = Trace.ofSignaling().call("call-1", "alice", "+13035550122");
        trace.from("alice")
                .to("carrier")
                .uri("sip:+13035550122;rn=+13038990000;npdi@carrier.example")
                .request("INVITE");
        trace.from("carrier").to("alice").answers();
        trace.from("alice").to("carrier").cseq(2).inside("BYE");
        trace.from("carrier").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "488, RTP port out of range",
        "503, Gateway port out of service",
        "404, Number not ported",
        "404, Ported in number not provisioned",
        "500, Ported number lookup failed"
    })
    void portsOfAGatewayAndNumbersThatDidNotMove(int status, String phrase) {
        assertThat(refused(status, phrase, "Server: x").found()).doesNotContain("number-ported");
    }
}
