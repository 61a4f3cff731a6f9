package org.ringback.report;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.Identity;
import org.ringback.capture.Unusable;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;

/** Calls as a table for a terminal: as wide as its contents need, which is less than 100 columns for what is usual. */
public final class CallTable {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** A user or host that is longer is cut: nobody reads it, and it would break every line. */
    private static final int LONGEST = 40;

    private static final String GAP = "  ";
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
    private static final Set<Integer> NUMBERS = Set.of(6, 7);

    private final Texts texts;

    public CallTable(Texts texts) {
        this.texts = texts;
    }

    /** Prints the table and what there is to say of it. */
    public void print(CallReport report, PrintStream out) {
        if (report.tally().messages() == 0) {
            out.print(texts.get(CallText.NO_SIP) + "\n");
        } else if (report.shown().isEmpty()) {
            out.print(texts.get(CallText.NO_PROBLEMS) + "\n");
        } else {
            printRows(report, out);
        }
        out.print("\n"
                + texts.get(
                        CallText.SUMMARY,
                        Integer.toString(report.shown().size()),
                        Long.toString(report.tally().messages()))
                + "\n");
        long parts = report.unusable().stream()
                .filter(part -> part.reason() != Unusable.Reason.NO_SIP)
                .count();
        if (parts > 0) {
            out.print(texts.get(CallText.UNUSABLE, Long.toString(parts)) + "\n");
        }
    }

    private void printRows(CallReport report, PrintStream out) {
        Set<LocalDate> days = report.shown().stream()
                .flatMap(call -> CallValues.time(call.start(), report.zone()).stream())
                .map(time -> time.toLocalDate())
                .collect(Collectors.toSet());
        if (days.size() == 1) {
            String day = days.iterator().next().toString();
            out.print(texts.get(CallText.TIMES, day, report.zone().getId()) + "\n\n");
        }
        DateTimeFormatter format = days.size() == 1 ? CLOCK : DATED;
        List<List<String>> rows = new ArrayList<>(report.shown().size() + 1);
        rows.add(HEADINGS.stream().map(heading -> texts.get(heading)).toList());
        report.shown().forEach(call -> rows.add(row(call, report, format)));
        int[] widths = widths(rows);
        rows.forEach(row -> out.print(line(row, widths) + "\n"));
    }

    private List<String> row(Call call, CallReport report, DateTimeFormatter format) {
        int code = call.outcome().code();
        return List.of(
                CallValues.time(call.start(), report.zone()).map(format::format).orElse(UNKNOWN),
                name(call.from()),
                name(call.to()),
                cell(call.method()),
                texts.get(EndingText.of(call)),
                code == 0 ? UNKNOWN : Integer.toString(code),
                Integer.toString(call.messages().size() - call.retransmissions()),
                call.times().talkTime().map(CallTable::clock).orElse(UNKNOWN));
    }

    /** The user, whom people know, else the host. */
    private static String name(Identity identity) {
        return cell(identity.user().isEmpty() ? identity.host() : identity.user());
    }

    private static String cell(String text) {
        String shown = CallValues.printable(text);
        if (shown.isBlank()) {
            return UNKNOWN;
        }
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** As {@code h:mm:ss} from an hour on, else {@code m:ss}. */
    private static String clock(Duration duration) {
        String seconds = twoDigits(duration.toSecondsPart());
        return duration.toHours() == 0
                ? duration.toMinutes() + ":" + seconds
                : duration.toHours() + ":" + twoDigits(duration.toMinutesPart()) + ":" + seconds;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int... widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(row.get(i)));
            line.append(i == 0 ? "" : GAP)
                    .append(NUMBERS.contains(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
