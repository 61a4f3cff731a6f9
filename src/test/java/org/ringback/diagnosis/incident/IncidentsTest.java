package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.IcmpError;
import org.ringback.network.Quote;

/** What strikes several calls, what strikes but one, and what only looks as if it had one cause. */
class IncidentsTest {

    private final Trace trace = Trace.ofSignaling()
            .host("pbx", "192.0.2.5", 5060)
            .host("trunk", "203.0.113.7", 5060)
            .host("other", "203.0.113.8", 5060);
    private int calls;

    private List<Incident> incidents() {
        var examined = trace.examined();
        return examined.incidents(
                examined.calls().stream().map(examined::diagnosed).toList());
    }

    private Finding only() {
        assertThat(incidents()).hasSize(1);
        return incidents().getFirst().finding();
    }

    private List<String> ids() {
        return incidents().stream()
                .map(incident -> incident.finding().kind().id())
                .toList();
    }

    private void callBegins(String to) {
        calls++;
        trace.call("call-" + calls, "u" + calls, to);
        trace.from("pbx").to("trunk").request("INVITE");
        trace.after(0.1);
    }

    private void refused(String to, int status) {
        callBegins(to);
        trace.from("trunk").to("pbx").phrase("No").responds(status);
        trace.from("pbx").to("trunk").acknowledges();
        trace.after(10);
    }

    private void answered(String to) {
        callBegins(to);
        trace.from("trunk").to("pbx").phrase("OK").responds(200);
        trace.from("pbx").to("trunk").inside("ACK");
        trace.after(1);
    }

    private void over(int call, String to) {
        trace.call("call-" + call, "u" + call, to);
        trace.from("pbx").to("trunk").cseq(2).inside("BYE");
        trace.from("trunk").to("pbx").cseq(2).responds(200, "BYE");
        trace.after(1);
    }

    @Test
    void aTrunkThatRefusesEverybodyIsOneIncident() {
        for (int i = 0; i < 5; i++) {
            refused("49301000" + i, 503);
        }
        assertThat(only().kind().id()).isEqualTo("incident-refused");
        assertThat(only().values())
                .containsEntry("server", Value.of(trace.address("trunk")))
                .containsEntry("count", Value.of(5))
                .containsEntry("all", Value.of(5))
                .containsEntry("up", Value.of(0));
        assertThat(only().certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(incidents().getFirst().calls()).extracting(Call::callId).contains("call-1", "call-5");
    }

    @Test
    void twoRefusalsMayBeChance() {
        refused("493010001", 503);
        refused("493010002", 503);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void aTrunkThatTakesMostCallsHasAReasonForEachThatItRefuses() {
        for (int i = 0; i < 12; i++) {
            answered("49301000" + i);
            over(calls, "49301000" + i);
            if (i % 4 == 0) {
                refused("49302000" + i, 503);
            }
        }
        assertThat(incidents()).isEmpty();
    }

    @Test
    void peopleWhoAreBusyHaveNothingInCommon() {
        for (int i = 0; i < 5; i++) {
            refused("49301000" + i, 486);
        }
        assertThat(incidents()).isEmpty();
    }

    @Test
    void oneNumberThatIsNotThereIsNoIncidentHoweverOftenItIsCalled() {
        for (int i = 0; i < 5; i++) {
            refused("493010001", 404);
        }
        assertThat(incidents()).isEmpty();
    }

    @Test
    void aServerThatTakesNobodyAfterwardsMeetsNoLimitForSure() {
        answered("493010001");
        answered("493010002");
        answered("493010003");
        refused("493020001", 503);
        refused("493020002", 503);
        refused("493020003", 503);
        assertThat(only().kind().id()).isEqualTo("incident-refused");
    }

    @Test
    void aCauseThatNamesNoChannelTellsOfALimit() {
        answered("493010001");
        answered("493010002");
        for (String number : List.of("493020001", "493020002", "493020003")) {
            callBegins(number);
            trace.from("trunk")
                    .to("pbx")
                    .header("Reason: Q.850;cause=34")
                    .phrase("No")
                    .responds(503);
            trace.from("pbx").to("trunk").acknowledges();
            trace.after(10);
        }
        assertThat(only().kind().id()).isEqualTo("incident-channels-used-up");
    }

    @Test
    void callsThatAreRefusedOnlyWhileOthersAreUpMeetALimit() {
        answered("493010001");
        answered("493010002");
        answered("493010003");
        refused("493020001", 503);
        refused("493020002", 503);
        over(1, "493010001");
        answered("493010004");
        refused("493020003", 503);
        assertThat(only().kind().id()).isEqualTo("incident-channels-used-up");
        assertThat(only().certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(only().values()).containsEntry("up", Value.of(3)).containsEntry("count", Value.of(3));
    }

    @Test
    void refusalsWhileNothingIsUpAreNoLimit() {
        answered("493010001");
        answered("493010002");
        refused("493020001", 503);
        over(1, "493010001");
        over(2, "493010002");
        refused("493020002", 503);
        refused("493020003", 503);
        assertThat(ids()).containsExactly("incident-refused");
    }

    private void asksTwice(int number) {
        trace.from("pbx").to("trunk").cseq(number).request("OPTIONS");
        trace.after(0.5).from("pbx").to("trunk").cseq(number).request("OPTIONS");
        trace.after(60);
    }

    @Test
    void aHostThatAnswersNobodyIsSilent() {
        for (int i = 0; i < 3; i++) {
            calls++;
            trace.call("options-" + i, "ping", "trunk");
            asksTwice(i + 1);
        }
        assertThat(only().kind().id()).isEqualTo("incident-host-silent");
        assertThat(only().values()).containsEntry("count", Value.of(3)).containsEntry("calls", Value.of(0));
    }

    @Test
    void aHostThatSpeaksAgainIsNotSilent() {
        for (int i = 0; i < 3; i++) {
            trace.call("options-" + i, "ping", "trunk");
            asksTwice(i + 1);
        }
        trace.from("trunk").to("pbx").cseq(3).responds(200, "OPTIONS");
        trace.goesOn(60);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void aServerWhoseTrunkIsSilentRefusesCallsAfterwards() {
        trace.call("options", "ping", "trunk");
        asksTwice(1);
        trace.call("call-1", "alice", "bob");
        trace.from("alice").to("pbx").request("INVITE");
        trace.after(0.1).from("pbx").to("alice").phrase("No").responds(503);
        trace.from("alice").to("pbx").acknowledges();
        trace.goesOn(60);
        assertThat(only().kind().id()).isEqualTo("incident-host-silent-refused");
        assertThat(only().certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(Trace.frames(only())).containsExactly(1L);
    }

    @Test
    void aHostThatIsNeverAskedAgainAnsweredWhereNobodyCaptured() {
        for (int i = 0; i < 3; i++) {
            trace.call("options-" + i, "ping", "trunk");
            trace.from("pbx").to("trunk").cseq(i + 1).request("OPTIONS");
            trace.after(60);
        }
        assertThat(incidents()).isEmpty();
        assertThat(trace.calls())
                .noneMatch(call -> trace.examined().diagnosed(call).failed())
                .allMatch(call ->
                        Trace.ids(trace.findings(call.callId())).equals(List.of("request-response-not-captured")));
    }

    @Test
    void overTcpNobodyAsksAgain() {
        trace.over(Transport.TCP);
        for (int i = 0; i < 3; i++) {
            trace.call("options-" + i, "ping", "trunk");
            trace.from("pbx").to("trunk").cseq(i + 1).request("OPTIONS");
            trace.after(60);
        }
        assertThat(ids()).containsExactly("incident-host-silent");
    }

    @Test
    void whoIsToldThatAHostIsNotThereNeedNotAskAgain() {
        for (int i = 0; i < 3; i++) {
            trace.call("options-" + i, "ping", "trunk");
            trace.from("pbx").to("trunk").cseq(i + 1).request("OPTIONS");
            Captured sent = trace.sent();
            var quote = new Quote(
                    17, sent.source(), sent.destination(), (int) sent.bytes().byteSize(), "");
            var packet = trace.packet(new Endpoint("192.0.2.254", 0), sent.source(), Sighting.Kind.ICMP);
            trace.seen(new IcmpError(packet, IcmpError.Cause.HOST_UNREACHABLE, 3, 1, 0, quote));
            trace.after(60);
        }
        assertThat(ids()).contains("incident-host-silent");
    }

    private void sentBack(double pause) {
        for (int round = 0; round < 8; round++) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", "4930999");
            trace.from(from).to(to).request("INVITE");
            trace.after(0.01).from(to).to(from).responds(100);
            trace.after(pause);
        }
    }

    @Test
    void aCircleIsSeenBeforeItEnds() {
        sentBack(0.04);

        assertThat(ids()).contains("incident-call-returns");
    }

    @Test
    void callsBackAndForthWithPausesAreNoCircle() {
        sentBack(20);

        assertThat(ids()).doesNotContain("incident-call-returns");
    }

    @Test
    void twoServersThatSendACallToEachOtherMakeACircle() {
        for (int round = 0; round < 8; round++) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", "4930999");
            trace.from(from).to(to).request("INVITE");
            trace.after(0.05);
        }
        for (int round = 7; round >= 0; round--) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", "4930999");
            trace.from(to).to(from).phrase("No").responds(503);
            trace.from(from).to(to).acknowledges();
        }
        assertThat(ids()).containsExactly("incident-call-returns");
        assertThat(only().values()).containsEntry("count", Value.of(8)).containsEntry("number", Value.of("4930999"));
    }

    @Test
    void aCallThatIsPassedOnOnceMakesNoCircle() {
        trace.call("leg-1", "alice", "4930999").from("other").to("pbx").request("INVITE");
        trace.after(0.05)
                .call("leg-2", "alice", "4930999")
                .from("pbx")
                .to("trunk")
                .request("INVITE");
        trace.after(0.05).from("trunk").to("pbx").responds(486);
        trace.call("leg-1", "alice", "4930999").from("pbx").to("other").responds(486);
        assertThat(incidents()).isEmpty();
    }

    private void registers(String host, String user, String header, int status) {
        calls++;
        trace.call("register-" + calls, user, user);
        var request = trace.from(host).to("pbx");
        if (!header.isEmpty()) {
            request.header(header);
        }
        request.request("REGISTER");
        trace.from("pbx").to(host).phrase("No").responds(status, "REGISTER");
        trace.after(0.2);
    }

    @Test
    void whoTriesOneNameAfterAnotherSearchesForAccounts() {
        for (int i = 0; i < 12; i++) {
            registers("stranger", "10" + i, "", i % 3 == 0 ? 401 : 404);
        }
        assertThat(ids()).containsExactly("incident-accounts-tried");
        assertThat(only().values()).containsEntry("count", Value.of(12));
    }

    @Test
    void aGatewayWithWrongPasswordsDoesNotSearch() {
        for (int i = 0; i < 12; i++) {
            registers(
                    "gateway",
                    "10" + i,
                    "Authorization: Digest username=\"10" + i
                            + "\", realm=\"r\", nonce=\"n\", uri=\"sip:r\", response=\"0\"",
                    403);
        }
        assertThat(ids()).doesNotContain("incident-accounts-tried");
    }

    @Test
    void aProgramThatScansSaysItsName() {
        registers("stranger", "100", "User-Agent: friendly-scanner", 404);
        assertThat(only().kind().id()).isEqualTo("incident-scanner");
        assertThat(only().values()).containsEntry("agent", Value.of("friendly-scanner"));
    }

    @Test
    void oneNumberUnderManyPrefixesIsASearchForAWayOut() {
        for (String prefix : List.of("", "0", "00", "9", "900", "011")) {
            calls++;
            trace.call("call-" + calls, "100", prefix + "972591234567");
            trace.from("stranger").to("pbx").request("INVITE");
            trace.after(0.1).from("pbx").to("stranger").phrase("No").responds(404);
            trace.from("stranger").to("pbx").acknowledges();
        }
        assertThat(ids()).contains("incident-prefixes-tried");
    }

    @Test
    void everyKindIsFoundHere() {
        Set<String> tested = new TreeSet<>(Set.of(
                "incident-refused",
                "incident-channels-used-up",
                "incident-host-silent",
                "incident-host-silent-refused",
                "incident-call-returns",
                "incident-scanner",
                "incident-accounts-tried",
                "incident-prefixes-tried"));
        tested.addAll(BesideCallsTest.KINDS);
        assertThat(Incidents.kinds()).extracting(kind -> kind.id()).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void messagesWithoutTimesGiveNoIncidentThatNeedsThem() {
        trace.untimed();
        for (int i = 0; i < 5; i++) {
            refused("49301000" + i, 503);
        }
        assertThat(incidents()).isEmpty();
    }
}
