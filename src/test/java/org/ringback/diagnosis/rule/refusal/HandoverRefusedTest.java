package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Described;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** Mobile phones that leave LTE in a call (SRVCC). */
class HandoverRefusedTest {

    private static final String SUBSCRIBER = "+491701234567";
    private static final String TRANSFER = "+491720000999";
    private static final String MSC = "Contact: <sip:msc@198.51.100.9>;+g.3gpp.icsi-ref=\"mmtel\";+g.3gpp.mid-call";

    private final Trace trace = Trace.ofSignaling();

    /** The call that runs over LTE. */
    private void talks() {
        trace.call("volte", SUBSCRIBER, "+493012345678")
                .from("phone")
                .to("network")
                .request("INVITE");
        trace.after(5).from("network").to("phone").answers();
        trace.after(20);
    }

    private void hangsUp() {
        trace.after(10)
                .call("volte", SUBSCRIBER, "+493012345678")
                .from("phone")
                .to("network")
                .cseq(2)
                .inside("BYE");
        trace.from("network").to("phone").cseq(2).responds(200, "BYE");
    }

    private void takesOver(String to, String contact, int status) {
        trace.call("handover", SUBSCRIBER, to)
                .from("msc")
                .to("atcf")
                .uri("sip:" + to + "@example.com")
                .header("P-Asserted-Identity: <tel:" + SUBSCRIBER + ">")
                .header(contact)
                .request("INVITE");
        trace.after(0.1).from("atcf").to("msc").responds(status);
    }

    private Iterable<String> found() {
        return Trace.ids(trace.findings("handover"));
    }

    @ParameterizedTest
    @CsvSource({"404, handover-number-unknown", "604, handover-number-unknown", "480, handover-refused"})
    void theTransferNumberOfARunningCallIsRefused(int status, String id) {
        talks();
        takesOver(TRANSFER, MSC, status);
        hangsUp();

        assertThat(found()).containsExactly(id);
        var finding = trace.findings("handover").getFirst();
        assertThat(finding.values())
                .containsEntry("sender", Value.of(trace.address("msc")))
                .containsEntry("refuser", Value.of(trace.address("atcf")))
                .containsEntry("target", Value.of("sip:" + TRANSFER + "@example.com"))
                .containsEntry("subscriber", Value.of(SUBSCRIBER));
    }

    @ParameterizedTest
    @CsvSource({"stn-sr.1", "STNSR", "e-stn-sr"})
    void theNumberMaySayItself(String user) {
        takesOver(user, "Contact: <sip:msc@198.51.100.9>", 404);

        assertThat(found()).containsExactly("handover-number-unknown");
    }

    @Test
    void anOrdinarySecondCallOfTheSameSubscriber() {
        talks();
        takesOver(TRANSFER, "Contact: <sip:msc@198.51.100.9>", 404);
        hangsUp();

        assertThat(found()).containsExactly("number-unknown");
    }

    @Test
    void aPhoneThatCanDoItCallsAWrongNumber() {
        takesOver(TRANSFER, MSC, 404);

        assertThat(found()).containsExactly("number-unknown");
    }

    @Test
    void aHandoverThatIsTaken() {
        talks();
        takesOver(TRANSFER, MSC, 200);

        assertThat(found()).doesNotContain("handover-number-unknown", "handover-refused");
    }

    @Test
    void aSubscriberWhoAsksSomebodyElseMeanwhile() {
        talks();
        trace.call("volte", SUBSCRIBER, "+493012345678")
                .from("phone")
                .to("network")
                .cseq(2)
                .sdp(Described.audio("198.51.100.1", 4000, "8", "a=sendonly"))
                .inside("INVITE");
        trace.from("network")
                .to("phone")
                .cseq(2)
                .sdp(Described.audio("198.51.100.2", 5000, "8", "a=recvonly"))
                .responds(200);
        trace.from("phone").to("network").cseq(2).inside("ACK");
        trace.after(3);
        takesOver(TRANSFER, MSC, 404);
        hangsUp();

        assertThat(found()).doesNotContain("handover-number-unknown", "handover-refused");
    }
}
