package org.ringback.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.handbook.Cause;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.language.ProgramFiles;
import org.ringback.search.Found;

/**
 * Typing complaints letter by letter, over all texts in Russian and English: "wrong password", and others of which each goes
 * another way. One operation is one keystroke.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {

    private static final String QUERY = "wrong password";
    private static final int KEYSTROKES = 14;

    /** Forms of words, unknown words, another keyboard, Latin letters. */
    private static final List<String> COMPLAINTS = List.of(
            "телефоны не регистрируются после смены пароля",
            "call drops after thirty minutes",
            "огромный sdp не помещается в датаграмму",
            "ytghfdbkmysq gfhjkm",
            "net gudkov");

    private List<String> typed = List.of();
    private List<String> complaints = List.of();
    private int next;
    private Answers answers;
    private List<String> texts = List.of();

    @Setup
    public void load() {
        var library = new Library(new ProgramFiles());
        answers = library.answers(library.languages().byTag("ru").orElseThrow());
        typed = IntStream.rangeClosed(1, KEYSTROKES)
                .mapToObj(length -> QUERY.substring(0, length))
                .toList();
        complaints = COMPLAINTS.stream()
                .flatMap(complaint ->
                        IntStream.rangeClosed(1, complaint.length()).mapToObj(length -> complaint.substring(0, length)))
                .toList();
        var folded = new ArrayList<String>();
        for (var language : library.languages().all()) {
            library.answers(language).all().forEach(entry -> folded.add(fold(everyWordOf(entry))));
        }
        texts = folded;
    }

    private static String everyWordOf(Entry entry) {
        Definition words = entry.definition();
        var all = new ArrayList<>(List.of(entry.code().digits(), entry.code().phrase(), words.phrase(), words.gist()));
        all.addAll(words.description());
        all.addAll(words.seen());
        all.addAll(words.fix());
        for (Cause cause : words.causes()) {
            all.add(cause.cause());
            all.add(cause.confirm());
        }
        all.addAll(words.search());
        return String.join(" ", all);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    @Benchmark
    @OperationsPerInvocation(KEYSTROKES)
    public void measured(Blackhole sink) {
        for (String query : typed) {
            sink.consume(answers.search(query));
        }
    }

    /** How long single keystrokes take, of which the slowest matter. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Found keystroke() {
        next = (next + 1) % complaints.size();
        return answers.search(complaints.get(next));
    }

    /** Looks for the letters in each text: no ranking, no words apart, no typing errors. */
    @Benchmark
    @OperationsPerInvocation(KEYSTROKES)
    public void reference(Blackhole sink) {
        for (String query : typed) {
            String wanted = fold(query);
            int found = 0;
            for (String text : texts) {
                found += text.contains(wanted) ? 1 : 0;
            }
            sink.consume(found);
        }
    }
}
