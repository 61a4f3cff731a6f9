package org.ringback.bench;

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
import org.ringback.comparison.Comparison;
import org.ringback.handbook.Cause;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.language.ProgramFiles;

/** Building the comparison of two codes in Russian; every ordered pair in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComparisonBenchmark {

    private record Pair(Entry left, Entry right) {}

    private Answers answers;
    private final List<Pair> pairs = new ArrayList<>();
    private int next;

    @Setup
    public void load() {
        var library = new Library(new ProgramFiles());
        answers = library.answers(library.languages().byTag("ru").orElseThrow());
        for (Entry left : answers.all()) {
            for (Entry right : answers.all()) {
                pairs.add(new Pair(left, right));
            }
        }
    }

    private Pair nextPair() {
        next = (next + 1) % pairs.size();
        return pairs.get(next);
    }

    @Benchmark
    public Comparison measured() {
        Pair pair = nextPair();
        return answers.compare(pair.left().number(), pair.right().number());
    }

    /** Only puts the words of both codes one after the other. */
    @Benchmark
    public String reference() {
        Pair pair = nextPair();
        var text = new StringBuilder();
        append(text, pair.left().definition());
        append(text, pair.right().definition());
        return text.toString();
    }

    private static void append(StringBuilder text, Definition words) {
        text.append(words.phrase()).append('\n').append(words.gist()).append('\n');
        words.description().forEach(line -> text.append(line).append('\n'));
        words.seen().forEach(line -> text.append(line).append('\n'));
        words.fix().forEach(line -> text.append(line).append('\n'));
        for (Cause cause : words.causes()) {
            text.append(cause.cause()).append('\n').append(cause.confirm()).append('\n');
        }
    }
}
