package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class EncryptedLegTest {

    private final Trace trace =
            Trace.ofSignaling().host("alice", "192.0.2.1", 5060).host("proxy", "192.0.2.2", 5060);

    private void tls(int file, String ends) {
        trace.lost(new Unusable(file, 1, Reason.ENCRYPTED, ends));
    }

    private void refusedByOrBehindTheProxy(int status) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(1).from("proxy").to("alice").refuses(status);
    }

    @Test
    void theRefusalMayComeFromBehind() {
        tls(0, "192.0.2.2:41234 192.0.2.9:5061");
        refusedByOrBehindTheProxy(403);

        Finding finding = trace.the("refusal-behind-encrypted-leg");

        assertThat(Trace.frames(finding)).containsExactly(3L);
        assertThat(finding.kind().weight()).isEqualTo(Weight.BLIND);
        assertThat(finding.values())
                .containsEntry("host", Value.of("192.0.2.2"))
                .containsEntry("peers", Value.of(List.of("192.0.2.9")));
        assertThat(trace.found()).containsExactly("refused-after-trying", "refusal-behind-encrypted-leg");
    }

    @Test
    void nobodyKnowsWhatBecameOfTheCall() {
        trace.host("alice", "2001:db8::1", 5060).host("proxy", "2001:db8::2", 5060);
        tls(0, "[2001:db8::9]:5061 [2001:db8::2]:41234");
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.goesOn(1000);

        Finding finding = trace.the("call-behind-encrypted-leg");

        assertThat(Trace.frames(finding)).containsExactly(1L);
        assertThat(finding.values())
                .containsEntry("host", Value.of("2001:db8::2"))
                .containsEntry("peers", Value.of(List.of("2001:db8::9")));
    }

    @Test
    void aHostWithThousandsOfPhonesIsNotListedWhole() {
        for (int i = 10; i < 90; i++) {
            tls(0, "192.0.2.2:5061 192.0.2." + i + ":41234");
        }
        refusedByOrBehindTheProxy(480);

        assertThat(trace.the("refusal-behind-encrypted-leg").values())
                .containsEntry("peers", Value.of(List.of("192.0.2.10", "192.0.2.11", "192.0.2.12")));
    }

    @Test
    void othersEncryptToo() {
        tls(0, "192.0.2.7:41234 192.0.2.9:5061");
        tls(1, "192.0.2.2:41234 192.0.2.9:5061");
        tls(0, "192.0.2.1:41234 192.0.2.2:5061");
        tls(0, "nonsense");
        refusedByOrBehindTheProxy(403);

        assertThat(trace.found()).containsExactly("refused-after-trying");
    }

    @Test
    void theNextHopIsCaptured() {
        tls(0, "192.0.2.2:41234 192.0.2.9:5061");
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").refuses(403);
        trace.from("proxy").to("alice").refuses(403);

        assertThat(trace.found()).doesNotContain("refusal-behind-encrypted-leg").isNotEmpty();
    }

    @Test
    void aLoginIsAskedForByTheHostItself() {
        tls(0, "192.0.2.2:41234 192.0.2.9:5061");
        refusedByOrBehindTheProxy(407);

        assertThat(trace.found()).doesNotContain("refusal-behind-encrypted-leg");
    }

    @Test
    void anAnsweredCallLeavesNoQuestion() {
        tls(0, "192.0.2.2:41234 192.0.2.9:5061");
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").answers();
        trace.after(9).from("alice").to("proxy").cseq(2).inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }
}
