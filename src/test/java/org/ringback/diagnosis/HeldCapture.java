package org.ringback.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.reading.Examined;

/** What is in a file, in memory of its own, so that it can be examined as it is or damaged. */
public record HeldCapture(List<Captured> messages, List<Unusable> unusable) {

    private static final Diagnosis EVERY_RULE = Diagnosis.askingEveryRule();

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    /** Every capture and log of the tests. */
    public static List<Path> files() {
        try (Stream<Path> files = Files.list(CAPTURES)) {
            return files.filter(file -> !file.toString().endsWith(".tsv") && !file.endsWith("NOTICE.txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HeldCapture read(String name) {
        return read(CAPTURES.resolve(name));
    }

    public static HeldCapture read(Path file) {
        List<Captured> messages = new ArrayList<>();
        List<Unusable> unusable = new ArrayList<>();
        try (var capture = Capture.open(List.of(file), Map.of())) {
            capture.read(new Sink() {
                @Override
                public void message(Captured message) {
                    messages.add(with(message, message.bytes().toArray(ValueLayout.JAVA_BYTE)));
                }

                @Override
                public void unusable(Unusable part) {
                    unusable.add(part);
                }
            });
        }
        return new HeldCapture(List.copyOf(messages), List.copyOf(unusable));
    }

    private static Captured with(Captured message, byte[] bytes) {
        return new Captured(
                MemorySegment.ofArray(bytes),
                message.time(),
                message.source(),
                message.destination(),
                message.transport(),
                message.file(),
                message.frame());
    }

    /** The same with other bytes in each message. */
    public HeldCapture damaged(UnaryOperator<byte[]> damage) {
        return new HeldCapture(
                messages.stream()
                        .map(message ->
                                with(message, damage.apply(message.bytes().toArray(ValueLayout.JAVA_BYTE))))
                        .toList(),
                unusable);
    }

    /** All calls with what every rule finds about them; that none breaks off is asserted. */
    public Map<Call, List<Finding>> findings() {
        Examined examined = Examined.of(messages, unusable, Captured.NO_TIME, new Diagnosis());
        Map<Call, List<Finding>> findings = new LinkedHashMap<>();
        examined.calls().forEach(call -> findings.put(call, unbroken(examined, call)));
        return findings;
    }

    /** The same as if the messages at these places, counted from 0, had not been captured. */
    public HeldCapture without(Set<Integer> places) {
        return new HeldCapture(
                IntStream.range(0, messages.size())
                        .filter(place -> !places.contains(place))
                        .mapToObj(messages::get)
                        .toList(),
                unusable);
    }

    /**
     * The findings about a call, if no rule broke off. That they are the same as when rules are asked about calls without
     * the signs that they need is asserted for whatever is examined by any test.
     */
    static List<Finding> unbroken(Examined examined, Call call) {
        List<Finding> findings = unbroken(examined.diagnosed(call));
        List<Finding> ofAll = unbroken(EVERY_RULE.of(call, examined.circumstances()));
        if (!findings.equals(ofAll)) {
            throw new AssertionError("A rule needs too much: " + Trace.ids(ofAll) + " became " + Trace.ids(findings));
        }
        return findings;
    }

    static List<Finding> unbroken(Diagnosed diagnosed) {
        if (diagnosed.brokenRules() > 0) {
            throw new AssertionError("Broken rules: " + diagnosed.brokenRules());
        }
        return diagnosed.findings();
    }
}
