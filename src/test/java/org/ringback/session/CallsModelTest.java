package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.session.ShownCalls.capture;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.answers.Answers;
import org.ringback.capture.wire.Unusable;
import org.ringback.command.PacketFile;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.CaptureSource;
import org.ringback.session.CaptureModel.State;
import org.ringback.settings.Settings;
import org.ringback.words.EndingText;

/** What is opened is read, told of and kept; without threads, but where order between them is the point. */
class CallsModelTest {

    @TempDir
    private Path folder;

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;

    @Test
    void nothingIsOpenAtFirst() {
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(calls.capture().sourceProperty().get()).isNull();
        assertThat(shown.rows()).isEmpty();
    }

    @Test
    void whatBecameOfAFileIsToldAndChangesNothingThatWasRead() throws IOException {
        Path file = Files.copy(capture("gen-refused.pcap"), folder.resolve("changing.pcap"));
        calls.open(List.of(file));
        CallRow first = shown.rows().getFirst();
        assertThat(calls.capture().changes()).isEmpty();

        Files.write(file, new byte[100]);
        calls.open(first);

        assertThat(calls.capture().changes())
                .containsExactly(new Unusable(0, 0, Unusable.Reason.CHANGED_FILE, "shorter"));
        assertThat(calls.openProperty().get().call().legs().getFirst().opening().name())
                .isEqualTo(first.call().opening().name());
        Files.delete(file);
        calls.lookAtFiles();
        assertThat(calls.capture().changes()).extracting(Unusable::detail).containsExactly("gone");

        Files.copy(capture("gen-refused.pcap"), file);
        calls.loading().readAgain();
        assertThat(calls.capture().changes()).isEmpty();
        assertThat(shown.rows()).isNotEmpty();
    }

    @Test
    void whatIsNoSipTellsHowLongNobodyAnswered() throws IOException {
        long start = 1_795_341_600_000_000L;
        Path file = new PacketFile()
                .message(start, 1, 2, """
                    INVITE sip:a@example.com SIP/2.0\r
                    Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r
                    From: <sip:b@example.com>;tag=1\r
                    To: <sip:a@example.com>\r
                    Call-ID: x\r
                    CSeq: 1 INVITE\r
                    Content-Length: 0\r
                    \r
                    """)
                .message(start + 40_000_000, 1, 2, "a packet of another program")
                .writeTo(folder.resolve("silent.pcap"));
        calls.open(List.of(file));
        assertThat(shown.rows()).extracting(CallRow::ending).containsExactly(EndingText.NO_RESPONSE_CAPTURED);
    }

    @Test
    void aMistakeWhileReadingNamesTheLogThatTellsMore() {
        Path log = folder.resolve("ringback.log");
        assertThat(faultOf(new IllegalStateException("a mistake"), Optional.of(log)))
                .isEqualTo(new Unusable(0, 0, Unusable.Reason.BROKEN_OFF, log.toString()));
        assertThat(faultOf(new IllegalStateException("a mistake"), Optional.empty()))
                .isEqualTo(new Unusable(0, 0, Unusable.Reason.BROKEN_OFF, ""));
    }

    @Test
    void tooLittleMemoryIsNoMistake() {
        assertThat(faultOf(new OutOfMemoryError("heap"), Optional.of(folder)))
                .isEqualTo(new Unusable(0, 0, Unusable.Reason.OUT_OF_MEMORY, ""));
    }

    /** What is told when reading breaks off with a throwable at the first thing that it has to say. */
    private static Unusable faultOf(Throwable thrown, Optional<Path> log) {
        var first = new AtomicBoolean(true);
        Executor screen = task -> {
            if (first.getAndSet(false)) {
                rethrow(thrown);
            }
            task.run();
        };
        var model = new CallsModel(screen, Runnable::run, new Diagnosis(), Kept.of(Settings.Calls.NONE), () -> log);
        model.openSample();
        assertThat(model.capture().stateProperty().get()).isNotEqualTo(State.LOADING);
        return model.capture().unusable().getLast();
    }

    private static void rethrow(Throwable thrown) {
        switch (thrown) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(thrown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen-empty.pcap", "resip-torture-messages.pcap", "no-such-file.pcap", "NOTICE.txt", "."})
    void whateverIsOpenedEndsWithCallsOrAReason(String name) {
        calls.open(List.of(capture(name)));
        assertThat(calls.capture().stateProperty().get()).isNotEqualTo(State.LOADING);
        assertThat(shown.rows().isEmpty())
                .isEqualTo(calls.capture().stateProperty().get() == State.EMPTY);
        assertThat(calls.workingProperty().get()).isZero();
        if (shown.rows().isEmpty() && !name.equals("gen-empty.pcap")) {
            assertThat(calls.capture().unusable()).isNotEmpty();
        }
    }

    @Test
    void oneBadFileOfSeveralDoesNotCostTheOthers() throws IOException {
        Path junk = Files.write(folder.resolve("junk.pcap"), new byte[] {1, 2, 3, 0, 0, 0});
        calls.open(List.of(junk, capture("gen-refused.pcap")));
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(calls.capture().unusable())
                .singleElement()
                .returns(0, Unusable::file)
                .returns(Unusable.Reason.NOT_A_CAPTURE, Unusable::reason);
        assertThat(shown.rows()).isNotEmpty();
    }

    @Test
    void aMissingFileAndAFolderAreToldByTheirNamesBesideAGoodFile() {
        calls.open(List.of(folder.resolve("missing.pcap"), capture("gen-refused.pcap"), folder));
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(shown.rows()).isNotEmpty();
        Answers answers = Sessions.LIBRARY.answers(Sessions.LIBRARY.languages().english());
        assertThat(calls.capture().unusable())
                .extracting(part -> part.file() + " " + answers.unusable(part, "file"))
                .containsExactlyInAnyOrder(
                        "0 file: there is no such file.", "2 file: this is a folder. Open the files in it.");
    }

    @Test
    void aPastedLogIsReadAndLeavesNoFileBehind() throws IOException {
        Set<Path> before = temporaryCaptures();
        calls.openText(Files.readString(capture("gen-sofia-tport.log")), false);
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(shown.rows()).isNotEmpty();
        shown.rows().forEach(row -> assertThat(row.from()).isNotNull());
        // Another one that is running may delete its own meanwhile.
        assertThat(before).containsAll(temporaryCaptures());
    }

    private static Set<Path> temporaryCaptures() throws IOException {
        try (var temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return temporary
                    .filter(file -> file.toString().endsWith(".capture"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void messagesStayReadableAfterSomethingElseWasOpened() {
        calls.openSample();
        var message = shown.rows().getFirst().call().opening();
        calls.open(List.of(capture("gen-refused.pcap")));
        calls.close();
        System.gc();
        assertThat(message.captured().bytes().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 'R');
    }

    @Test
    void aNewCaptureTakesThePlaceOfOneThatIsStillBeingRead() {
        Queue<Runnable> background = new ArrayDeque<>();
        var model = new CallsModel(
                Runnable::run, background::add, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);
        model.openSample();
        assertThat(model.capture().stateProperty().get()).isEqualTo(State.LOADING);
        model.open(List.of(capture("gen-refused.pcap")));
        while (!background.isEmpty()) {
            background.remove().run();
        }
        assertThat(model.capture().sourceProperty().get()).isInstanceOf(CaptureSource.Files.class);
        assertThat(model.listProperty().get().rows())
                .isNotEmpty()
                .noneMatch(row -> row.call().callId().contains("reg-alice"));
        assertThat(model.workingProperty().get()).isZero();
    }

    @Test
    void readingThatIsCanceledKeepsWhatWasRead() throws IOException {
        Path large = folder.resolve("large.pcap");
        byte[] sample = SampleCapture.bytes();
        try (var out = Files.newOutputStream(large)) {
            out.write(sample);
            for (int i = 0; i < 600; i++) {
                out.write(sample, 24, sample.length - 24);
            }
        }
        var model = new CallsModel[1];
        model[0] = new CallsModel(
                task -> {
                    task.run();
                    if (model[0].capture().progressProperty().get() > 0
                            || model[0].capture().messagesProperty().get() > 0) {
                        model[0].cancel();
                    }
                },
                Runnable::run,
                new Diagnosis(),
                Kept.of(Settings.Calls.NONE),
                Optional::empty);
        model[0].open(List.of(large));
        assertThat(model[0].capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(model[0].capture().stoppedProperty().get()).isTrue();
        assertThat(model[0].listProperty().get().rows()).isNotEmpty();
        // The first word about progress comes before half of it was read, however fast the machine is.
        assertThat(model[0].capture().messagesProperty().get()).isLessThan(300 * 83);
    }
}
