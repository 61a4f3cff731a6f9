package org.ringback.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;
import org.ringback.statistics.CallStatistics;

/**
 * The calls of what was opened: read, narrowed, ordered and looked at on threads of their own. Everything here is for the
 * screen's thread.
 */
public final class CallsModel {

    private final Background background;
    private final CaptureModel capture;
    private final ReadOnlyObjectWrapper<CommonCauses> commonCauses =
            new ReadOnlyObjectWrapper<>(this, "commonCauses", CommonCauses.NONE);
    private final Arranging arranging;
    private final CallChoice choice;
    private final Latest<List<Unusable>> looking;
    private final Latest<CallStatistics> counting;
    private final Loading loading;
    private final Undo undo = new Undo();
    private final Notes notes;
    /** By what the call is known that was open when its files were read once more. */
    private Optional<String> wanted = Optional.empty();

    /**
     * Has nothing open.
     *
     * @param screen runs what changes the state: the only thread that anyone else uses this from
     * @param background runs what takes long, each on a thread of its own
     * @param errorLog where a mistake in the program can be read about, if there is such a file by then
     */
    CallsModel(
            Executor screen, Executor background, Diagnosis diagnosis, Kept kept, Supplier<Optional<Path>> errorLog) {
        this.background = new Background(screen, background);
        this.choice = new CallChoice(this.background);
        this.looking = new Latest<>(this.background);
        this.counting = new Latest<>(this.background);
        this.capture = new CaptureModel(kept.recent());
        this.notes = kept.notes();
        this.loading = new Loading(screen, this.background, diagnosis, errorLog, capture, undo, new Reader());
        this.arranging = new Arranging(this.background, loading::now, undo, notes);
    }

    /** More ways to open something, and to open it again. */
    public Loading loading() {
        return loading;
    }

    /** Reads captures and logs as one timeline, instead of what is open now. */
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            loading.load(new CaptureSource.Files(files), UndoText.OPENED, Set.of(), false);
        }
    }

    /**
     * Reads a log or a message that somebody copied.
     *
     * @param aside whether to change nothing before a call was found, even if nothing is open
     */
    public void openText(String text, boolean aside) {
        loading.load(new CaptureSource.Pasted(text), UndoText.OPENED, Set.of(), aside);
    }

    /** Reads the capture that comes with the program. */
    public void openSample() {
        loading.load(new CaptureSource.Sample(), UndoText.OPENED, Set.of(), false);
    }

    /** Looks whether the files are still what they were when they were read; what was read stays in any case. */
    public void lookAtFiles() {
        Loaded looked = loading.now();
        looked.fileReader()
                .ifPresent(reader -> looking.next(
                        reader::changes,
                        found -> found.ifDone(changes -> {
                            looked.changed(changes);
                            capture.show(looked.facts());
                        })));
    }

    /** Stops reading; the calls that were read so far stay. */
    public void cancel() {
        loading.cancel();
    }

    /** Shows nothing any more. */
    public void close() {
        loading.close();
    }

    /** Follows what is read. */
    private final class Reader implements Loading.Listener {

        @Override
        public void replaced(Loaded before, Loaded after) {
            CallFilter lets = filterProperty().get();
            Optional<CallRow> chosen = choice.row();
            boolean same = before.holdsCalls() && after.holdsCalls() && after.how() != UndoText.OPENED;
            wanted = same
                    ? chosen.flatMap(row -> new CallKeys(before.rows())
                            .of(List.of(row)).stream().findFirst())
                    : Optional.empty();
            show(after, same ? lets.withStruck(Set.of()) : CallFilter.USUAL);
            if (before.holdsCalls()) {
                CaptureSource named = after.how() == UndoText.CLOSED ? before.source() : after.source();
                undo.note(new Undo.Step(after.how(), named, before.facts().messages(), () -> {
                    loading.bringBack(before);
                    wanted = Optional.empty();
                    show(before, lets);
                    chosen.ifPresent(CallsModel.this::open);
                }));
            }
        }

        @Override
        public void read(CaptureEvent event, boolean anew) {
            switch (event) {
                case CaptureEvent.Rows _ -> follow();
                case CaptureEvent.Read(var rows, var _, var _, var _) -> {
                    arranging.filterBy(filterProperty().get().showingSomethingOf(rows));
                    follow();
                    openWanted(rows);
                }
                case CaptureEvent.Linked _ -> relinked();
                case CaptureEvent.InCommon(var all) -> commonCauses.set(all);
                default -> {
                    if (anew) {
                        arranging.arrange();
                    }
                }
            }
        }
    }

    private void show(Loaded loaded, CallFilter lets) {
        looking.drop();
        choice.clear();
        commonCauses.set(loaded.commonCauses());
        arranging.begin(lets);
    }

    /** Goes on with the call that is open, if there is more of it now. */
    private void follow() {
        List<CallRow> current = loading.now().rows();
        arranging.dropOlder();
        choice.row()
                .filter(before -> !current.contains(before))
                .ifPresent(before -> current.stream()
                        .filter(row -> row.continues(before))
                        .findFirst()
                        .ifPresent(this::open));
        arranging.arrange();
    }

    private void openWanted(List<CallRow> rows) {
        wanted.ifPresent(key -> new CallKeys(rows).rows(Set.of(key)).forEach(this::open));
        wanted = Optional.empty();
    }

    /** Opens a call; it is there as soon as it was read, and what was found out about it as soon as it can be. */
    public void open(CallRow row) {
        choice.open(row, legs(), everything());
        lookAtFiles();
    }

    /** Shows no call any more. */
    public void closeCall() {
        choice.clear();
    }

    /** All calls, in the order in which they began. */
    List<CallRow> rows() {
        return loading.now().rows();
    }

    /** The rows of the chosen call and of the legs that stand together with it, itself first; empty if none is chosen. */
    public List<CallRow> together() {
        return choice.row().map(legs().linked()::together).orElse(List.of());
    }

    /** Takes a leg away from the earlier one below which it stands, together with those below it. */
    public void unlink(CallRow leg) {
        if (legs().unlink(leg)) {
            relinked();
            undo.note(new Undo.Step(UndoText.SEPARATED, null, 0, () -> linkAgain(leg)));
        }
    }

    /** Puts a leg back below the earlier one. */
    public void linkAgain(CallRow leg) {
        if (legs().linkAgain(leg)) {
            relinked();
            undo.note(new Undo.Step(UndoText.PUT_BACK, null, 0, () -> unlink(leg)));
        }
    }

    private void relinked() {
        choice.row().ifPresent(this::open);
        loading.remember();
        arranging.arrange();
    }

    /**
     * Counts all calls that are open, and tells of it later; nothing if not everything was read yet.
     *
     * @param zone in which hours begin
     */
    public void count(ZoneId zone, Consumer<CallStatistics> told) {
        everything()
                .ifPresent(open -> counting.now(
                        () -> CallStatistics.of(open.legs().joined(open.calls()), zone),
                        counted -> counted.ifDone(told)));
    }

    /** What can be found out about every call; empty until everything was read. */
    Optional<Examined> everything() {
        return loading.now().everything();
    }

    /** Which calls are legs of one. */
    public Legs legs() {
        return loading.now().legs();
    }

    /** What they are read from. */
    public CaptureModel capture() {
        return capture;
    }

    /** What can be undone. */
    public Undo undo() {
        return undo;
    }

    /** What the user has noted at calls and messages. */
    public Notes notes() {
        return notes;
    }

    /** How many things go on in the background. */
    public ReadOnlyIntegerProperty workingProperty() {
        return background.workingProperty();
    }

    /** The calls that are to be seen. */
    public ReadOnlyObjectProperty<CallList> listProperty() {
        return arranging.listProperty();
    }

    /** What struck several calls, the heaviest first; empty until every call was looked at. */
    public ReadOnlyObjectProperty<CommonCauses> commonCausesProperty() {
        return commonCauses.getReadOnlyProperty();
    }

    public ObjectProperty<CallFilter> filterProperty() {
        return arranging.filterProperty();
    }

    public ObjectProperty<CallOrder> orderProperty() {
        return arranging.orderProperty();
    }

    /** The row of the call that was asked for, or {@code null}; until it was read, the one before stays open. */
    public ReadOnlyObjectProperty<CallRow> chosenProperty() {
        return choice.chosenProperty();
    }

    /** The row of a call that was asked for and could not be shown, or {@code null}. */
    public ReadOnlyObjectProperty<CallRow> unopenedProperty() {
        return choice.unopenedProperty();
    }

    /** The call that is looked at, or {@code null}. */
    public ReadOnlyObjectProperty<Open> openProperty() {
        return choice.openProperty();
    }
}
