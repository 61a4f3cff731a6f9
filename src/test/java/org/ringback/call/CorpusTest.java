package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.capture.Capture;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.HeadReader;

/** Calls of real captures end as other tools say; runs only where the captures are. */
class CorpusTest {

    /** Beside the project, or where the property says. */
    private static final Path CORPUS = Path.of(System.getProperty("ringback.captures", "../shared/captures"));

    /** In gen-challenges-damaged a NUL byte is in the middle of a Call-ID: tshark cuts there, the bytes go on. */
    private static final Set<String> CUT_BY_OTHERS = Set.of("1-1%");

    /** A line of a truth: {@code invite CALL-ID STATUS CSEQ:STATUS,... FLAGS}. */
    private record Truth(String callId, String status, Set<String> finals, List<String> flags) {

        static Truth of(String line) {
            String[] cells = line.split("\t", -1);
            Set<String> finals =
                    cells[3].equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(cells[3].split(",", -1)));
            return new Truth(cells[1], cells[2], finals, List.of(cells[4].split(" ", -1)));
        }
    }

    /** Files with a truth that names calls; none where there is no corpus. */
    static Stream<Path> captures() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.of(CORPUS);
        }
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files
                    .filter(file -> file.toString().endsWith(".tsv"))
                    .filter(file -> !truths(file).isEmpty())
                    .map(file -> Path.of(file.toString().replaceFirst("\\.tsv$", "")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<Truth> truths(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("invite\t"))
                    .map(Truth::of)
                    .filter(truth -> !CUT_BY_OTHERS.contains(truth.callId()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void callsEndAsOtherToolsSay(Path file) {
        if (file.equals(CORPUS)) {
            return;
        }
        var complaints = new Complaints(file.getFileName().toString());
        try (var capture = Capture.open(List.of(file), Map.of())) {
            Map<String, Call> calls = new HashMap<>();
            var assembler = new CallAssembler();
            capture.read(new Feeding(assembler));
            assembler.calls().forEach(call -> calls.put(call.callId(), call));
            for (Truth truth : truths(Path.of(file + ".tsv"))) {
                Call call = calls.get(truth.callId());
                List<String> wrong = call == null ? List.of("not found") : compare(call, truth);
                complaints.addAll(truth.callId(), wrong, truth.toString());
            }
            assertThat(calls.values().stream()
                            .mapToInt(call -> call.messages().size())
                            .sum())
                    .isEqualTo((int) assembler.tally().messages());
        }
        complaints.assertNone();
    }

    private static List<String> compare(Call call, Truth truth) {
        var wrong = new ArrayList<String>();
        Set<String> finals = call.messages().stream()
                .filter(message -> message.head().status() >= 200
                        && message.head().method().equals("INVITE"))
                .map(message -> message.head().cseq() + ":" + message.head().status())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!finals.equals(truth.finals())) {
            wrong.add("final responses are " + finals);
        }
        Outcome outcome = call.outcome();
        boolean began = outcome.ending() == Ending.BEGAN_BEFORE_CAPTURE;
        String code = outcome.code() == 0 ? "-" : Integer.toString(outcome.code());
        if (!began && !code.equals(truth.status())) {
            wrong.add("ended with " + outcome);
        }
        boolean ended = outcome.ending() == Ending.ANSWERED_ENDED_BY_CALLER
                || outcome.ending() == Ending.ANSWERED_ENDED_BY_CALLEE;
        if (!began && truth.status().equals("200") && ended != truth.flags().contains("bye")) {
            wrong.add("ended as " + outcome.ending());
        }
        boolean canceled = call.transactions().stream()
                .anyMatch(transaction -> transaction.canceledBy().isPresent());
        if (!began && canceled != truth.flags().contains("cancel")) {
            wrong.add("canceled is " + canceled);
        }
        return wrong;
    }

    private record Feeding(CallAssembler calls, HeadReader heads) implements Sink {
        Feeding(CallAssembler calls) {
            this(calls, new HeadReader());
        }

        @Override
        public void message(Captured message) {
            calls.add(message, heads.read(message.bytes()));
        }

        @Override
        public void unusable(Unusable part) {}
    }
}
