package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.session.ShownCalls.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.CaptureSource;
import org.ringback.session.CaptureModel.State;
import org.ringback.settings.Settings;

/** What is open stays until there is something else to show, can be added to, and comes back when somebody wants it back. */
class KeptCallsTest {

    @TempDir
    private Path folder;

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;

    private void undo() {
        assertThat(calls.undo().undo()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen-empty.pcap", "no-such-file.pcap", "NOTICE.txt", "../../.."})
    void anUnusableFileChangesNothing(String name) {
        calls.openSample();
        List<CallRow> before = shown.rows();
        calls.unlink(shown.row("trunk-6612"));
        calls.open(shown.row("gave-up"));

        calls.open(List.of(capture(name)));

        assertThat(shown.rows()).isNotEmpty().containsExactlyInAnyOrderElementsOf(before);
        assertThat(calls.legs().undone(shown.row("trunk-6612"))).isPresent();
        assertThat(calls.openProperty().get().row()).isSameAs(shown.row("gave-up"));
        assertThat(calls.capture().sourceProperty().get()).isEqualTo(new CaptureSource.Sample());
        assertThat(calls.loading().refusedProperty().get().kept()).isTrue();
        assertThat(calls.capture().comingProperty().get()).isNull();
    }

    @Test
    void anUnusableTextChangesNothingAndSaysWhy() {
        calls.open(List.of(capture("gen-refused.pcap")));
        List<CallRow> before = shown.rows();
        calls.openText("hello\nworld", false);
        assertThat(shown.rows()).isEqualTo(before);
        assertThat(calls.loading().refusedProperty().get().why())
                .get()
                .returns(Unusable.Reason.NOT_A_CAPTURE, Unusable::reason);
    }

    @Test
    void whatIsOpenStaysWhileSomethingElseIsRead() {
        Queue<Runnable> background = new ArrayDeque<>();
        var model = new CallsModel(
                Runnable::run, background::add, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);
        model.openSample();
        run(background);
        List<CallRow> sample = model.listProperty().get().rows();
        model.open(List.of(capture("gen-refused.pcap")));
        assertThat(model.listProperty().get().rows()).isNotEmpty().isSameAs(sample);
        assertThat(model.capture().comingProperty().get().source()).isInstanceOf(CaptureSource.Files.class);
        model.cancel();
        run(background);
        assertThat(model.listProperty().get().rows()).isSameAs(sample);
        assertThat(model.capture().stateProperty().get()).isEqualTo(State.SHOWN);
    }

    private static void run(Queue<Runnable> background) {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void undoBringsBackWhatWasOpenAsItWas() {
        calls.openSample();
        calls.unlink(shown.row("trunk-6612"));
        shown.narrow(CallFilter.USUAL.withProblemsOnly(true));
        CallRow open = shown.rows().getLast();
        calls.open(open);
        List<CallRow> before = shown.rows();

        calls.open(List.of(capture("gen-refused.pcap")));
        assertThat(shown.rows()).doesNotContain(open);
        assertThat(calls.filterProperty().get()).isEqualTo(CallFilter.USUAL);
        undo();

        assertThat(shown.rows()).isEqualTo(before);
        assertThat(calls.capture().sourceProperty().get()).isEqualTo(new CaptureSource.Sample());
        assertThat(calls.chosenProperty().get()).isSameAs(open);
        assertThat(calls.openProperty().get().examined()).isTrue();
        undo();
        assertThat(calls.filterProperty().get()).isEqualTo(CallFilter.USUAL);
        undo();
        assertThat(calls.legs().link(shown.row("trunk-6612"))).isPresent();
        assertThat(calls.undo().undo()).isEmpty();
    }

    @Test
    void closedCallsComeBack() {
        calls.openSample();
        List<CallRow> before = shown.rows();
        calls.close();
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.EMPTY);
        undo();
        assertThat(shown.rows()).isEqualTo(before);
        assertThat(calls.commonCausesProperty().get()).isNotNull();
    }

    @Test
    void wordsThatWereTypedAreUndoneAtOnce() {
        calls.openSample();
        for (String typed : new String[] {"g", "ga", "gav"}) {
            shown.narrow(calls.filterProperty().get().withWords(typed));
        }
        assertThat(shown.ids()).containsExactly("gave-up-51be");
        undo();
        assertThat(calls.filterProperty().get()).isEqualTo(CallFilter.USUAL);
        assertThat(calls.undo().undo()).isEmpty();
    }

    @Test
    void hiddenColumnsComeBack() {
        var session = Sessions.fresh();
        var hidden = session.callsLayout().hidden();
        hidden.add("setup");
        assertThat(session.undo()).get().returns(UndoText.HID_COLUMN, Undo.Step::what);
        assertThat(hidden).isEmpty();
        assertThat(session.sectionProperty().get()).isEqualTo(Section.CALLS);
        assertThat(session.undo()).isEmpty();
    }

    @Test
    void filesAreAddedToThoseThatAreOpenAndTheCallsStayAsTheyWere() throws IOException {
        Path sample = Files.copy(Path.of("resources/sample/sample.pcap"), folder.resolve("sample.pcap"));
        calls.open(List.of(sample));
        calls.unlink(shown.row("trunk-6612"));
        shown.narrow(CallFilter.USUAL.withProblemsOnly(true));
        CallRow open = shown.rows().getLast();
        calls.open(open);
        assertThat(calls.loading().canAdd()).isTrue();

        calls.loading().add(List.of(capture("gen-refused.pcap"), sample));

        assertThat(calls.capture().sourceProperty().get())
                .isEqualTo(new CaptureSource.Files(List.of(sample, capture("gen-refused.pcap"))));
        assertThat(calls.chosenProperty().get())
                .isNotSameAs(open)
                .isSameAs(shown.row(open.call().callId()));
        assertThat(calls.filterProperty().get().problemsOnly()).isTrue();
        shown.narrow(CallFilter.USUAL);
        assertThat(calls.legs().undone(shown.row("trunk-6612"))).isPresent();
        undo();
        undo();
        assertThat(calls.capture().sourceProperty().get()).isEqualTo(new CaptureSource.Files(List.of(sample)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTICE.txt", "gen-empty.pcap", "no-such-file.pcap", "gen-refused.pcap"})
    void filesThatAddNothingChangeNothing(String name) {
        calls.open(List.of(capture("gen-refused.pcap")));
        List<CallRow> before = shown.rows();
        CallRow open = before.getFirst();
        calls.open(open);
        var recent = List.copyOf(calls.capture().recent().groups());

        calls.loading().add(List.of(capture(name)));

        assertThat(shown.rows()).isSameAs(before);
        assertThat(calls.chosenProperty().get()).isSameAs(open);
        assertThat(calls.capture().sourceProperty().get())
                .isEqualTo(new CaptureSource.Files(List.of(capture("gen-refused.pcap"))));
        assertThat(calls.capture().unusable()).isEmpty();
        assertThat(calls.capture().comingProperty().get()).isNull();
        assertThat(calls.capture().recent().groups()).isEqualTo(recent);
        assertThat(calls.loading().refusedProperty().get())
                .returns(true, Unopened::kept)
                .satisfies(refused -> assertThat(refused.why()).isPresent());
        assertThat(calls.undo().undo()).isEmpty();
    }

    @Test
    void ofSeveralAddedFilesTheOneOfNoUseIsTold() {
        calls.open(List.of(capture("gen-refused.pcap")));
        int before = shown.rows().size();
        calls.loading().add(List.of(capture("NOTICE.txt"), capture("gen-cancelled.pcap")));
        assertThat(shown.rows()).hasSizeGreaterThan(before);
        assertThat(calls.loading().refusedProperty().get().kept()).isFalse();
        assertThat(calls.loading().refusedProperty().get().why())
                .get()
                .returns(1, Unusable::file)
                .returns(Unusable.Reason.NOT_A_CAPTURE, Unusable::reason);
    }

    /** Somebody captured signaling on one host and media on another. */
    @Test
    void aCaptureOfNothingButMediaIsAddedAndOfferedAgainWithTheOthers() throws IOException {
        byte[] both = Files.readAllBytes(capture("pkts-sip-rtp.pcap"));
        Path signaling = Files.write(folder.resolve("signaling.pcap"), records(both, true));
        Path media = Files.write(folder.resolve("media.pcap"), records(both, false));
        calls.open(List.of(signaling));
        assertThat(firstCallHasNoMedia()).isTrue();

        calls.loading().add(List.of(media));

        var together = new CaptureSource.Files(List.of(signaling, media));
        assertThat(calls.capture().sourceProperty().get()).isEqualTo(together);
        assertThat(firstCallHasNoMedia()).isFalse();
        assertThat(calls.capture().unusable()).isEmpty();
        assertThat(calls.loading().refusedProperty().get()).isNull();
        assertThat(calls.capture().recent().groups().getFirst().source()).isEqualTo(together);
    }

    private boolean firstCallHasNoMedia() {
        calls.open(shown.rows().getFirst());
        return calls.openProperty().get().call().media().getFirst().streams().isEmpty();
    }

    /** Those records of a pcap file that hold SIP, or the others. */
    private static byte[] records(byte[] pcap, boolean sip) {
        var file = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
        var out = new ByteArrayOutputStream();
        out.write(pcap, 0, 24);
        for (int at = 24; at < pcap.length; ) {
            int length = 16 + file.getInt(at + 8);
            boolean holdsSip = new String(pcap, at, length, StandardCharsets.ISO_8859_1).contains("SIP/2.0");
            if (holdsSip == sip) {
                out.write(pcap, at, length);
            }
            at += length;
        }
        return out.toByteArray();
    }

    @Test
    void nothingIsAddedToWhatIsNoFile() {
        calls.openSample();
        assertThat(calls.loading().canAdd()).isFalse();
        calls.loading().add(List.of(capture("gen-refused.pcap")));
        assertThat(calls.capture().sourceProperty().get())
                .isEqualTo(new CaptureSource.Files(List.of(capture("gen-refused.pcap"))));
    }

    /** The first word of a file that is read while another one is kept for whoever wants it back finds no memory. */
    @Test
    void whatCouldBeBroughtBackMakesRoomForWhatIsRead() {
        var scarce = new AtomicBoolean();
        Executor screen = task -> {
            if (scarce.getAndSet(false)) {
                throw new OutOfMemoryError("heap");
            }
            task.run();
        };
        var model =
                new CallsModel(screen, Runnable::run, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);
        model.openSample();
        model.close();
        scarce.set(true);
        model.open(List.of(capture("gen-refused.pcap")));
        assertThat(model.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(model.capture().unusable()).isEmpty();
        assertThat(model.undo().undo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIP/2.0 488 Not Acceptable Here\n", " 486 ", "wrong password"})
    void oneLineIsSearchedFor(String pasted) {
        var session = Sessions.fresh();
        session.sectionProperty().set(Section.COMPARISON);
        session.openText(pasted);
        assertThat(session.picker().queryProperty().get()).isEqualTo(pasted.strip());
        assertThat(session.sectionProperty().get()).isEqualTo(Section.HANDBOOK);
        assertThat(session.calls().workingProperty().get()).isZero();
    }

    @Test
    void findingsOfASeparatedCallSayNothingOfTheOtherLeg() {
        calls.openSample();
        calls.open(shown.row("trunk-6612"));
        calls.unlink(shown.row("trunk-6612"));
        Set<String> others = Set.of("out-6612");
        assertThat(calls.openProperty().get().call().findings())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.finding().evidence())
                        .noneMatch(message ->
                                others.stream().anyMatch(message.head().callId()::startsWith)))
                .noneMatch(found -> found.finding().kind().id().contains("leg"));
    }
}
