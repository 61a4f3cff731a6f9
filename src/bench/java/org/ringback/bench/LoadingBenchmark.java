package org.ringback.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.language.Language;
import org.ringback.language.ProgramFiles;

/** Loading everything in Russian, as a switch of the language does; English stands behind it for what it lacks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadingBenchmark {

    private static final List<String> FILES =
            List.of("definitions_ru.json", "definitions_en.json", "contrasts_ru.json", "contrasts_en.json");

    private Library library;
    private Language russian;

    @Setup
    public void findLanguages() {
        library = new Library(new ProgramFiles());
        russian = library.languages().byTag("ru").orElseThrow();
        // The first loading also reads the facts, which stay; a switch does not.
        library.answers(russian);
    }

    @Benchmark
    public Answers measured() {
        return library.answers(russian);
    }

    @Benchmark
    public List<JsonNode> reference() throws IOException {
        return readTrees();
    }

    /** Jackson reading the same files into trees. */
    static List<JsonNode> readTrees() throws IOException {
        var mapper = new ObjectMapper();
        var trees = new ArrayList<JsonNode>();
        for (String file : FILES) {
            try (InputStream in = new ProgramFiles().open("handbook", file).orElseThrow()) {
                trees.add(mapper.readTree(in));
            }
        }
        return trees;
    }
}
