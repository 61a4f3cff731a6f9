package org.ringback.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ringback.call.Call;
import org.ringback.call.CallAssembler;
import org.ringback.call.LegLinks;
import org.ringback.call.LegTree;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.UnusableParts;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.sip.HeadReader;

/**
 * Reads a capture on a thread of its own, says what it has at growing intervals, then links legs and looks at every call.
 * Whatever happens, {@link CaptureEvent.Ended} comes last.
 */
final class CaptureJob implements Runnable, Sink {

    private static final System.Logger LOG = System.getLogger(CaptureJob.class.getName());

    /** When the first calls are shown, in nanoseconds after the begin: before the window has drawn the empty list. */
    private static final long FIRST_ROWS = 25_000_000;

    /** How much later each time, so that all times together cost no more than a few times the last one. */
    private static final double LATER = 1.7;

    /** Between two words about progress or findings, in nanoseconds. */
    private static final long OFTEN = 80_000_000;

    /** A hostile file may have a fault in every packet; nobody reads more than these. */
    private static final int MOST_UNUSABLE = 10_000;

    private static final String SAMPLE = "/sample/sample.pcap";

    private final CaptureSource source;
    private final Consumer<CaptureEvent> events;
    private final HeadReader heads = new HeadReader();
    private final CallAssembler assembler = new CallAssembler();
    private final UnusableParts unusable = new UnusableParts(MOST_UNUSABLE);
    private Map<Call, CallRow> rows = new HashMap<>();
    private long messages;
    private double share;
    private long began;
    private long nextRows = FIRST_ROWS;
    /** So that the first word comes with the first messages: it shows that the file is being read. */
    private long lastWord = -OFTEN;

    private volatile boolean stopped;
    private volatile boolean abandoned;

    CaptureJob(CaptureSource source, Consumer<CaptureEvent> events) {
        this.source = source;
        this.events = events;
    }

    /** Reads no further; what was read is used. For any thread. */
    void stop() {
        stopped = true;
    }

    /** Does nothing more: nobody wants it. For any thread. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public void run() {
        String fault = null;
        try {
            began = System.nanoTime();
            read();
            if (!abandoned) {
                examine();
            }
        } catch (IOException | UncheckedIOException e) {
            fault = reason(e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | InternalError e) {
            LOG.log(Level.WARNING, "Reading a capture failed", e);
            fault = reason(e);
        } finally {
            events.accept(new CaptureEvent.Ended(fault));
        }
    }

    private static String reason(Throwable failure) {
        String words = failure.getMessage();
        return words == null ? failure.getClass().getSimpleName() : words;
    }

    private void read() throws IOException {
        switch (source) {
            case CaptureSource.Files(List<Path> files) -> read(files);
            case CaptureSource.Pasted(String text) ->
                readTemporary(file -> Files.writeString(file, text, StandardCharsets.UTF_8));
            case CaptureSource.Sample() ->
                readTemporary(file -> {
                    try (InputStream sample = Objects.requireNonNull(CaptureJob.class.getResourceAsStream(SAMPLE))) {
                        Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                });
        }
    }

    /** Puts something into a file. */
    private interface Writing {
        void into(Path file) throws IOException;
    }

    /** Captures are mapped files; the name of this one is gone as soon as it was read. */
    private void readTemporary(Writing writing) throws IOException {
        Path file = Files.createTempFile("ringback", ".capture");
        try {
            writing.into(file);
            read(List.of(file));
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Windows deletes no file that is still mapped.
                LOG.log(Level.DEBUG, "Deleted at the end", e);
                file.toFile().deleteOnExit();
            }
        }
    }

    private void read(List<Path> files) {
        // Views, exports and findings read messages on their own threads, so nobody could say when to free them.
        try (Capture capture = Capture.openForGood(files)) {
            capture.read(this);
        }
        events.accept(new CaptureEvent.Read(currentRows(), messages, unusable.all(), stopped));
    }

    @Override
    public void message(Captured message) {
        assembler.add(message, heads.read(message.bytes()));
        messages++;
        if (messages % 256 == 0) {
            tell();
        }
    }

    @Override
    public void reached(long time) {
        assembler.reached(time);
    }

    @Override
    public void unusable(Unusable part) {
        unusable.add(part);
    }

    @Override
    public void progress(long done, long total) {
        share = total == 0 ? 1 : (double) done / total;
        tell();
    }

    @Override
    public boolean canceled() {
        return stopped || abandoned;
    }

    private void tell() {
        long elapsed = System.nanoTime() - began;
        if (elapsed - lastWord >= OFTEN) {
            lastWord = elapsed;
            events.accept(new CaptureEvent.Progress(share, messages));
        }
        if (elapsed >= nextRows && messages > 0) {
            events.accept(new CaptureEvent.Rows(currentRows()));
            nextRows = (long) (LATER * (System.nanoTime() - began));
        }
    }

    /** A row stays the same as long as its call does. */
    private List<CallRow> currentRows() {
        List<Call> calls = assembler.calls();
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

    private void examine() {
        List<CallRow> all = currentRows();
        List<Call> calls = all.stream().map(CallRow::call).toList();
        LegLinks links = LegLinks.of(calls);
        var circumstances = new Circumstances(calls, links, unusable.all(), assembler.captureEnd());
        events.accept(new CaptureEvent.Linked(LegRows.of(all, LegTree.of(calls, links)), circumstances));
        // What failed is looked at first: that is what people want to know about.
        List<CallRow> failedFirst = new ArrayList<>(all.size());
        all.stream().filter(CallRow::problem).forEach(failedFirst::add);
        all.stream().filter(row -> !row.problem()).forEach(failedFirst::add);
        mark(failedFirst, circumstances);
    }

    private void mark(List<CallRow> all, Circumstances circumstances) {
        List<CallRow> done = new ArrayList<>();
        List<FindingMark> marks = new ArrayList<>();
        long word = System.nanoTime();
        for (CallRow row : all) {
            if (abandoned) {
                return;
            }
            done.add(row);
            marks.add(FindingMark.of(findings(row.call(), circumstances)));
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
    }

    /** What can be said about a call. A mistake in a rule must not cost the findings of all other calls. */
    static List<Finding> findings(Call call, Circumstances circumstances) {
        try {
            return Diagnosis.of(call, circumstances);
        } catch (RuntimeException | StackOverflowError | InternalError e) {
            LOG.log(Level.WARNING, "Looking at call " + call.callId() + " failed", e);
            return List.of();
        }
    }
}
