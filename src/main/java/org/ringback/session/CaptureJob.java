package org.ringback.session;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ringback.call.Call;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.incident.Incidents;
import org.ringback.flow.MediaWays;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;

/**
 * Reads on a thread of its own, says what it has at growing intervals, then links legs and looks at every call. Whatever
 * happens, {@link CaptureEvent.Ended} comes last.
 */
final class CaptureJob implements Runnable, Onlooker {

    private static final System.Logger LOG = System.getLogger(CaptureJob.class.getName());

    /** When the first calls are shown, in nanoseconds after the begin: before the window has drawn the empty list. */
    private static final long FIRST_ROWS = 25_000_000;

    /** How much later each time, so that all times together cost no more than a few times the last one. */
    private static final double LATER = 1.7;

    /** Between two words about progress or findings, in nanoseconds. */
    private static final long OFTEN = 80_000_000;

    private final CaptureSource source;
    private final Diagnosis diagnosis;
    private final Supplier<Optional<Path>> errorLog;
    private final Consumer<CaptureEvent> events;
    private Map<Call, CallRow> rows = new HashMap<>();
    private Reading reading;
    private long began;
    private long nextRows = FIRST_ROWS;
    /** So that the first word comes with the first messages: it shows that the file is being read. */
    private long lastWord = -OFTEN;

    private volatile boolean stopped;
    private volatile boolean abandoned;

    CaptureJob(
            CaptureSource source,
            Diagnosis diagnosis,
            Supplier<Optional<Path>> errorLog,
            Consumer<CaptureEvent> events) {
        this.source = source;
        this.diagnosis = diagnosis;
        this.errorLog = errorLog;
        this.events = events;
    }

    /** Reads no further; what was read is used. For any thread. */
    void stop() {
        stopped = true;
    }

    /** What has become of the files since they were read. For any thread, once everything was read. */
    List<Unusable> changes() {
        return reading.changes();
    }

    /** Does nothing more: nobody wants it. For any thread. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public void run() {
        Optional<Unusable> fault = Optional.empty();
        began = System.nanoTime();
        try (var opened = Reading.open(source, diagnosis, this)) {
            reading = opened;
            if (!opened.source().equals(source)) {
                events.accept(new CaptureEvent.Opened(opened.source()));
            }
            reading.read();
            if (!abandoned) {
                examine(reading.examined());
            }
        } catch (OutOfMemoryError e) {
            LOG.log(Level.WARNING, "Reading a capture took more memory than there is", e);
            fault = fault(Unusable.Reason.OUT_OF_MEMORY, "");
        } catch (RuntimeException | StackOverflowError | InternalError e) {
            LOG.log(Level.WARNING, "Reading a capture failed", e);
            fault = fault(
                    Unusable.Reason.BROKEN_OFF,
                    errorLog.get().map(Path::toString).orElse(""));
        } finally {
            events.accept(new CaptureEvent.Ended(fault));
        }
    }

    private static Optional<Unusable> fault(Unusable.Reason reason, String detail) {
        return Optional.of(new Unusable(0, 0, reason, detail));
    }

    @Override
    public boolean canceled() {
        return stopped || abandoned;
    }

    @Override
    public void progress(long done, long total) {
        long elapsed = System.nanoTime() - began;
        if (elapsed - lastWord >= OFTEN) {
            lastWord = elapsed;
            double share = total == 0 ? 1 : (double) done / total;
            events.accept(new CaptureEvent.Progress(share, reading.messages()));
        }
        if (elapsed >= nextRows && reading.messages() > 0) {
            events.accept(new CaptureEvent.Rows(rows(reading.calls())));
            nextRows = (long) (LATER * (System.nanoTime() - began));
        }
    }

    /** A row stays the same as long as its call does. */
    private List<CallRow> rows(List<Call> calls) {
        Map<Call, CallRow> current = HashMap.newHashMap(calls.size());
        List<CallRow> list = new ArrayList<>(calls.size());
        for (Call call : calls) {
            CallRow row = rows.get(call);
            if (row == null) {
                row = new CallRow(call);
            }
            current.put(call, row);
            list.add(row);
        }
        rows = current;
        return list;
    }

    private void examine(Examined examined) {
        List<CallRow> all = rows(examined.calls());
        events.accept(new CaptureEvent.Read(all, reading.messages(), unusable(examined), stopped));
        // Else the first call that is opened would wait for it.
        examined.circumstances();
        events.accept(new CaptureEvent.Linked(LegRows.of(all, examined.legs()), examined));
        // What failed is looked at first: that is what people want to know about.
        List<CallRow> failedFirst = new ArrayList<>(all.size());
        all.stream().filter(CallRow::problem).forEach(failedFirst::add);
        all.stream().filter(row -> !row.problem()).forEach(failedFirst::add);
        mark(failedFirst, examined);
    }

    /** A capture of nothing but media belongs to the calls of the files beside it. */
    private static List<Unusable> unusable(Examined examined) {
        Set<Integer> media = examined.calls().isEmpty() ? Set.of() : examined.filesWithMedia();
        return examined.unusable().stream()
                .filter(part -> part.reason() != Unusable.Reason.NO_SIP || !media.contains(part.file()))
                .toList();
    }

    private void mark(List<CallRow> all, Examined examined) {
        Incidents incidents = examined.incidents();
        List<CallRow> done = new ArrayList<>();
        List<FindingMark> marks = new ArrayList<>();
        long word = System.nanoTime();
        for (CallRow row : all) {
            if (abandoned) {
                return;
            }
            done.add(row);
            Diagnosed diagnosed = examined.diagnosed(row.call());
            marks.add(FindingMark.of(diagnosed.findings(), MediaWays.of(row.call(), examined.media(row.call()))));
            incidents.add(diagnosed);
            // So that the first search finds it ready.
            row.searched();
            if (System.nanoTime() - word >= OFTEN) {
                events.accept(new CaptureEvent.Marked(List.copyOf(done), List.copyOf(marks)));
                done.clear();
                marks.clear();
                word = System.nanoTime();
            }
        }
        events.accept(new CaptureEvent.Marked(done, marks));
        events.accept(new CaptureEvent.InCommon(incidents.found()));
    }
}
