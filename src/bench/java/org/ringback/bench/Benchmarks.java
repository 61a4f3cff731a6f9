package org.ringback.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs every benchmark, each beside its reference in the same run, and prints one line for each. */
public final class Benchmarks {

    private record Line(String what, Class<?> benchmark, String reference) {}

    private static final List<Line> LINES = List.of(
            new Line("search, one keystroke", SearchBenchmark.class, "String.contains over the same texts"),
            new Line("comparison of two codes", ComparisonBenchmark.class, "concatenation of both definitions"),
            new Line("switching the language", LoadingBenchmark.class, "Jackson reading the same files"),
            new Line("first loading of a language", ColdLoadingBenchmark.class, "Jackson reading the same files"));

    private Benchmarks() {}

    /**
     * Takes about two minutes.
     *
     * @param javaOptions those of the image's launcher
     */
    public static void main(String... javaOptions) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.bench\\.")
                        .jvmArgs(javaOptions)
                        .build())
                .run();
        var table = new ArrayList<String>();
        for (Line line : LINES) {
            double measured = median(results, line.benchmark(), "measured");
            double reference = median(results, line.benchmark(), "reference");
            table.add(String.format(
                    Locale.ROOT,
                    "%-28s %,12.0f ns   %5.2f times %s (%,.0f ns)",
                    line.what(),
                    1000 * measured,
                    measured / reference,
                    line.reference(),
                    1000 * reference));
        }
        System.out.println();
        table.forEach(System.out::println);
    }

    private static double median(Collection<RunResult> results, Class<?> benchmark, String method) {
        String name = benchmark.getName() + "." + method;
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().equals(name))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
                .findFirst()
                .orElseThrow();
    }
}
