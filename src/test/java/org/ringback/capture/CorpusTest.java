package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real captures hold what other tools count in them, or what a note here says. */
class CorpusTest {

    /** Where we count another number, and why ours is right. */
    private static final Map<String, Map<String, Integer>> CORRECTIONS = Map.of(
            "gen-tcp-stream.pcap",
            // Packet 30 ends the OPTIONS that packet 27 began, and packet 35 ends one that packet 30 began with no more
            // than its first 11 bytes: tshark takes these two for one. The server has answered eight OPTIONS with 200.
            Map.of("request OPTIONS", 8));

    @TestFactory
    Stream<DynamicTest> countsEqualTheTruth() throws IOException, URISyntaxException {
        Path folder = Path.of(CorpusTest.class.getResource("/captures").toURI());
        List<Path> truths;
        try (Stream<Path> files = Files.list(folder)) {
            truths = files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        assertThat(truths).hasSizeGreaterThan(50);
        return truths.stream().map(truth -> {
            String name = truth.getFileName().toString().replaceAll("\\.tsv$", "");
            return dynamicTest(name, () -> check(folder.resolve(name), truth));
        });
    }

    private static void check(Path file, Path truth) throws IOException {
        var expected = new TreeMap<String, Integer>();
        for (String line : Files.readAllLines(truth)) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "request", "response" -> expected.put(cells[0] + " " + cells[1], Integer.valueOf(cells[2]));
                case "call_ids" -> expected.put("call_ids", Integer.valueOf(cells[1]));
                default -> {}
            }
        }
        expected.putAll(CORRECTIONS.getOrDefault(file.getFileName().toString(), Map.of()));
        assertThat(counts(Recorder.read(List.of(file), Map.of()))).isEqualTo(expected);
    }

    private static Map<String, Integer> counts(Recorder recorder) {
        var counts = new TreeMap<String, Integer>();
        for (String message : recorder.texts) {
            String[] words = message.split("[ \r\n]+", 3);
            counts.merge(words[0].startsWith("SIP/") ? "response " + words[1] : "request " + words[0], 1, Integer::sum);
        }
        var callIds = new HashSet<>(recorder.callIds());
        callIds.remove("-");
        counts.put("call_ids", callIds.size());
        return counts;
    }
}
