package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class EndedSubscriptionTest {

    private final Trace trace = new Trace();

    private void subscribes(int expires) {
        trace.from("alice")
                .to("pbx")
                .header("Event: dialog")
                .header("Expires: " + expires)
                .header("Contact: <sip:alice@" + trace.address("alice").host() + ">")
                .request("SUBSCRIBE");
        trace.from("pbx").to("alice").header("Expires: " + expires).responds(200, "SUBSCRIBE");
    }

    private void told(int cseq, String state) {
        told(cseq, "dialog", state);
    }

    private void told(int cseq, String event, String state) {
        trace.from("pbx")
                .to("alice")
                .byCallee()
                .cseq(cseq)
                .header("Event: " + event)
                .header("Subscription-State: " + state)
                .inside("NOTIFY");
        trace.from("alice").to("pbx").cseq(cseq).responds(200, "NOTIFY");
    }

    @Test
    void nothingIsReported() {
        subscribes(3600);
        trace.goesOn(40);

        var finding = trace.the("subscription-without-notify");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("event", Value.of("dialog"))
                .containsEntry("notifier", Value.of(trace.address("pbx")));
        assertThat(trace.found()).containsExactly("subscription-without-notify");
    }

    @Test
    void aReportThatComesIsEnough() {
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.goesOn(40);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void whereTheCaptureEndsAReportMayStillCome() {
        subscribes(3600);
        trace.goesOn(10);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void whoUnsubscribesNeedsNoReport() {
        subscribes(0);
        trace.goesOn(40);

        assertThat(trace.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "terminated;reason=rejected, subscription-rejected",
        "terminated;reason=noresource, subscription-without-resource",
        "terminated;reason=deactivated, subscription-ended",
        "terminated;reason=giveup;retry-after=60, subscription-ended",
        "terminated;reason=timeout, subscription-ended"
    })
    void theServerEndsIt(String state, String kind) {
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.after(60);
        told(2, state);

        assertThat(trace.found()).containsExactly(kind);
        assertThat(Trace.frames(trace.the(kind))).containsExactly(5L, 1L);
    }

    private Certainty deactivated(double watched) {
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.after(60);
        told(2, "terminated;reason=deactivated");
        trace.goesOn(watched);
        return trace.the("subscription-ended").certainty();
    }

    @Test
    void thePhoneDoesNotComeBack() {
        assertThat(deactivated(40)).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whereTheCaptureEndsThePhoneMayStillComeBack() {
        assertThat(deactivated(1)).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "reg, deactivated",
        "reg;x=y, noresource",
        "call-completion, noresource",
        "ua-profile;profile-type=device, timeout"
    })
    void whatIsDoneNeedsNoSubscription(String event, String reason) {
        subscribes(3600);
        told(1, event, "active;expires=3599");
        trace.after(60);
        told(2, event, "terminated;reason=" + reason);
        trace.goesOn(40);

        assertThat(trace.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reg, subscription-rejected, rejected", "registry, subscription-ended, deactivated"})
    void othersAreStillMissed(String event, String kind, String reason) {
        subscribes(3600);
        told(1, event, "active;expires=3599");
        told(2, event, "terminated;reason=" + reason);

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void nobodyRenewsIt() {
        subscribes(120);
        told(1, "active;expires=120");
        trace.after(121);
        told(2, "terminated;reason=timeout");

        assertThat(trace.found()).containsExactly("subscription-ran-out");
    }

    private void runsOut(double watched) {
        subscribes(120);
        told(1, "active;expires=120");
        trace.after(121);
        told(2, "terminated;reason=timeout");
        trace.goesOn(watched);
    }

    @Test
    void whoLetsItRunOutMayHaveWantedNoMore() {
        runsOut(40);

        assertThat(trace.the("subscription-ran-out").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whereTheCaptureEndsItMayStillBeMadeAnew() {
        runsOut(1);

        assertThat(trace.the("subscription-ran-out").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void oneThatRanOutAndIsMadeAnewIsMissedByNobody() {
        runsOut(0);
        trace.after(1).call("call-2", "alice", "bob");
        subscribes(120);
        told(1, "active;expires=120");

        assertThat(trace.findings("call-1")).isEmpty();
    }

    @Test
    void whoUnsubscribesWantsItsEnd() {
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.after(5).from("alice").to("pbx").cseq(2).header("Expires: 0").inside("SUBSCRIBE");
        trace.from("pbx").to("alice").cseq(2).header("Expires: 0").responds(200, "SUBSCRIBE");
        told(2, "terminated;reason=timeout");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aConferenceThatEndsEndsItsSubscription() {
        subscribes(3600);
        told(1, "conference", "terminated;reason=noresource");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aNewSubscriptionTakesItsPlace() {
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.after(60);
        told(2, "terminated;reason=deactivated");
        trace.after(1).call("call-2", "alice", "bob");
        subscribes(3600);
        told(1, "active;expires=3599");

        assertThat(trace.findings("call-1")).isEmpty();
    }

    /** On a shared line it is over as soon as the line is seized, or given back. */
    @Test
    void theSeizingOfALineEndsByItself() {
        subscribes(3600);
        told(1, "line-seize", "terminated;reason=noresource");

        assertThat(trace.found()).isEmpty();
    }

    private void comesBack() {
        trace.call("call-2", "alice", "bob");
        subscribes(3600);
        told(1, "active;expires=3599");
    }

    private java.util.List<String> ofTheFirst() {
        return Trace.ids(trace.findings("call-1"));
    }

    /** The phone's own log, which names neither its address nor that of the server. */
    private void inALogWithoutAddresses() {
        trace.host("alice", "", -1).host("pbx", "", 0);
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.after(60);
        told(2, "terminated;reason=deactivated");
    }

    @Test
    void aLogWithoutAddressesShowsThatThePhoneComesBack() {
        inALogWithoutAddresses();
        trace.after(5);
        comesBack();

        assertThat(ofTheFirst()).doesNotContain("subscription-ended");
    }

    @Test
    void aLogWithoutAddressesShowsThatItDoesNot() {
        inALogWithoutAddresses();
        trace.goesOn(40);

        assertThat(ofTheFirst()).contains("subscription-ended");
    }

    @Test
    void anotherPhoneOfTheSameUserIsNotThisOne() {
        subscribes(3600);
        told(1, "active;expires=3599");
        trace.after(60);
        told(2, "terminated;reason=deactivated");
        trace.after(5).host("alice", "203.0.113.77", 5060);
        comesBack();

        assertThat(ofTheFirst()).contains("subscription-ended");
    }

    @Test
    void aLogWithoutTimesIsReadInItsOrder() {
        trace.untimed();
        subscribes(3600);
        told(1, "active;expires=3599");
        told(2, "terminated;reason=deactivated");

        assertThat(ofTheFirst()).contains("subscription-ended");
    }

    @Test
    void aLogWithoutTimesShowsThatThePhoneComesBack() {
        trace.untimed();
        subscribes(3600);
        told(1, "active;expires=3599");
        told(2, "terminated;reason=deactivated");
        comesBack();

        assertThat(ofTheFirst()).doesNotContain("subscription-ended");
    }
}
