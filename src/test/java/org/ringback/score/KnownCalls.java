package org.ringback.score;

import java.util.List;
import java.util.function.Supplier;
import org.ringback.reading.Examined;

/** Calls whose cause is known: where they come from, what is true of them, and how to get them. */
record KnownCalls(String name, Truth truth, Supplier<Examined> captured) {

    /** All that the project carries. */
    static List<KnownCalls> all() {
        var all = new java.util.ArrayList<>(CallsInFiles.all());
        all.addAll(HealthyCalls.all());
        all.addAll(FailingCalls.all());
        all.addAll(OfficeCalls.all());
        return all;
    }
}
