package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

class TransferElsewhereTest {

    private static final String BY = "Referred-By: <sip:teams.example.com;x-m=1>";

    private final Trace trace = Trace.ofSignaling();

    /** Whoever the SBC calls by this URI asks it to call somebody else. */
    private void asks(String uri, String target) {
        trace.from("sbc").to("teams").uri(uri).request("INVITE");
        trace.from("teams").to("sbc").answers();
        trace.after(9)
                .from("teams")
                .to("sbc")
                .byCallee()
                .header("Refer-To: <" + target + ">")
                .header(BY)
                .inside("REFER");
        trace.from("sbc").to("teams").responds(202, "REFER");
    }

    private void calls(String callee, String to, int status) {
        trace.call("call-2", "+49301", callee)
                .after(0.1)
                .from("sbc")
                .to(to)
                .header(BY)
                .request("INVITE");
        trace.after(0.1).from(to).to("sbc").responds(status);
    }

    private void transfers(String to, String target, int status) {
        asks("sip:+49301@teams.example.com", "sip:" + target + ";x-m=8");
        calls("new", to, status);
    }

    private List<String> found() {
        return Trace.ids(trace.findings("call-1"));
    }

    @Test
    void theNewCallGoesToTheCarrier() {
        transfers("carrier", "teams.example.com", 404);

        assertThat(found()).contains("transfer-sent-elsewhere");
    }

    @Test
    void theNewCallGoesBackToWhoAsked() {
        transfers("teams", "teams.example.com", 404);

        assertThat(found()).doesNotContain("transfer-sent-elsewhere");
    }

    @Test
    void theNewCallIsAnsweredThere() {
        transfers("carrier", "teams.example.com", 200);

        assertThat(found()).doesNotContain("transfer-sent-elsewhere");
    }

    @Test
    void anAddressOfSomebodyElse() {
        transfers("carrier", "carrier.example.net", 404);

        assertThat(found()).doesNotContain("transfer-sent-elsewhere");
    }

    /** A PBX that writes its own domain into every Request-URI has not told anything about the phone. */
    @Test
    void aDomainThatTheDoerUsesItself() {
        asks("sip:+49301@example.com", "sip:43@example.com");
        calls("43", "phone", 486);

        assertThat(found()).doesNotContain("transfer-sent-elsewhere");
    }
}
