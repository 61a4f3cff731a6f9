package org.ringback.diagnosis.incident;

import java.util.List;
import org.ringback.diagnosis.Trace;

/** What is said of all calls of a trace together, and of what happened beside them. */
final class Noticed {

    private Noticed() {}

    static List<Incident> in(Trace trace) {
        var examined = trace.examined();
        return examined.incidents(
                        examined.calls().stream().map(examined::diagnosed).toList())
                .incidents();
    }

    static List<String> ids(Trace trace) {
        return in(trace).stream()
                .map(incident -> incident.finding().kind().id())
                .toList();
    }
}
