package org.ringback.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.ringback.answers.Answers;
import org.ringback.answers.CallShare;
import org.ringback.answers.ShareFormat;
import org.ringback.call.Call;
import org.ringback.export.MadeUp;
import org.ringback.export.WholeFile;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.pseudonym.Likeness;
import org.ringback.report.LadderSvg;
import org.ringback.report.Selection;

/**
 * Gives chosen calls away, as they are or with pseudonyms, in the language and with the ladder of the moment. Everything here
 * is for the screen's thread and comes back at once; what came of it is told there later.
 */
public final class CallShareModel {

    private final CallsModel calls;
    private final LadderOptions ladder;
    private final ObservableValue<Answers> answers;
    private final Background background;
    private final Latest<Selection> pseudonyms;
    /** Whether those that are being drawn are of no use. */
    private AtomicBoolean uselessPseudonyms = new AtomicBoolean();

    CallShareModel(
            CallsModel calls,
            LadderOptions ladder,
            ObservableValue<Answers> answers,
            Executor screen,
            Executor background) {
        this.calls = calls;
        this.ladder = ladder;
        this.answers = answers;
        this.background = new Background(screen, background);
        this.pseudonyms = new Latest<>(this.background);
    }

    /** What is meant when these rows are selected: all of several, else the open call with the legs that stand with it. */
    public List<CallRow> meant(List<CallRow> selected) {
        return selected.size() > 1 ? List.copyOf(selected) : calls.together();
    }

    /** Calls in order of their start; empty as long as not everything was read that their findings may depend on. */
    public Optional<Selection> selection(List<CallRow> rows) {
        return calls.everything().map(known -> {
            List<Call> wanted = rows.stream()
                    .sorted(CallOrder.BY_START.comparator())
                    .map(CallRow::call)
                    .toList();
            return Selection.of(
                    wanted, calls.legs().linked().tree(), known, calls.notes().of(wanted));
        });
    }

    /** The same calls with new pseudonyms. Whoever asks again before they are there is told only those asked for last. */
    public void pseudonymize(Selection selection, Likeness likeness, Consumer<JobResult<Selection>> told) {
        cancelPseudonyms();
        var canceled = new AtomicBoolean();
        uselessPseudonyms = canceled;
        pseudonyms.now(() -> selection.pseudonymized(likeness, new SecureRandom(), canceled::get), told);
    }

    /** Nobody waits for pseudonyms any more. */
    public void cancelPseudonyms() {
        uselessPseudonyms.set(true);
        pseudonyms.drop();
    }

    /**
     * Writes a file, or leaves one that is there as it is.
     *
     * @param told what the file says that the messages do not
     */
    public void save(Selection selection, ShareFormat format, Path file, Consumer<JobResult<Set<MadeUp>>> told) {
        Callable<CallShare> share = share(answers.getValue());
        background.run(
                () -> {
                    CallShare calls = share.call();
                    return WholeFile.write(file, out -> calls.write(selection, format, out));
                },
                told);
    }

    /** The calls as a text in Markdown, by these answers: those of the window, or the same in English. */
    public void markdown(Selection selection, Answers answers, Consumer<JobResult<String>> told) {
        Callable<CallShare> share = share(answers);
        background.run(
                () -> {
                    var out = new ByteArrayOutputStream();
                    share.call().write(selection, ShareFormat.MARKDOWN, out);
                    return out.toString(StandardCharsets.UTF_8);
                },
                told);
    }

    /** The ladder is that of now; the words of findings may still have to be read. */
    private Callable<CallShare> share(Answers now) {
        var arrangement = new Arrangement(
                ladder.groupingProperty().get(),
                ladder.foldedProperty().get(),
                List.of(),
                Set.of(),
                ladder.streamsProperty().get());
        return () -> new CallShare(
                now,
                ZoneId.systemDefault(),
                (legs, media, network, texts) ->
                        LadderSvg.svg(new CallFlow(legs, media, network).ladder(arrangement), texts));
    }

    /** How many things go on in the background. */
    public ReadOnlyIntegerProperty workingProperty() {
        return background.workingProperty();
    }
}
