package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.answers.Answers;
import org.ringback.answers.ShareFormat;
import org.ringback.call.Call;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.export.MadeUp;
import org.ringback.ladder.Grouping;
import org.ringback.pseudonym.Likeness;
import org.ringback.report.Selection;
import org.ringback.settings.Settings;

/** Which calls are given away, and what is told about it, without threads but where order between them is the point. */
class CallShareModelTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    @TempDir
    private Path folder;

    private final CallsModel calls = new CallsModel(
            Runnable::run, Runnable::run, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);
    private final LadderOptions ladder = new LadderOptions(null);
    private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>(answers("en"));
    private final CallShareModel model = model(Runnable::run);

    private CallShareModel model(Executor background) {
        return new CallShareModel(calls, ladder, answers, Runnable::run, background);
    }

    private static Answers answers(String tag) {
        return Sessions.LIBRARY.answers(Sessions.LIBRARY.languages().byTag(tag).orElseThrow());
    }

    private List<CallRow> rows() {
        return calls.listProperty().get().rows();
    }

    private CallRow row(String id) {
        return rows().stream()
                .filter(row -> row.call().callId().startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    private Selection selection(List<CallRow> selected) {
        return model.selection(model.meant(selected)).orElseThrow();
    }

    private static <T> T done(JobResult<T> attempt) {
        assertThat(attempt).isInstanceOf(JobResult.Done.class);
        return ((JobResult.Done<T>) attempt).result();
    }

    private String markdown(Selection selection) {
        List<JobResult<String>> told = new ArrayList<>();
        model.markdown(selection, answers.get(), told::add);
        return done(told.getFirst());
    }

    @Test
    void severalSelectedCallsAreMeantAloneAndOneStandsForItsLegs() {
        calls.openSample();
        assertThat(model.meant(List.of())).isEmpty();

        CallRow leg = row("trunk");
        calls.open(leg);
        assertThat(model.meant(List.of(leg))).hasSize(2).contains(leg);
        assertThat(model.meant(List.of())).hasSize(2).contains(leg);

        List<CallRow> three = List.of(rows().get(4), rows().get(1), rows().get(7));
        assertThat(model.meant(three)).isEqualTo(three);
    }

    @Test
    void callsLeaveInOrderOfTheirStart() {
        calls.openSample();
        List<CallRow> backwards = rows().subList(0, 5).reversed();

        assertThat(selection(backwards).calls())
                .isEqualTo(rows().subList(0, 5).stream().map(CallRow::call).toList());
    }

    @Test
    void nothingLeavesBeforeEverythingWasRead() {
        Queue<Runnable> screen = new ArrayDeque<>();
        var reading = new CallsModel(
                screen::add, Runnable::run, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);
        var early = new CallShareModel(reading, ladder, answers, Runnable::run, Runnable::run);
        reading.openSample();
        while (reading.listProperty().get().rows().isEmpty()) {
            screen.remove().run();
        }
        List<CallRow> read = reading.listProperty().get().rows();
        reading.close();
        assertThat(early.selection(read)).isEmpty();
    }

    @Test
    void whatIsSavedSpeaksTheLanguageOfTheMoment() {
        calls.openSample();
        calls.open(row("trunk"));
        Queue<Runnable> background = new ArrayDeque<>();
        var later = model(background::add);
        List<JobResult<String>> told = new ArrayList<>();
        later.markdown(selection(List.of()), answers.get(), told::add);
        assertThat(later.workingProperty().get()).isEqualTo(1);
        answers.set(answers("ru"));
        background.remove().run();

        assertThat(later.workingProperty().get()).isZero();
        assertThat(done(told.getFirst())).contains("Who sent what to whom").doesNotContain("Кто, что");
        assertThat(markdown(selection(List.of()))).contains("Кто, что и кому отправил");
    }

    @Test
    void theLadderIsArrangedAsTheUserHasItOnScreen() throws Exception {
        calls.openSample();
        Path byAddress = folder.resolve("address.html");
        Path byPort = folder.resolve("port.html");
        model.save(selection(rows().subList(0, 2)), ShareFormat.HTML, byAddress, CallShareModelTest::done);
        ladder.groupingProperty().set(Grouping.PORT);
        model.save(selection(rows().subList(0, 2)), ShareFormat.HTML, byPort, CallShareModelTest::done);

        assertThat(svg(byAddress)).isNotEqualTo(svg(byPort));
    }

    private static String svg(Path page) throws Exception {
        String html = Files.readString(page);
        assertThat(html).contains("<svg ");
        return html.substring(html.indexOf("<svg "), html.indexOf("</svg>"));
    }

    @Test
    void whatAFileHadToMakeUpIsTold() {
        calls.open(List.of(CAPTURES.resolve("gen-sipp-messages.log")));
        List<JobResult<Set<MadeUp>>> told = new ArrayList<>();
        model.save(selection(rows()), ShareFormat.PCAP, folder.resolve("calls.pcap"), told::add);

        assertThat(done(told.getFirst())).contains(MadeUp.ADDRESS);
    }

    @Test
    void afterAFailureItIsToldWhyAndNothingGoesOn() {
        calls.openSample();
        List<JobResult<Set<MadeUp>>> told = new ArrayList<>();
        model.save(
                selection(rows()), ShareFormat.HTML, folder.resolve("missing").resolve("calls.html"), told::add);

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        JobResult.Unwritten.class,
                        failed -> assertThat(failed.reason()).isInstanceOf(NoSuchFileException.class));
        assertThat(model.workingProperty().get()).isZero();
    }

    @Test
    void pseudonymsAreForTheChosenCallsAndNewEachTime() {
        calls.openSample();
        Selection original = selection(rows().subList(0, 4));
        List<JobResult<Selection>> told = new ArrayList<>();
        model.pseudonymize(original, Likeness.EXACT, told::add);
        model.pseudonymize(original, Likeness.EXACT, told::add);

        List<String> first = ids(done(told.get(0)));
        assertThat(first).hasSize(4).doesNotContainAnyElementsOf(ids(original));
        assertThat(ids(done(told.get(1)))).hasSize(4).doesNotContainAnyElementsOf(first);
        assertThat(markdown(done(told.getFirst()))).contains("by pseudonyms").doesNotContain("alice");
    }

    private static List<String> ids(Selection selection) {
        return selection.calls().stream().map(Call::callId).toList();
    }
}
