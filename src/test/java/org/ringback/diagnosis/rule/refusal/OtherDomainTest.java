package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class OtherDomainTest {

    private final Trace trace = Trace.ofSignaling();
    private int calls;

    private void passes(String from, String uri) {
        invite(from, uri);
        trace.from("server").to(from).responds(180);
        trace.from("server").to(from).responds(200);
        trace.from(from).to("server").inside("ACK");
    }

    private void refused(String from, String uri, int status) {
        invite(from, uri);
        trace.from("server").to(from).responds(status);
        trace.from(from).to("server").acknowledges();
    }

    private void invite(String from, String uri) {
        trace.after(10).call("call-" + ++calls, "alice", "bob");
        trace.from(from).to("server").uri(uri).request("INVITE");
    }

    private List<String> last() {
        return Trace.ids(trace.findings("call-" + calls));
    }

    @Test
    void theAddressInPlaceOfTheDomain() {
        passes("pbx", "sip:bob@example.com");
        refused("pbx", "sip:bob@198.51.100.12", 404);

        var finding = trace.findings("call-2").getFirst();
        assertThat(last()).containsExactly("domain-unlike-those-that-passed");
        assertThat(Trace.frames(finding)).containsExactly(6L, 5L, 1L);
        assertThat(finding.values())
                .containsEntry("asked", Value.of("198.51.100.12"))
                .containsEntry("passed", Value.of("example.com"));
    }

    @Test
    void theSameDomainPassedAsWell() {
        passes("pbx", "sip:bob@example.com");
        passes("pbx", "sip:bob@198.51.100.12");
        refused("pbx", "sip:bob@198.51.100.12", 404);

        assertThat(last()).doesNotContain("domain-unlike-those-that-passed");
    }

    @Test
    void somebodyElseWasReachedThere() {
        passes("pbx", "sip:carol@example.com");
        refused("pbx", "sip:bob@198.51.100.12", 404);

        assertThat(last()).doesNotContain("domain-unlike-those-that-passed");
    }

    @Test
    void aBusyOneWasFound() {
        passes("pbx", "sip:bob@example.com");
        refused("pbx", "sip:bob@198.51.100.12", 486);

        assertThat(last()).doesNotContain("domain-unlike-those-that-passed");
    }

    @Test
    void theTrunkDoesNotKnowTheNewAddress() {
        passes("old", "sip:bob@example.com");
        refused("new", "sip:bob@example.com", 403);

        assertThat(last()).containsExactly("source-unlike-those-that-passed");
        assertThat(trace.findings("call-2").getFirst().values())
                .containsEntry("source", Value.of(trace.address("new").host()))
                .containsEntry("passed", Value.of(trace.address("old").host()));
    }

    @Test
    void theNewAddressIsLetInToo() {
        passes("old", "sip:bob@example.com");
        passes("new", "sip:bob@example.com");
        refused("new", "sip:bob@example.com", 403);

        assertThat(last()).doesNotContain("source-unlike-those-that-passed");
    }

    @Test
    void whatIsNotForbiddenIsNotAboutTheAddress() {
        passes("old", "sip:bob@example.com");
        refused("new", "sip:bob@example.com", 480);

        assertThat(last()).doesNotContain("source-unlike-those-that-passed");
    }

    @Test
    void aTelephoneNumberHasNoDomain() {
        passes("pbx", "sip:+4930123456@example.com");
        refused("pbx", "tel:+4930123456", 404);
        assertThat(last()).doesNotContain("domain-unlike-those-that-passed");

        passes("pbx", "tel:+4930765432");
        refused("pbx", "sip:+4930765432@example.com", 404);
        assertThat(last()).doesNotContain("domain-unlike-those-that-passed");
    }

    @Test
    void aPhoneThatWasAwayCameBack() {
        refused("pbx", "sip:bob@198.51.100.12", 480);
        passes("pbx", "sip:bob@example.com");

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("domain-unlike-those-that-passed");
    }

    @Test
    void anotherCallerIsForbidden() {
        passes("pbx", "sip:bob@example.com");
        trace.after(10).call("call-" + ++calls, "carol", "bob");
        trace.from("pbx").to("server").uri("sip:bob@198.51.100.12").request("INVITE");
        trace.from("server").to("pbx").responds(403);

        assertThat(last()).doesNotContain("domain-unlike-those-that-passed");
    }

    private void calls(String caller, String from, String callee, int status) {
        trace.after(10).call("call-" + ++calls, caller, callee);
        trace.from(from).to("server").request("INVITE");
        trace.from("server").to(from).responds(status);
        trace.from(from).to("server").acknowledges();
    }

    @Test
    void twoWhoHideTheirNumbersAreNotTheSameCaller() {
        calls("anonymous", "old", "bob", 200);
        calls("anonymous", "new", "bob", 403);

        assertThat(last()).doesNotContain("source-unlike-those-that-passed");
    }

    @Test
    void anotherNumberMayBeBarred() {
        calls("alice", "old", "bob", 200);
        calls("alice", "new", "0900123456", 403);

        assertThat(last()).doesNotContain("source-unlike-those-that-passed");
    }

    @Test
    void whoeverLoggedInIsNotKnownByAddress() {
        calls("alice", "old", "bob", 200);
        trace.after(10).call("call-" + ++calls, "alice", "bob");
        trace.from("new").to("server").request("INVITE");
        trace.from("server")
                .to("new")
                .header("Proxy-Authenticate: Digest realm=\"example.com\", nonce=\"n2\"")
                .responds(407);
        trace.from("new").to("server").acknowledges();
        trace.from("new")
                .to("server")
                .cseq(2)
                .header("Proxy-Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"n2\","
                        + " uri=\"sip:bob@example.com\", response=\"0123456789abcdef0123456789abcdef\"")
                .request("INVITE");
        trace.from("server").to("new").cseq(2).responds(403);

        assertThat(last()).doesNotContain("source-unlike-those-that-passed");
    }

    @Test
    void aCallThatRangWasLetIn() {
        calls("alice", "old", "bob", 200);
        trace.after(10).call("call-" + ++calls, "alice", "bob");
        trace.from("new").to("server").request("INVITE");
        trace.from("server").to("new").responds(183);
        trace.after(4).from("server").to("new").responds(403);

        assertThat(last()).doesNotContain("source-unlike-those-that-passed");
    }
}
