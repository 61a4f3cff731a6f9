package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.fuzz.MessageRun;

/** Planted values, wherever damage takes them: none that is still whole leaves. */
class PseudonymFuzzTest {

    private static final int BEGINNING = 6;
    private static final long SEED = 1;

    /** By how they begin; the same for each of the runs, of which there are more than a thousand. */
    private static final Map<String, List<String>> PLANTED = planted();

    private static Map<String, List<String>> planted() {
        Map<String, List<String>> planted = new HashMap<>();
        var values = new Planted(new SplittableRandom(SEED));
        new PlantedMessages(values).all();
        values.places().keySet().stream()
                // A number may come to stand where one counts.
                .filter(value -> value.chars().anyMatch(c -> c < '0' || c > '9'))
                .map(value -> value.toLowerCase(Locale.ROOT))
                .forEach(value -> planted.computeIfAbsent(value.substring(0, BEGINNING), _ -> new ArrayList<>())
                        .add(value));
        return Collections.unmodifiableMap(planted);
    }

    static Stream<byte[]> runs() {
        return new PlantedMessages(new Planted(new SplittableRandom(SEED)))
                .all().stream()
                        .map(message -> MessageRun.of(List.of(new Captured(
                                MemorySegment.ofArray(message.getBytes(StandardCharsets.ISO_8859_1)),
                                0,
                                new Endpoint("", 0),
                                new Endpoint("", 0),
                                Transport.UDP,
                                0,
                                1))));
    }

    @MethodSource("runs")
    @FuzzTest
    void nothingPlantedLeaves(byte[] input) {
        List<Captured> messages = MessageRun.messages(input);
        List<Captured> rewritten = Pseudonymizer.of(
                        messages, Likeness.EXACT, RandomGenerator.of("L64X128MixRandom"), () -> false)
                .messages();
        assertThat(rewritten).hasSameSizeAs(messages);
        for (int i = 0; i < messages.size(); i++) {
            Set<String> left = found(rewritten.get(i));
            if (!left.isEmpty()) {
                assertThat(left)
                        .as(text(messages.get(i)) + "\n\n" + text(rewritten.get(i)))
                        .isEmpty();
            }
        }
    }

    private static String text(Captured message) {
        return new String(message.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    private Set<String> found(Captured message) {
        String text = text(message).toLowerCase(Locale.ROOT);
        Set<String> found = new HashSet<>();
        for (int at = 0; at + BEGINNING <= text.length(); at++) {
            List<String> candidates = PLANTED.get(text.substring(at, at + BEGINNING));
            if (candidates != null) {
                for (String value : candidates) {
                    if (text.startsWith(value, at)) {
                        found.add(value);
                    }
                }
            }
        }
        return found;
    }
}
