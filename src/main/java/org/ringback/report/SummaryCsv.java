package org.ringback.report;

import java.io.PrintStream;
import java.util.List;
import org.ringback.call.ZoneTimes;
import org.ringback.statistics.Count;
import org.ringback.statistics.Group;

/** Calls in numbers as CSV (RFC 4180): a line for each code, host, program and period. Stable like the JSON. */
public final class SummaryCsv {

    private static final String END = "\r\n";

    private SummaryCsv() {}

    public static void print(SummaryReport report, PrintStream out) {
        var times = new ZoneTimes(report.zone());
        var numbers = report.statistics();
        try (var lines = new LineWriter(out)) {
            lines.print("of,name,calls,answered,failed" + END);
            line("all", "", numbers.all(), lines);
            groups("code", numbers.codes(), lines);
            groups("source", numbers.sources(), lines);
            groups("destination", numbers.destinations(), lines);
            groups("userAgent", numbers.programs(), lines);
            numbers.periods()
                    .all()
                    .forEach(period -> line("period", times.timestamp(period.start()), period.count(), lines));
        }
    }

    private static void groups(String of, List<Group> groups, LineWriter lines) {
        groups.forEach(group -> line(of, group.name(), group.count(), lines));
    }

    private static void line(String of, String name, Count count, LineWriter lines) {
        lines.print(of + "," + CallCsv.field(name) + "," + count.calls() + "," + count.answered() + "," + count.failed()
                + END);
    }
}
