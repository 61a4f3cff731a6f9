package org.ringback.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.language.ProgramFiles;

/** The same at the start of the program: the first call in a new Java, the facts and the list of languages included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(9)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdLoadingBenchmark {

    @Benchmark
    public Answers measured() {
        var library = new Library(new ProgramFiles());
        return library.answers(library.languages().byTag("ru").orElseThrow());
    }

    @Benchmark
    public List<JsonNode> reference() throws IOException {
        return LoadingBenchmark.readTrees();
    }
}
