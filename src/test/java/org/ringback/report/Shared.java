package org.ringback.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.ringback.CapturedFiles;
import org.ringback.answers.CallShare;
import org.ringback.answers.ShareFormat;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.Examined;

/** Calls of captures, and what is written of them for somebody else. */
final class Shared {

    static final Path CANCELED = Path.of("src/test/resources/captures/gen-cancelled.pcap");

    private Shared() {}

    static CallShare share(String tag) {
        return new CallShare(
                Pages.answers(tag), ZoneOffset.UTC, (calls, _, _, _) -> "<svg><!-- " + calls.size() + " --></svg>");
    }

    /** Every call in a file. */
    static Selection all(Path file) {
        return all(CapturedFiles.messages(file));
    }

    static Selection all(List<Captured> messages) {
        return all(messages, new Diagnosis());
    }

    static Selection all(List<Captured> messages, Diagnosis diagnosis) {
        Examined examined = Examined.of(messages, List.of(), Captured.NO_TIME, diagnosis);
        return Selection.of(examined.calls(), examined.legs(), examined);
    }

    /** Its first call. */
    static Selection first(Path file) {
        Selection all = all(file);
        return some(all, all.calls().subList(0, 1));
    }

    static Selection some(Selection all, List<Call> calls) {
        return Selection.of(calls, all.legs(), all.examined());
    }

    /** What leaves the program of a selection. */
    static String written(String tag, Selection selection, ShareFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        share(tag).write(selection, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A call to a trunk that is down, its second leg, and nothing else. */
    static Selection refusedByTheTrunk() {
        Selection all = all(Path.of("resources/sample/sample.pcap"));
        return some(
                all,
                all.calls().stream()
                        .filter(call -> call.callId().contains("6612"))
                        .toList());
    }

    /** Number, name and leg of each message, without its time. */
    static List<String> headingsOfMessages(String markdown) {
        return markdown.lines()
                .map(line -> line.replace("\\", ""))
                .filter(line -> line.matches("### \\d+\\. .*"))
                .map(line -> line.substring("### ".length()).replaceFirst(", \\d\\d:.*", ""))
                .toList();
    }
}
