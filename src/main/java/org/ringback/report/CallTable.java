package org.ringback.report;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.Identity;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;
import org.ringback.words.CallText;
import org.ringback.words.EndingText;
import org.ringback.words.TalkTime;
import org.ringback.words.UnusableText;

/** Calls as a table for a terminal: as wide as its contents need, which is less than 100 columns for what is usual. */
public final class CallTable {

    /** A user or host that is longer is cut: nobody reads it, and it would break every line. */
    private static final int LONGEST = 40;

    private static final int MOST_UNUSABLE = 3;

    private static final String INDENT = "  ";
    private static final String UNKNOWN = "-";

    private static final List<TextKey> HEADINGS = List.of(
            CallText.TIME,
            CallText.FROM,
            CallText.TO,
            CallText.METHOD,
            CallText.ENDING,
            CallText.CODE,
            CallText.MESSAGES,
            CallText.TALK_TIME);

    /** Numbers stand at the right. */
    private static final int FIRST_NUMBER = HEADINGS.indexOf(CallText.MESSAGES);

    private final Texts texts;
    /** Asked for once: every call has one of them. */
    private final Map<EndingText, String> endings = new EnumMap<>(EndingText.class);

    public CallTable(Texts texts) {
        this.texts = texts;
        for (EndingText ending : EndingText.values()) {
            endings.put(ending, texts.get(ending));
        }
    }

    /** Prints the table and what there is to say of it. */
    public void print(CallReport report, PrintStream out) {
        try (var lines = new LineWriter(out)) {
            if (report.tally().messages() == 0) {
                lines.print(texts.get(CallText.NO_SIP) + "\n");
            } else if (report.shown().isEmpty()) {
                lines.print(texts.get(CallText.NO_PROBLEMS) + "\n");
            } else {
                printRows(report, lines);
            }
            lines.print("\n"
                    + texts.get(
                            CallText.SUMMARY,
                            texts.numbers().count(report.shown().size()),
                            texts.numbers().count(report.tally().messages()))
                    + "\n");
            printUnusable(report, lines);
        }
    }

    /** How many parts, and of which kind the first ones are: mostly that tells enough. */
    private void printUnusable(CallReport report, LineWriter lines) {
        List<Unusable> parts = report.unusable().stream()
                .filter(part -> part.reason() != Unusable.Reason.NO_SIP)
                .toList();
        if (!parts.isEmpty()) {
            lines.print(texts.get(CallText.UNUSABLE, texts.numbers().count(parts.size())) + "\n");
            parts.stream()
                    .limit(MOST_UNUSABLE)
                    .forEach(part -> lines.print(
                            INDENT + UnusableText.of(part, report.files().get(part.file()), texts) + "\n"));
        }
    }

    private void printRows(CallReport report, LineWriter lines) {
        var times = new ZoneTimes(report.zone());
        Set<LocalDate> days = report.shown().stream()
                .filter(call -> Captured.dated(call.start()))
                .map(call -> times.date(call.start()))
                .collect(Collectors.toSet());
        boolean sameDay = days.size() == 1
                && report.shown().stream()
                        .allMatch(call -> call.start() == Captured.NO_TIME || Captured.dated(call.start()));
        if (sameDay) {
            String day = days.iterator().next().toString();
            lines.print(texts.get(CallText.TIMES, day, zone(report.zone())) + "\n\n");
        }
        LongFunction<String> time = sameDay ? times::clock : times::dated;
        List<List<String>> rows = new ArrayList<>(report.shown().size() + 1);
        rows.add(HEADINGS.stream().map(heading -> texts.get(heading)).toList());
        Batches.forEach(report.shown(), call -> row(call, time), rows::add);
        var columns = new Columns(rows, FIRST_NUMBER);
        rows.forEach(row -> lines.print(columns.line(row)));
    }

    /** UTC has a longer name too. */
    private static String zone(ZoneId zone) {
        return zone.getId().equals("Etc/UTC") ? "UTC" : zone.getId();
    }

    private List<String> row(Call call, LongFunction<String> time) {
        int code = call.outcome().code();
        return List.of(
                call.start() == Captured.NO_TIME ? UNKNOWN : time.apply(call.start()),
                name(call.from()),
                name(call.to()),
                cell(call.method()),
                endings.get(EndingText.of(call)),
                code == 0 ? UNKNOWN : Integer.toString(code),
                Integer.toString(call.messages().size() - call.retransmissions()),
                call.times().talkTime().map(TalkTime::of).orElse(UNKNOWN));
    }

    /** The user, whom people know, else the host. */
    private static String name(Identity identity) {
        return cell(identity.name());
    }

    private static String cell(String text) {
        String shown = Printable.of(text);
        if (shown.isBlank()) {
            return UNKNOWN;
        }
        return Columns.cut(shown, LONGEST);
    }
}
