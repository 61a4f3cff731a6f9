package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.BrokenRule;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.settings.Settings;

/** A call that was opened has its legs, and what is found out about it and about others like it. */
class OpenedCallTest {

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;

    @Test
    void anOpenCallHasItsLegsAndItsFindings() {
        calls.openSample();
        calls.open(shown.row("gave-up"));
        assertThat(calls.openProperty().get().examined()).isTrue();
        assertThat(calls.openProperty().get().call().findings())
                .anySatisfy(found -> assertThat(found.finding().kind().id()).isEqualTo("canceled-call"));
        calls.open(shown.row("trunk-6612"));
        assertThat(calls.openProperty().get().call().legs())
                .extracting(call -> call.callId().replaceAll("@.*", ""))
                .as("in order of time, whichever was opened")
                .containsExactly("out-6612", "trunk-6612");
        assertThat(calls.openProperty().get().call().call().callId()).startsWith("trunk-6612");
        calls.unlink(calls.chosenProperty().get());
        assertThat(calls.openProperty().get().call().legs()).hasSize(1);
    }

    @Test
    void findingsAreThoseOfAllLegsWhicheverWasOpened() {
        calls.openSample();
        calls.open(shown.row("trunk-6612"));
        var opened = calls.openProperty().get().call();
        assertThat(opened.findings())
                .anySatisfy(found -> assertThat(found.legs()).hasSize(2));
        calls.open(shown.row("out-6612"));
        assertThat(calls.openProperty().get().call().findings())
                .extracting(found -> found.finding().kind().id())
                .isEqualTo(opened.findings().stream()
                        .map(found -> found.finding().kind().id())
                        .toList());
    }

    @Test
    void aMistakeInOneRuleCostsOneFindingOfOneCall() {
        var model = new CallsModel(
                Runnable::run,
                Runnable::run,
                BrokenRule.amongAll("busy-"),
                Kept.of(Settings.Calls.NONE),
                Optional::empty);
        model.openSample();
        calls.openSample();
        for (CallRow row : shown.rows()) {
            CallRow spared = model.listProperty().get().rows().stream()
                    .filter(same -> same.call().callId().equals(row.call().callId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(spared.mark()).isEqualTo(row.mark());
            calls.open(row);
            model.open(spared);
            assertThat(kinds(model.openProperty().get().call()))
                    .isEqualTo(kinds(calls.openProperty().get().call()));
            assertThat(model.openProperty().get().call().brokenRules())
                    .as(row.call().callId())
                    .isEqualTo(row.call().callId().startsWith("busy-") ? 1 : 0);
        }
    }

    private static List<String> kinds(OpenCall open) {
        return open.findings().stream()
                .map(found -> found.finding().kind().id())
                .toList();
    }

    @Test
    void whatStruckSeveralCallsIsToldOnceAllWereLookedAt() {
        calls.open(List.of(Path.of("src/test/resources/score/s24_capacity503.pcap")));
        assertThat(calls.commonCausesProperty().get().incidents())
                .extracting(incident -> incident.finding().kind().id())
                .containsExactly("incident-channels-used-up");

        calls.filterProperty()
                .set(CallFilter.USUAL.withStruck(Set.copyOf(calls.commonCausesProperty()
                        .get()
                        .incidents()
                        .getFirst()
                        .calls())));
        assertThat(shown.rows()).hasSize(6).allMatch(row -> row.code() == 503);

        calls.close();
        assertThat(calls.commonCausesProperty().get().incidents()).isEmpty();
    }

    @Test
    void aCallIsReadInTheBackgroundAndAnEarlierOneDoesNotReplaceALaterOne() {
        Deque<Runnable> background = new ArrayDeque<>();
        var model = new CallsModel(
                Runnable::run, background::add, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);
        model.openSample();
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }
        CallRow row = model.listProperty().get().rows().stream()
                .filter(candidate -> candidate.call().callId().startsWith("trunk-6612"))
                .findFirst()
                .orElseThrow();
        model.open(row);
        assertThat(model.openProperty().get()).isNull();
        model.unlink(row);
        model.linkAgain(row);
        model.unlink(row);
        while (!background.isEmpty()) {
            background.removeLast().run();
        }
        assertThat(model.openProperty().get().call().legs()).hasSize(1);
        assertThat(model.workingProperty().get()).isZero();
    }
}
