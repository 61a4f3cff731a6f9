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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallAssembler;
import org.ringback.call.LegLinks;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.sip.HeadReader;

/** What is in a file, in memory of its own, so that it can be examined as it is or damaged. */
public record Examined(List<Captured> messages, List<Unusable> unusable) {

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

    public static Examined read(String name) {
        return read(CAPTURES.resolve(name));
    }

    public static Examined read(Path file) {
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
        return new Examined(List.copyOf(messages), List.copyOf(unusable));
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
    public Examined damaged(UnaryOperator<byte[]> damage) {
        return new Examined(
                messages.stream()
                        .map(message ->
                                with(message, damage.apply(message.bytes().toArray(ValueLayout.JAVA_BYTE))))
                        .toList(),
                unusable);
    }

    /** All calls with what every rule finds about them. */
    public Map<Call, List<Finding>> findings() {
        var assembler = new CallAssembler();
        var heads = new HeadReader();
        messages.forEach(message -> assembler.add(message, heads.read(message.bytes())));
        List<Call> calls = assembler.calls();
        long end = messages.stream().mapToLong(Captured::time).max().orElse(Captured.NO_TIME);
        var circumstances = new Circumstances(calls, LegLinks.of(calls), unusable, end);
        Map<Call, List<Finding>> findings = new LinkedHashMap<>();
        calls.forEach(call -> findings.put(call, Diagnosis.of(call, circumstances)));
        return findings;
    }
}
