package org.ringback.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ringback.call.Call;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;

/**
 * Something that was opened, with all that was read of it so far: while another one is shown it waits to be brought back. For
 * the screen's thread.
 */
final class Loaded {

    /** Between one arrangement and the next, many more calls have to be looked at, by this factor. */
    private static final double LOOKED_AT = 1.3;

    /** Why a file as a whole is of no use. */
    private static final Set<Unusable.Reason> USELESS = EnumSet.of(
            Unusable.Reason.UNSUPPORTED_FILE,
            Unusable.Reason.NOT_A_CAPTURE,
            Unusable.Reason.LOST_LINE_ENDS,
            Unusable.Reason.SILENT_LOG,
            Unusable.Reason.NO_SIP,
            Unusable.Reason.EMPTY_FILE,
            Unusable.Reason.UNREADABLE_FILE,
            Unusable.Reason.SAME_FILE);

    private final Legs legs = new Legs();
    private final UndoText how;
    /** Calls that stand apart from the start on, because they did when this was open before. */
    private final Set<String> apart;
    /** How many calls were looked at: what that changes of a long list is not arranged for each few of them. */
    private final Growth looked = new Growth(LOOKED_AT);

    /** As it was asked for: archives as they are, not as the files in them. */
    private final CaptureSource asked;
    /** How many files were open when the others were added to them. */
    private final int before;

    private CaptureFacts facts;
    private CaptureJob job;
    private List<CallRow> rows = List.of();
    private Examined known;
    private Examined separated;
    private CommonCauses commonCauses = CommonCauses.NONE;

    private Loaded(CaptureFacts facts, UndoText how, Set<String> apart, int before) {
        this.facts = facts;
        this.asked = facts.source();
        this.how = how;
        this.apart = Set.copyOf(apart);
        this.before = before;
    }

    /** Holds nothing. */
    static Loaded nothing() {
        return new Loaded(CaptureFacts.NOTHING, UndoText.CLOSED, Set.of(), 0);
    }

    /**
     * Nothing was read yet.
     *
     * @param how what was done to open it
     * @param apart the {@linkplain CallKeys keys} of legs that the user took away from the earlier one when this was open before
     */
    static Loaded of(CaptureSource source, UndoText how, Set<String> apart) {
        return new Loaded(CaptureFacts.of(source), how, apart, 0);
    }

    /**
     * Nothing was read yet of files that were added to others.
     *
     * @param apart as for {@link #of}
     * @param before how many of the files were open before
     */
    static Loaded added(CaptureSource.Files all, Set<String> apart, int before) {
        return new Loaded(CaptureFacts.of(all), UndoText.ADDED, apart, before);
    }

    /** The same to be read once more from its beginning. */
    Loaded again() {
        return new Loaded(CaptureFacts.of(asked), how, apart, before);
    }

    /** Takes the one that reads it. */
    void readBy(CaptureJob reader) {
        job = reader;
    }

    /** Takes what was read. Whether the list has to be arranged anew. */
    boolean take(CaptureEvent event) {
        switch (event) {
            case CaptureEvent.Opened(var source) -> {
                facts = facts.opened(source);
                return false;
            }
            case CaptureEvent.Progress(double share, long count) -> {
                facts = facts.progressed(share, count);
                return false;
            }
            case CaptureEvent.Rows(var current) -> rows = current;
            case CaptureEvent.Read read -> {
                facts = facts.read(read);
                rows = read.rows();
            }
            case CaptureEvent.Linked(var tree, var everything) -> {
                known = everything;
                separated = everything;
                var keys = new CallKeys(apart.isEmpty() ? List.of() : rows);
                legs.found(tree, keys.rows(apart));
            }
            case CaptureEvent.Marked(var some, var marks) -> {
                for (int i = 0; i < some.size(); i++) {
                    some.get(i).mark(marks.get(i));
                }
                return looked.by(some.size());
            }
            case CaptureEvent.InCommon(var all) -> {
                commonCauses = all;
                return false;
            }
            case CaptureEvent.Ended(var fault) -> facts = facts.ended(fault, rows.isEmpty());
        }
        return true;
    }

    /** Files have become something else since they were read. */
    void changed(List<Unusable> changes) {
        facts = facts.changed(changes);
    }

    /** Reads no further; what was read stays. */
    void stop() {
        if (job != null) {
            job.stop();
        }
    }

    /** Nobody wants it any more. */
    void abandon() {
        if (job != null) {
            job.abandon();
        }
    }

    CaptureFacts facts() {
        return facts;
    }

    CaptureSource source() {
        return facts.source();
    }

    /** What was asked for: archives as they are, which may hold other files by now. */
    CaptureSource asked() {
        return asked;
    }

    /** What was done to open it. */
    UndoText how() {
        return how;
    }

    /** Of its files the last one that is of no use as a whole, and why. */
    Optional<Unusable> useless() {
        return facts.unusable().stream()
                .filter(part -> USELESS.contains(part.reason()))
                .max(Comparator.comparingInt(Unusable::file));
    }

    /** What to open again another time; nothing if it is no file, or none of them is of use. */
    Optional<Recent> recent() {
        if (!holdsCalls() || !(source() instanceof CaptureSource.Files(var files, var offsets))) {
            return Optional.empty();
        }
        Set<Integer> useless = uselessFiles();
        List<Path> useful = IntStream.range(0, files.size())
                .filter(file -> !useless.contains(file))
                .mapToObj(files::get)
                .toList();
        Map<Path, Duration> clocks = new HashMap<>(offsets);
        clocks.keySet().retainAll(useful);
        return Optional.of(Recent.of(new CaptureSource.Files(useful, clocks), apart()));
    }

    /** What could be brought back. */
    boolean holdsCalls() {
        return !rows.isEmpty();
    }

    /**
     * Whether it may take the place of what is open: it holds a call, and if files were added to others, one of them has
     * something to add.
     */
    boolean worthShowing() {
        return holdsCalls() && (how != UndoText.ADDED || (loading() ? reachedAdded() : addsSomething()));
    }

    /** Whether a message of the files that were added was read. */
    private boolean reachedAdded() {
        return rows.stream()
                .flatMap(row -> row.call().messages().stream())
                .anyMatch(message -> message.captured().file() >= before);
    }

    private boolean addsSomething() {
        Set<Integer> useless = uselessFiles();
        return source() instanceof CaptureSource.Files(var files, var _)
                && IntStream.range(before, files.size()).anyMatch(file -> !useless.contains(file));
    }

    private Set<Integer> uselessFiles() {
        return facts.unusable().stream()
                .filter(part -> USELESS.contains(part.reason()))
                .map(Unusable::file)
                .collect(Collectors.toSet());
    }

    /** Whether reading ended because there was not enough memory. */
    boolean outOfMemory() {
        return facts.unusable().stream().anyMatch(part -> part.reason() == Unusable.Reason.OUT_OF_MEMORY);
    }

    boolean loading() {
        return facts.state() == CaptureModel.State.LOADING;
    }

    List<CallRow> rows() {
        return rows;
    }

    Legs legs() {
        return legs;
    }

    CommonCauses commonCauses() {
        return commonCauses;
    }

    /** Who read its files, if they can have become something else since then. */
    Optional<CaptureJob> fileReader() {
        return facts.state() == CaptureModel.State.SHOWN && facts.source() instanceof CaptureSource.Files
                ? Optional.ofNullable(job)
                : Optional.empty();
    }

    /**
     * What can be found out about every call, where legs that the user has separated know nothing of each other; empty until
     * everything was read.
     */
    Optional<Examined> everything() {
        Set<Call> calls = legs.apart().stream().map(CallRow::call).collect(Collectors.toSet());
        if (known != null && !separated.apart().equals(calls)) {
            separated = known.separated(calls);
        }
        return Optional.ofNullable(separated);
    }

    /** The keys of the legs that the user has separated, for when this is opened again. */
    Set<String> apart() {
        return known == null
                ? apart
                : Set.copyOf(new CallKeys(legs.apart().isEmpty() ? List.of() : rows).of(legs.apart()));
    }
}
