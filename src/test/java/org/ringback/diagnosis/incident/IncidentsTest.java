package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
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
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvents;
import org.ringback.network.Quote;
import org.ringback.report.DiagnosisReport;

/** What strikes several calls, what strikes but one, and what only looks as if it had one cause. */
class IncidentsTest extends StruckCalls {

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

    @Test
    void everyKindIsFoundHere() {
        Set<String> tested = new TreeSet<>(Set.of(
                "incident-refused",
                "incident-requests-refused",
                "incident-channels-used-up",
                "incident-host-silent",
                "incident-host-silent-refused",
                "incident-call-returns",
                "incident-scanner",
                "incident-accounts-tried",
                "incident-prefixes-tried",
                "sip-packet-undeliverable",
                "websocket-refused",
                "websocket-server-behind-down",
                "websocket-sip-not-asked",
                "websocket-without-sip"));
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

    /** Speaks of nothing, for it breaks off. */
    private record Mistaken(RuntimeException mistake) implements Pattern {

        @Override
        public List<Kind> kinds() {
            return List.of();
        }

        @Override
        public List<Incident> in(Traffic traffic) {
            throw mistake;
        }
    }

    @Test
    void aMistakeInOnePatternCostsWhatItWouldHaveSaidAndIsCounted() {
        for (int i = 0; i < 5; i++) {
            refused("49301000" + i, 503);
        }
        var examined = trace.examined();
        var incidents = new Incidents(
                examined.legs(),
                NetworkEvents.EMPTY,
                List.of(new Mistaken(new IllegalStateException("planted")), new Refusals()));
        examined.calls().stream().map(examined::diagnosed).forEach(incidents::add);

        CommonCauses found = incidents.found();
        assertThat(found.broken()).isEqualTo(1);
        assertThat(found.incidents())
                .extracting(incident -> incident.finding().kind().id())
                .containsExactly("incident-refused");
        var report = new DiagnosisReport(
                List.of("a.pcap"), List.of(), found, examined.links(), examined.legs(), 5, List.of(), ZoneOffset.UTC);
        assertThat(report.brokenChecks()).isEqualTo(1);
    }
}
