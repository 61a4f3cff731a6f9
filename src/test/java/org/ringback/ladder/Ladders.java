package org.ringback.ladder;

import java.util.List;
import org.ringback.diagnosis.Trace;

/** Ladders of traces, and how they read. */
final class Ladders {

    private Ladders() {}

    static Ladder ladder(Trace trace, Arrangement arrangement) {
        return new CallFlow(trace.calls()).ladder(arrangement);
    }

    static Ladder ladder(Trace trace) {
        return ladder(trace, Arrangement.by(Grouping.ADDRESS, false));
    }

    /** The headings of its columns. */
    static List<String> names(Ladder ladder) {
        return ladder.columns().stream().map(Column::name).toList();
    }

    /** Rows as one reads them: label, index of the sender's column, index of the receiver's. */
    static List<String> arrows(Ladder ladder) {
        return ladder.rows().stream()
                .map(row -> row.label() + " " + row.from() + ">" + row.to())
                .toList();
    }

    /** Somebody calls a host that is busy. */
    static Trace simple() {
        var trace = new Trace().host("alice", "192.0.2.1", 5060).host("bob", "192.0.2.2", 5060);
        trace.from("alice").to("bob").request("INVITE");
        trace.after(1).from("bob").to("alice").phrase("Busy Here").responds(486);
        return trace.after(0.1).from("alice").to("bob").acknowledges();
    }
}
