package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
import org.ringback.call.CallKind;
import org.ringback.call.LegLink;
import org.ringback.capture.wire.Unusable;
import org.ringback.command.PacketFile;
import org.ringback.diagnosis.BrokenRule;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.CaptureSource;
import org.ringback.session.CaptureModel.State;
import org.ringback.words.EndingText;

/** What is open, narrowed, ordered, linked and looked at; without threads, but where order between them is the point. */
class CallsModelTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    @TempDir
    private Path folder;

    private final CallsModel calls =
            new CallsModel(Runnable::run, Runnable::run, new Diagnosis(), List.of(), Optional::empty);

    private static Path capture(String name) {
        return CAPTURES.resolve(name);
    }

    private List<CallRow> rows() {
        return calls.listProperty().get().rows();
    }

    private List<String> ids() {
        return rows().stream()
                .map(row -> row.call().callId().replaceAll("@.*", ""))
                .toList();
    }

    private CallRow row(String id) {
        return rows().stream()
                .filter(row -> row.call().callId().startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    private void narrow(CallFilter filter) {
        calls.filterProperty().set(filter);
    }

    @Test
    void nothingIsOpenAtFirst() {
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(calls.capture().sourceProperty().get()).isNull();
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatBecameOfAFileIsToldAndChangesNothingThatWasRead() throws IOException {
        Path file = Files.copy(capture("gen-refused.pcap"), folder.resolve("changing.pcap"));
        calls.open(List.of(file));
        CallRow first = rows().getFirst();
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
        calls.readAgain();
        assertThat(calls.capture().changes()).isEmpty();
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void theSampleDoesNotChange() {
        calls.openSample();
        calls.open(rows().getFirst());
        assertThat(calls.capture().changes()).isEmpty();
    }

    @Test
    void theSampleIsWhatItsBuilderMakes() throws IOException {
        assertThat(Files.readAllBytes(Path.of("resources/sample/sample.pcap")))
                .as("make it anew with SampleCapture.main")
                .isEqualTo(SampleCapture.bytes());
    }

    @Test
    void theSampleHasOneCallOfEachSort() {
        calls.openSample();

        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(calls.capture().unusable()).isEmpty();
        assertThat(rows())
                .extracting(CallRow::ending)
                .containsExactly(
                        EndingText.REGISTERED,
                        EndingText.ANSWERED_ENDED_BY_CALLER,
                        EndingText.REJECTED,
                        EndingText.REFUSED,
                        EndingText.REJECTED,
                        EndingText.CANCELED,
                        EndingText.ANSWERED_ENDED_BY_CALLER,
                        EndingText.REJECTED,
                        EndingText.REJECTED,
                        EndingText.NO_ANSWER,
                        EndingText.TIMED_OUT_LOCALLY);
        assertThat(rows())
                .extracting(CallRow::code)
                .containsExactly(200, 200, 486, 401, 488, 487, 200, 503, 503, 480, 0);
        assertThat(calls.listProperty().get().total()).containsEntry(CallKind.OTHER, 3);
        assertThat(rows()).allSatisfy(row -> assertThat(row.mark()).isNotEqualTo(FindingMark.PENDING));
    }

    @Test
    void othersAreShownOnRequestAndWhereThereIsNothingElse() {
        calls.openSample();
        narrow(CallFilter.USUAL.withKinds(Set.of(CallKind.OTHER)));
        assertThat(rows()).hasSize(3).allMatch(row -> row.call().method().equals("OPTIONS"));

        calls.openText("""
            OPTIONS sip:a@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            From: <sip:b@example.com>;tag=1
            To: <sip:a@example.com>
            Call-ID: x
            CSeq: 1 OPTIONS

            """);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void wordsAreLookedForInPartiesCallIdMethodAndAddresses() {
        calls.openSample();
        for (var expected : new String[][] {
            {"CAROL bob", "busy-22c0"}, {"gave-UP", "gave-up-51be"}, {"203.0.113.50", "home-office-03d9"}
        }) {
            narrow(CallFilter.USUAL.withWords(expected[0]));
            assertThat(ids()).as(expected[0]).contains(expected[1]);
            assertThat(rows().size()).isLessThan(3);
        }
        narrow(CallFilter.USUAL.withWords("register  reg-carol"));
        assertThat(ids()).containsExactly("reg-carol");
        narrow(CallFilter.USUAL.withWords("not in there"));
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatIsNoSipTellsHowLongNobodyAnswered() throws IOException {
        long start = 1_795_341_600_000_000L;
        Path file = new PacketFile()
                .message(start, 1, 2, """
                    INVITE sip:a@example.com SIP/2.0\r
                    Via: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r
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
        assertThat(rows()).extracting(CallRow::ending).containsExactly(EndingText.TIMED_OUT_LOCALLY);
    }

    @Test
    void outcomesCodesAndProblemsNarrowTogether() {
        calls.openSample();
        narrow(CallFilter.USUAL.withEndings(Set.of(EndingText.REJECTED)));
        assertThat(rows()).extracting(CallRow::code).containsExactly(486, 488, 503, 503);
        narrow(calls.filterProperty().get().withCodes(Set.of(486, 200)));
        assertThat(rows()).extracting(CallRow::code).containsExactly(486);
        narrow(CallFilter.USUAL.withProblemsOnly(true));
        assertThat(ids()).contains("busy-22c0", "silence-4a", "reg-carol").doesNotContain("answered-7f31", "reg-alice");
        assertThat(rows()).hasSize(calls.listProperty().get().problems());
        assertThat(calls.listProperty().get().codes()).containsEntry(503, 2).doesNotContainKey(0);
    }

    /** What stands in the column, null where it is not known. */
    @SuppressWarnings("unchecked")
    private static Comparable<Object> value(CallRow row, CallOrder.By by) {
        Object value = switch (by) {
            case START -> row.call().start();
            case FROM -> row.from().user();
            case TO -> row.to().user();
            case ENDING -> row.ending();
            case CODE -> row.code() == 0 ? null : row.code();
            case SETUP -> row.call().times().postDialDelay().orElse(null);
            case TALK -> row.call().times().talkTime().orElse(null);
            case MESSAGES -> row.messages();
            case FINDINGS -> row.mark().heaviest();
        };
        return (Comparable<Object>) value;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyOrderGoesByValueAndKeepsUnknownOnesLast(boolean descending) {
        calls.openSample();
        for (CallOrder.By by : CallOrder.By.values()) {
            calls.orderProperty().set(new CallOrder(by, descending));
            assertThat(rows()).as(by.id()).hasSize(11);
            // A leg stands with the call that it belongs to, whatever its own value.
            List<Comparable<Object>> values = rows().stream()
                    .filter(row -> !calls.listProperty().get().legs().containsKey(row))
                    .map(row -> value(row, by))
                    .toList();
            List<Comparable<Object>> known =
                    values.stream().filter(Objects::nonNull).toList();
            assertThat(known)
                    .as(by.id())
                    .isSortedAccordingTo(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
            assertThat(new HashSet<>(known)).as(by.id()).hasSizeGreaterThan(1);
            assertThat(values.subList(0, known.size()))
                    .as("unknown last: %s", by.id())
                    .isEqualTo(known);
        }
        calls.orderProperty().set(new CallOrder(CallOrder.By.CODE, descending));
        assertThat(rows().getLast().code()).isZero();
        calls.orderProperty().set(new CallOrder(CallOrder.By.TALK, descending));
        assertThat(ids().subList(0, 2))
                .isEqualTo(
                        descending
                                ? List.of("answered-7f31", "home-office-03d9")
                                : List.of("home-office-03d9", "answered-7f31"));
    }

    @Test
    void legsStandTogetherInEveryOrderUntilTheyAreUnlinked() {
        calls.openSample();
        CallRow leg = row("trunk-6612");
        assertThat(calls.link(leg)).get().returns(LegLink.Reason.CALL_ID_HEADER, LegLink::reason);
        for (CallOrder.By by : CallOrder.By.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                calls.orderProperty().set(new CallOrder(by, descending));
                assertThat(ids().indexOf("trunk-6612")).as(by.id()).isEqualTo(ids().indexOf("out-6612") + 1);
                assertThat(calls.listProperty().get().legs().get(leg).depth()).isEqualTo(1);
            }
        }
        calls.orderProperty().set(new CallOrder(CallOrder.By.FROM, true));
        calls.unlink(leg);
        assertThat(calls.link(leg)).isEmpty();
        assertThat(calls.undoneLink(leg)).isPresent();
        assertThat(calls.listProperty().get().legs()).isEmpty();
        calls.linkAgain(leg);
        assertThat(calls.listProperty().get().legs()).containsOnlyKeys(leg);
    }

    @Test
    void aLegWhoseCallIsHiddenStandsAlone() {
        calls.openSample();
        narrow(CallFilter.USUAL.withWords("trunk-6612"));
        assertThat(ids()).containsExactly("trunk-6612");
        assertThat(calls.listProperty().get().legs()).isEmpty();
    }

    @Test
    void anOpenCallHasItsLegsAndItsFindings() {
        calls.openSample();
        calls.open(row("gave-up"));
        assertThat(calls.openProperty().get().examined()).isTrue();
        assertThat(calls.openProperty().get().call().findings())
                .anySatisfy(found -> assertThat(found.finding().kind().id()).isEqualTo("canceled-call"));
        calls.open(row("trunk-6612"));
        assertThat(calls.openProperty().get().call().legs())
                .extracting(call -> call.callId().replaceAll("@.*", ""))
                .containsExactly("trunk-6612", "out-6612");
        calls.unlink(calls.chosenProperty().get());
        assertThat(calls.openProperty().get().call().legs()).hasSize(1);
    }

    @Test
    void findingsAreThoseOfAllLegsWhicheverWasOpened() {
        calls.openSample();
        calls.open(row("trunk-6612"));
        var opened = calls.openProperty().get().call();
        assertThat(opened.findings())
                .anySatisfy(found -> assertThat(found.legs()).hasSize(2));
        calls.open(row("out-6612"));
        assertThat(calls.openProperty().get().call().findings())
                .extracting(found -> found.finding().kind().id())
                .isEqualTo(opened.findings().stream()
                        .map(found -> found.finding().kind().id())
                        .toList());
    }

    @Test
    void aMistakeInOneRuleCostsOneFindingOfOneCall() {
        var model =
                new CallsModel(Runnable::run, Runnable::run, BrokenRule.amongAll("busy-"), List.of(), Optional::empty);
        model.openSample();
        calls.openSample();
        for (CallRow row : rows()) {
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

    @Test
    void whatStruckSeveralCallsIsToldOnceAllWereLookedAt() {
        calls.open(List.of(Path.of("src/test/resources/score/s24_capacity503.pcap")));
        assertThat(calls.incidentsProperty().get())
                .extracting(incident -> incident.finding().kind().id())
                .containsExactly("incident-channels-used-up");

        calls.filterProperty()
                .set(CallFilter.USUAL.withStruck(
                        Set.copyOf(calls.incidentsProperty().get().getFirst().calls())));
        assertThat(rows()).hasSize(6).allMatch(row -> row.code() == 503);

        calls.close();
        assertThat(calls.incidentsProperty().get()).isEmpty();
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
        var model = new CallsModel(screen, Runnable::run, new Diagnosis(), List.of(), () -> log);
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

    private static List<String> kinds(OpenCall open) {
        return open.findings().stream()
                .map(found -> found.finding().kind().id())
                .toList();
    }

    @Test
    void aCallIsReadInTheBackgroundAndAnEarlierOneDoesNotReplaceALaterOne() {
        Deque<Runnable> background = new ArrayDeque<>();
        var model = new CallsModel(Runnable::run, background::add, new Diagnosis(), List.of(), Optional::empty);
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

    @ParameterizedTest
    @ValueSource(strings = {"gen-empty.pcap", "resip-torture-messages.pcap", "no-such-file.pcap", "NOTICE.txt", "."})
    void whateverIsOpenedEndsWithCallsOrAReason(String name) {
        calls.open(List.of(capture(name)));
        assertThat(calls.capture().stateProperty().get()).isNotEqualTo(State.LOADING);
        assertThat(rows().isEmpty()).isEqualTo(calls.capture().stateProperty().get() == State.EMPTY);
        assertThat(calls.workingProperty().get()).isZero();
        if (rows().isEmpty() && !name.equals("gen-empty.pcap")) {
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
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void aMissingFileAndAFolderAreToldByTheirNamesBesideAGoodFile() {
        calls.open(List.of(folder.resolve("missing.pcap"), capture("gen-refused.pcap"), folder));
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(rows()).isNotEmpty();
        Answers answers = Sessions.LIBRARY.answers(Sessions.LIBRARY.languages().english());
        assertThat(calls.capture().unusable())
                .extracting(part -> part.file() + " " + answers.unusable(part, "file"))
                .containsExactlyInAnyOrder(
                        "0 file: there is no such file.", "2 file: this is a folder. Open the files in it.");
    }

    @Test
    void aPastedLogIsReadAndLeavesNoFileBehind() throws IOException {
        Set<Path> before = temporaryCaptures();
        calls.openText(Files.readString(capture("gen-sofia-tport.log")));
        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(rows()).isNotEmpty();
        rows().forEach(row -> assertThat(row.from()).isNotNull());
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
        var message = rows().getFirst().call().opening();
        calls.open(List.of(capture("gen-refused.pcap")));
        calls.close();
        System.gc();
        assertThat(message.captured().bytes().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 'R');
    }

    @Test
    void recentFilesAreTheNewestTenAndMissingOnesAreForgotten() {
        List<Path> opened = new ArrayList<>();
        for (String name : new String[] {"gen-refused.pcap", "gen-cancelled.pcap", "gen-refused.pcap"}) {
            calls.open(List.of(capture(name)));
            opened.addFirst(capture(name).toAbsolutePath());
        }
        assertThat(calls.capture().recent().files()).containsExactlyElementsOf(opened.subList(0, 2));
        calls.open(List.of(folder.resolve("gone.pcap")));
        assertThat(calls.capture().recent().files()).containsExactlyElementsOf(opened.subList(0, 2));
        assertThat(calls.capture().unusable())
                .singleElement()
                .returns(Unusable.Reason.UNREADABLE_FILE, Unusable::reason);
        for (int i = 0; i < 12; i++) {
            calls.capture().recent().opened(List.of(Path.of("/f" + i)));
        }
        assertThat(calls.capture().recent().files()).hasSize(10).first().isEqualTo(Path.of("/f11"));
        assertThat(new RecentFiles(calls.capture().recent().names()).files())
                .isEqualTo(calls.capture().recent().files());
    }

    @Test
    void aNewCaptureTakesThePlaceOfOneThatIsStillBeingRead() {
        Queue<Runnable> background = new ArrayDeque<>();
        var model = new CallsModel(Runnable::run, background::add, new Diagnosis(), List.of(), Optional::empty);
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
                List.of(),
                Optional::empty);
        model[0].open(List.of(large));
        assertThat(model[0].capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(model[0].capture().stoppedProperty().get()).isTrue();
        assertThat(model[0].listProperty().get().rows()).isNotEmpty();
        // The first word about progress comes before half of it was read, however fast the machine is.
        assertThat(model[0].capture().messagesProperty().get()).isLessThan(300 * 83);
    }

    @Test
    void theKindsThatAreShownDecideWhatThereIsToChoose() {
        calls.openSample();
        narrow(CallFilter.USUAL.withKinds(EnumSet.of(CallKind.REGISTRATION)));
        assertThat(calls.listProperty().get().endings()).containsOnlyKeys(EndingText.REGISTERED, EndingText.REFUSED);
        assertThat(calls.listProperty().get().problems()).isEqualTo(1);
    }
}
