package org.ringback.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.call.Call;
import org.ringback.diagnosis.HeldCapture;
import org.ringback.diagnosis.Rules;
import org.ringback.diagnosis.Trace;

/**
 * What rules need may be too little, never too much. {@link HeldCapture#findings} compares with every rule asked; here it
 * does so for calls of which any part is missing, and {@link Trace} does it for all that is told in the tests of the rules.
 */
@BesideOthers
class NeedsTest {

    private static final Path SCORE = Path.of("src/test/resources/score");

    /** Every so manieth message is left out. */
    private static final int OUT_OF = 4;

    private static final int ROUNDS = 2;
    private static final int SMALL = 100_000;

    private final Random random = new Random(3261);

    static List<Path> files() throws IOException {
        try (Stream<Path> score = Files.list(SCORE)) {
            return Stream.concat(
                            HeldCapture.files().stream(),
                            score.filter(file -> file.toString().endsWith(".pcap"))
                                    .sorted())
                    .filter(file -> file.toFile().length() < SMALL)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsMissedInWhatIsLeftOfACall(Path file) {
        HeldCapture whole = HeldCapture.read(file);
        for (int round = 0; round < ROUNDS; round++) {
            Set<Integer> missing = IntStream.range(0, whole.messages().size())
                    .filter(_ -> random.nextInt(OUT_OF) == 0)
                    .boxed()
                    .collect(Collectors.toSet());
            HeldCapture rest = whole.without(missing);
            assertThatCode(rest::findings).as("without %s", missing).doesNotThrowAnyException();
        }
    }

    @Test
    void aHealthyCallMeetsFewRules() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(2).from("bob").to("alice").answers();
        trace.after(20).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").responds(200);

        Call call = trace.calls().getFirst();
        var examined = new Case(call, trace.examined().circumstances());

        assertThat(Rules.ALL).filteredOn(rule -> rule.needs().metBy(examined)).hasSizeLessThan(Rules.ALL.size() / 3);
    }
}
