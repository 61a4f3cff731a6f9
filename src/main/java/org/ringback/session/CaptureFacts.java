package org.ringback.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ringback.capture.wire.Unusable;
import org.ringback.reading.CaptureSource;
import org.ringback.session.CaptureModel.State;

/**
 * What is known of something that is or was being read, apart from its calls. Immutable.
 *
 * @param source where it comes from, or {@code null} if nothing was opened
 * @param progress how much of the files was read, 0 to 1
 * @param messages SIP messages read so far, retransmissions included
 * @param stopped whether reading was canceled before the end
 * @param unusable what could not be used of the files
 * @param changes which files are not what they were when they were opened, or had no room to be unpacked to their ends
 */
public record CaptureFacts(
        CaptureSource source,
        State state,
        double progress,
        long messages,
        boolean stopped,
        List<Unusable> unusable,
        List<Unusable> changes) {

    /** Most of a file may be missing, and there is something to be done about it before it is read again. */
    private static final Set<Unusable.Reason> NOT_TO_ITS_END =
            Set.of(Unusable.Reason.FULL_DISK, Unusable.Reason.NO_SCRATCH_FILE);

    static final CaptureFacts NOTHING = new CaptureFacts(null, State.EMPTY, 0, 0, false, List.of(), List.of());

    public CaptureFacts {
        unusable = List.copyOf(unusable);
        changes = List.copyOf(changes);
    }

    /** At the beginning of reading. */
    static CaptureFacts of(CaptureSource source) {
        return new CaptureFacts(source, State.LOADING, 0, 0, false, List.of(), List.of());
    }

    /** The files of archives are known. */
    CaptureFacts opened(CaptureSource within) {
        return new CaptureFacts(within, state, progress, messages, stopped, unusable, changes);
    }

    CaptureFacts progressed(double share, long count) {
        return new CaptureFacts(source, state, share, count, stopped, unusable, changes);
    }

    /** Everything was read. */
    CaptureFacts read(CaptureEvent.Read read) {
        return new CaptureFacts(
                        source,
                        read.rows().isEmpty() ? State.EMPTY : State.SHOWN,
                        1,
                        read.messages(),
                        read.stopped(),
                        read.unusable(),
                        changes)
                .changed(read.unusable().stream()
                        .filter(part -> part.reason() == Unusable.Reason.CHANGED_FILE
                                || (!read.rows().isEmpty() && NOT_TO_ITS_END.contains(part.reason())))
                        .toList());
    }

    /** Files have become something else; of each what it has become last. */
    CaptureFacts changed(List<Unusable> parts) {
        Map<Integer, Unusable> latest = new TreeMap<>();
        changes.forEach(part -> latest.put(part.file(), part));
        parts.forEach(part -> latest.put(part.file(), part));
        return new CaptureFacts(source, state, progress, messages, stopped, unusable, List.copyOf(latest.values()));
    }

    /**
     * Nothing more is read.
     *
     * @param fault why it could not go on
     * @param empty whether no call was read until then
     */
    CaptureFacts ended(Optional<Unusable> fault, boolean empty) {
        List<Unusable> parts = new ArrayList<>(unusable);
        fault.ifPresent(parts::add);
        State end = empty ? State.EMPTY : State.SHOWN;
        return new CaptureFacts(
                source, state == State.LOADING ? end : state, progress, messages, stopped, parts, changes);
    }
}
